import { useTranslation } from 'react-i18next';
import { BadgeImage } from '../../../components/badge-image.js';
import { TextLink } from '../../../components/text-link.js';
import type { Version } from './designer.documents.js';
import { addressOf } from './sections.js';
import styles from './designer.module.css';

/** The badge as it stands; how it looks is chosen in its own section. */
export function AwardedBadge({ version, name }: { version: Version; name: string }) {
  const { t } = useTranslation('programme');
  const level = version.awardedSkills[0]?.level;
  return (
    <section className={styles.awarded} aria-label={t('designer.badge')}>
      <BadgeImage url={version.badgeUrl} name="" size={96} />
      <div>
        <h2>{t('designer.badge')}</h2>
        <p className={styles.hint}>
          {name || t('designer.untitled')}
          {level && `, ${level.label}`}
        </p>
        <TextLink to={addressOf(version.id, { section: 'badge', field: '' })}>{t('designer.badgeLook')}</TextLink>
      </div>
    </section>
  );
}
