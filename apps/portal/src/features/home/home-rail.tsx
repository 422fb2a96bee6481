import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { BadgeImage } from '../../components/badge-image.js';
import { Chip, Count } from '../../components/chip.js';
import { LargerBadges } from '../../components/larger-badges.js';
import { Section } from '../../components/page.js';
import { StepBar } from '../../components/timeline.js';
import { NameLink, TextLink } from '../../components/text-link.js';
import { achievementTitle, useFormat } from '../../lib/format.js';
import { AskedOfYou, asksOf } from './asked-of-you.js';
import { ASKED, type HeldCredential, type Home, type OwnCohort, type OwnSubmission } from './home.documents.js';
import styles from './home-rail.module.css';
import { isWithAssessors } from './next-steps.js';

const SOON_DAYS = 120;

/** What waits on the person, what waits on others, what ends, and the latest badge. */
export function HomeRail({ home }: { home: Home }) {
  const { t } = useTranslation('home');
  const { daysUntil } = useFormat();
  const { data: asked, error } = useQuery(ASKED);
  const asks = asksOf(asked);
  const submissions = home.mySubmissions.edges.map((edge) => edge.node);
  const waiting = submissions.filter((each) => needsThePerson(each, submissions));
  const withAssessors = submissions.filter((each) => isWithAssessors(each.state));
  const held = home.myCredentials.filter((each) => each.status === 'ACTIVE' && !each.expired);
  const ending = held.filter((each) => each.validUntil && daysUntil(each.validUntil) <= SOON_DAYS);
  const latest = [...held].sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  return (
    <>
      <Section title={t('rail.waiting')} aside={<Count>{asks.length + waiting.length}</Count>}>
        {asked && asks.length + waiting.length === 0 && <p className={styles.none}>{t('rail.nothingWaits')}</p>}
        {error && !asked && <p className={styles.none}>{t('asked.unknown')}</p>}
        <AskedOfYou asks={asks} />
        {waiting.map((each) => (
          <WaitsOnYou key={each.id} submission={each} />
        ))}
      </Section>
      <Section title={t('rail.withAssessors')} aside={<Count>{withAssessors.length}</Count>}>
        {withAssessors.length === 0 && <p className={styles.none}>{t('rail.nothingThere')}</p>}
        {withAssessors.map((each) => (
          <WithAssessors key={each.id} submission={each} />
        ))}
      </Section>
      {home.myCohorts.length > 0 && (
        <Section title={t('rail.cohorts')}>
          {home.myCohorts.map((each) => (
            <Together key={each.id} cohort={each} />
          ))}
        </Section>
      )}
      <LargerBadges />
      {ending.length > 0 && (
        <Section title={t('rail.ending')} aside={<Count>{ending.length}</Count>}>
          {ending.map((each) => (
            <Ending key={each.id} credential={each} />
          ))}
        </Section>
      )}
      {latest && <LatestBadge credential={latest} />}
    </>
  );
}

/** A draft, or a "not yet" that no later attempt has answered. */
function needsThePerson(submission: OwnSubmission, all: readonly OwnSubmission[]): boolean {
  if (submission.state === 'DRAFT' || submission.state === 'RETURNED') return true;
  if (!submission.decision || submission.decision.outcome === 'PASS') return false;
  return !all.some(
    (other) =>
      other.achievementVersion.id === submission.achievementVersion.id && other.attemptNo > submission.attemptNo,
  );
}

function WaitsOnYou({ submission }: { submission: OwnSubmission }) {
  const { t } = useTranslation('home');
  const { achievementVersion, decision, gaps } = submission;
  const met = decision?.criteria.filter((each) => each.met).length ?? 0;
  const unmet = decision?.criteria.find((each) => !each.met);
  const returned = submission.state === 'RETURNED';
  const blocking = gaps.filter((gap) => gap.blocking).length;
  return (
    <div className={styles.item}>
      <div className={styles.line}>
        <strong>{achievementTitle(achievementVersion)}</strong>
        {decision ? (
          <Chip tone="amber">{t('rail.notYet')}</Chip>
        ) : returned ? (
          <Chip tone="amber">{t('rail.returned')}</Chip>
        ) : (
          <Chip>{t('rail.draft')}</Chip>
        )}
      </div>
      {decision ? (
        <p>
          {t('rail.criteriaMet', { met, count: decision.criteria.length })} {unmet?.comment}
        </p>
      ) : returned ? (
        <p>{t('rail.returnedWhy')}</p>
      ) : (
        <p>{blocking > 0 ? t('rail.gaps', { count: blocking }) : t('rail.readyToSend')}</p>
      )}
      <TextLink to={`/growth/submissions/${submission.id}`}>
        {decision ? t('rail.readFeedback') : t('rail.goOn')}
      </TextLink>
    </div>
  );
}

const STAGES = ['SUBMITTED', 'QUEUED', 'IN_MARKING', 'IN_MODERATION', 'READY_FOR_RELEASE'];

function WithAssessors({ submission }: { submission: OwnSubmission }) {
  const { t } = useTranslation('home');
  const { day } = useFormat();
  const stage = t(`stage.${submission.state}`);
  // t('home:stage.SUBMITTED') t('home:stage.QUEUED') t('home:stage.IN_MARKING') t('home:stage.RECONCILING')
  // t('home:stage.IN_MODERATION') t('home:stage.READY_FOR_RELEASE')
  return (
    <div className={styles.item}>
      <div className={styles.line}>
        <NameLink to={`/growth/submissions/${submission.id}`}>
          {achievementTitle(submission.achievementVersion)}
        </NameLink>
        {submission.submittedAt && <small>{t('rail.handedIn', { day: day(submission.submittedAt) })}</small>}
      </div>
      <p>{stage}</p>
      <StepBar steps={5} done={Math.max(0, STAGES.indexOf(submission.state)) + 0.5} label={stage} />
    </div>
  );
}

/** A programme that one goes through together with others. */
function Together({ cohort }: { cohort: OwnCohort }) {
  const { t } = useTranslation('home');
  const { day } = useFormat();
  const earned = cohort.myPlaces.filter(({ state }) => state === 'EARNED').length;
  const words = t('rail.cohortEarned', { earned, count: cohort.myPlaces.length });
  return (
    <div className={styles.item}>
      <div className={styles.line}>
        <NameLink to={`/growth/cohorts/${cohort.id}`}>{cohort.programme?.name ?? cohort.name}</NameLink>
        <small>{t('rail.cohortUntil', { day: day(cohort.endsOn) })}</small>
      </div>
      <p>{words}</p>
      <StepBar steps={cohort.myPlaces.length} done={earned} label={words} />
    </div>
  );
}

function Ending({ credential }: { credential: HeldCredential }) {
  const { t } = useTranslation('home');
  const { day, daysUntil } = useFormat();
  if (!credential.validUntil) return null;
  return (
    <div className={styles.item}>
      <div className={styles.line}>
        <NameLink to={`/growth/badges/${credential.id}`}>{achievementTitle(credential.achievementVersion)}</NameLink>
        <b className={styles.amber}>{day(credential.validUntil)}</b>
      </div>
      <p>
        {t('rail.days', { count: daysUntil(credential.validUntil) })}{' '}
        {credential.renewal?.submissionId ? (
          <TextLink to={`/growth/submissions/${credential.renewal.submissionId}`}>{t('rail.renewing')}</TextLink>
        ) : (
          credential.renewal?.reason && (
            <TextLink to={`/growth/badges/${credential.id}#renewal`}>{t('rail.renew')}</TextLink>
          )
        )}
      </p>
    </div>
  );
}

function LatestBadge({ credential }: { credential: HeldCredential }) {
  const { t } = useTranslation('home');
  const { date } = useFormat();
  const { achievementVersion, shareGrants } = credential;
  const views = shareGrants.reduce((sum, grant) => sum + grant.views, 0);
  return (
    <Section title={t('rail.latest')}>
      <div className={styles.badge}>
        <BadgeImage url={achievementVersion.badgeUrl} name={achievementVersion.name} size={92} />
        <div>
          <h3>{achievementVersion.name}</h3>
          <p>{achievementVersion.level?.label}</p>
          <p>
            {date(credential.validFrom)}
            {shareGrants.length > 0 && `. ${t('rail.opened', { count: views })}`}
          </p>
          <TextLink to={`/growth/badges/${credential.id}`}>{t('rail.share')}</TextLink>
        </div>
      </div>
    </Section>
  );
}
