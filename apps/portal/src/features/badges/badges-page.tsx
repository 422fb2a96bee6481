import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BadgeImage } from '../../components/badge-image.js';
import { LinkButton } from '../../components/button.js';
import { Page, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { achievementTitle, useFormat } from '../../lib/format.js';
import { hasLeft, useViewer } from '../../lib/viewer.js';
import { AwardedSkills } from './awarded-skills.js';
import { BadgeState, isCurrent } from './badge-state.js';
import { BADGES, type HeldBadge } from './badges.documents.js';
import styles from './badges-page.module.css';

/** Everything one has earned: what counts today, then what has ended. */
export function BadgesPage() {
  const { t } = useTranslation('badges');
  const { roles } = useViewer();
  const { data, error, refetch } = useQuery(BADGES);
  const current = data?.myCredentials.filter(isCurrent) ?? [];
  const ended = data?.myCredentials.filter((held) => !isCurrent(held)) ?? [];
  return (
    <Page title={t('title')} width="reading">
      <h1 className="visually-hidden">{t('title')}</h1>
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={4} height={120} />}
      {data?.myCredentials.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          act={
            <LinkButton variant="primary" to="/growth/achievements">
              {t('empty.act')}
            </LinkButton>
          }
        >
          {t('empty.body')}
        </EmptyState>
      )}
      {data && data.myCredentials.length > 0 && (
        <p className={styles.keep}>
          <a href="/badges/bundle.zip" download="badges.zip">
            {t('bundle')}
          </a>
          <TextLink to="/account/keeping">{t('keep')}</TextLink>
        </p>
      )}
      {current.length > 0 && <Wallet title={t('current')} held={current} />}
      {ended.length > 0 && <Wallet title={t('ended')} held={ended} />}
      {data && !hasLeft({ roles }) && (
        <Section title={t('elsewhere.title')}>
          <p>
            {t('elsewhere.body')} <TextLink to="/growth/elsewhere">{t('elsewhere.act')}</TextLink>
          </p>
        </Section>
      )}
    </Page>
  );
}

function Wallet({ title, held }: { title: string; held: readonly HeldBadge[] }) {
  return (
    <Section title={title} voice="record">
      <ul className={styles.wallet}>
        {held.map((each) => (
          <Held key={each.id} held={each} />
        ))}
      </ul>
    </Section>
  );
}

function Held({ held }: { held: HeldBadge }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  const title = achievementTitle(held.achievementVersion);
  const open = held.shareGrants.filter((grant) => !grant.revokedAt);
  const views = held.shareGrants.reduce((sum, grant) => sum + grant.views, 0);
  return (
    <li>
      <Link to={`/growth/badges/${held.id}`} className={styles.held}>
        <BadgeImage url={held.badgeUrl} name="" size={136} />
        <h3>{title}</h3>
        <p>
          <BadgeState held={held} />
        </p>
        {held.achievementVersion.awardedSkills.length > 1 && (
          <AwardedSkills skills={held.achievementVersion.awardedSkills} />
        )}
        <p className={styles.hint}>
          {t('earned', { date: date(held.validFrom) })}
          {open.length > 0 && ` · ${t('opened', { count: views })}`}
        </p>
      </Link>
    </li>
  );
}
