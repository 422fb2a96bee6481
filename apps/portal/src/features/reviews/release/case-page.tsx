import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../../components/button.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { usePlace } from '../../../lib/use-place.js';
import { CASE } from './release.documents.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import styles from '../settled.module.css';
import { CaseActs } from './case-acts.js';
import { CaseWork } from './case-work.js';
import { ReleaseActs } from './release-acts.js';
import { useCaseWords } from './use-case-words.js';

/** One submission under assessment: every place for a judgement, the times it stood still, and what a lead can do. */
export function CasePage() {
  const { t } = useTranslation('reviews');
  const words = useCaseWords();
  const outcome = useOutcomeWords();
  const { day, dayAndTime } = useFormat();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(CASE, { variables: { id } });
  const [place, set] = usePlace();
  const it = data?.assessmentCase;
  // While it is judged anew, what was decided before says nothing.
  const stands = it?.state !== 'QUEUED' && it?.state !== 'IN_MARKING';
  if (!it)
    return (
      <Page title={t('places.release')}>
        {error ? (
          <ErrorState alone onRetry={() => void refetch()} />
        ) : data ? (
          <EmptyState alone title={t('release.none')} />
        ) : (
          <LoadingRows />
        )}
      </Page>
    );
  if (place.work)
    return (
      <Page title={it.achievementVersion?.name ?? t('places.release')}>
        <CaseWork id={id} />
      </Page>
    );
  // t('reviews:place.purpose.FIRST') t('reviews:place.purpose.SECOND') t('reviews:place.purpose.THIRD')
  // t('reviews:place.purpose.MODERATION') t('reviews:place.purpose.APPEAL')
  // t('reviews:place.reason.FIRST_MARK') t('reviews:place.reason.POLICY') t('reviews:place.reason.NEW_ASSESSOR')
  // t('reviews:place.reason.BORDERLINE') t('reviews:place.reason.HIGH_STAKES') t('reviews:place.reason.SAMPLE')
  // t('reviews:place.reason.WAIVER') t('reviews:place.reason.DISAGREEMENT') t('reviews:place.reason.MODERATION_SAMPLE')
  // t('reviews:place.reason.SENT_BACK') t('reviews:place.reason.APPEAL') t('reviews:place.reason.RECALL')
  return (
    <Page title={it.achievementVersion?.name ?? t('places.release')} record={id}>
      <PageHeader
        title={it.achievementVersion?.name ?? ''}
        above={
          <>
            <TextLink to="/reviews/release">{t('places.release')}</TextLink>
            <span>{`${it.candidateCode ?? ''} · ${words(it.state)}`}</span>
          </>
        }
        below={stands && it.decision && `${outcome(it.decision.outcome)}, ${Math.round(it.decision.score * 100)} %`}
        acts={
          <>
            <Button onClick={() => set({ work: '1' })}>{t('release.work')}</Button>
            <CaseActs it={it} onChanged={() => void refetch()} />
            {it.decision && it.notReleasable === null && (
              <ReleaseActs chosen={[it.id]} rows={[it]} onDone={() => void refetch()} />
            )}
          </>
        }
      />
      <div className={styles.narrow}>
        {it.state === 'READY_FOR_RELEASE' && it.notReleasable && <Note>{it.notReleasable}</Note>}
        {it.malpractice && <Note tone="amber">{t('release.malpractice', { reason: it.malpractice.reason })}</Note>}
        <Section title={t('release.places')}>
          <ul className={styles.list}>
            {it.places.map((place) => (
              <li key={place.id}>
                <b>{t(`place.purpose.${place.purpose}`)}</b>
                <span className={styles.quiet}>{t(`place.reason.${place.reason}`)}</span>
                <span>{place.assessor?.displayName ?? (place.state !== 'CANCELLED' && t('release.nobody'))}</span>
                <span className={styles.quiet}>
                  {place.handedInAt
                    ? t('release.handedIn', { when: dayAndTime(place.handedInAt) })
                    : place.state === 'CANCELLED'
                      ? t('release.ended')
                      : t('appeals.due', { day: day(place.dueAt) })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
        {it.holds.length > 0 && (
          <Section title={t('release.holds')}>
            <ul className={styles.list}>
              {it.holds.map((hold) => (
                <li key={hold.fromAt}>
                  <span>
                    {dayAndTime(hold.fromAt)} – {hold.untilAt ? dayAndTime(hold.untilAt) : t('release.stillHeld')}
                  </span>
                  <span className={styles.quiet}>{hold.reason}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  );
}
