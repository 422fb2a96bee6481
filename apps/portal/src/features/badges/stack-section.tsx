import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page.js';
import { Note } from '../../components/states.js';
import { NameLink, TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import styles from './badge-page.module.css';
import type { Badge } from './badges.documents.js';

/** What it counts towards; and where it was earned through others, which of them count no longer. */
export function StackSection({ badge }: { badge: Badge }) {
  return (
    <>
      {badge.stackRisk && <AtRisk risk={badge.stackRisk} versionId={badge.achievementVersion.id} />}
      <Towards badge={badge} />
    </>
  );
}

function AtRisk({ risk, versionId }: { risk: NonNullable<Badge['stackRisk']>; versionId: string }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  // t('badges:stack.lost.ENDED') t('badges:stack.lost.SUSPENDED') t('badges:stack.lost.WITHDRAWN')
  return (
    <Section title={t('stack.risk')}>
      <Note tone={risk.state === 'OPEN' ? 'amber' : undefined}>
        {risk.state === 'OPEN'
          ? t('stack.open', { date: date(risk.openedAt) })
          : t('stack.kept', { reason: risk.reason ?? '' })}
      </Note>
      <ul className={styles.outcomes}>
        {risk.lost.map(({ achievementId, name, why }) => (
          <li key={achievementId}>
            {name} <span className={styles.quiet}>· {t(`stack.lost.${why}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        {t('stack.again')} <TextLink to={`/growth/achievements/${versionId}`}>{t('stack.rule')}</TextLink>
      </p>
    </Section>
  );
}

function Towards({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const isMine = badge.viewerCan.includes('share');
  const larger = badge.countsTowards.filter((each) => !isMine || each.myStackProgress?.toGo !== null);
  if (larger.length === 0) return null;
  return (
    <Section title={t('stack.towards')}>
      <ul className={styles.outcomes}>
        {larger.map(({ id, name, myStackProgress: progress }) => (
          <li key={id}>
            <NameLink to={`/growth/achievements/${id}`}>{name}</NameLink>
            {isMine && progress && progress.toGo !== null && (
              <span className={styles.quiet}>
                {' '}
                · {progress.toGo === 0 ? t('stack.complete') : t('stack.toGo', { count: progress.toGo })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
