import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { StatusWord } from '../../components/chip.js';
import { RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useResultMutation } from '../../lib/result.js';
import { BEGIN_PRIOR_LEARNING } from './prior-learning.documents.js';
import type { ScreenedVersion } from './prior-learning.types.js';
import styles from './prior-learning.module.css';

const OVER: readonly string[] = ['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID'];

interface Props {
  version: ScreenedVersion;
  answers: readonly { stance: 'YES' | 'PARTLY' | 'NO' | null }[];
  flush: () => Promise<boolean>;
}

/** What follows from it: document it, go on with it, or learn what is missing. */
export function NextStep({ version, answers, flush }: Props) {
  const { t } = useTranslation('prior-learning');
  const navigate = useNavigate();
  const [begin, { loading, refusal, failed }] = useResultMutation(BEGIN_PRIOR_LEARNING);
  const mine = version.mySubmission;
  const open = mine && !OVER.includes(mine.state);
  const outcome = mine?.decision?.releasedAt ? mine.decision : null;
  const yes = answers.filter(({ stance }) => stance === 'YES').length;
  const start = async (route: 'PRIOR_LEARNING' | 'LEARNING') => {
    await flush();
    const { ok } = await begin({ id: version.id, route });
    if (ok) void navigate(`/growth/submissions/${ok.id}`);
  };
  const gap = outcome?.criteria.filter(({ met }) => !met) ?? [];
  // t('prior-learning:result.partly') t('prior-learning:result.all') t('prior-learning:result.met')
  // t('prior-learning:result.gap')
  return (
    <div className={styles.next}>
      {open && (
        <LinkButton variant="primary" size="large" to={`/growth/submissions/${mine.id}`}>
          {t('next.open')}
        </LinkButton>
      )}
      {outcome && !open && (
        <>
          <h2>{t(gap.length > 0 ? 'result.partly' : 'result.all')}</h2>
          <ul className={styles.result}>
            {outcome.criteria.map(({ number, met, comment, criterion }) => (
              <li key={criterion.id}>
                <b>{number}</b>
                <div>
                  <p className={styles.outcome}>{criterion.title}</p>
                  <StatusWord tone={met ? 'green' : 'amber'}>{t(met ? 'result.met' : 'result.gap')}</StatusWord>
                  {!met && comment && <p>{comment}</p>}
                </div>
              </li>
            ))}
          </ul>
          {gap.length > 0 && <Learn version={version} count={gap.length} />}
          {gap.length > 0 && (
            <Button variant="primary" size="large" busy={loading} onClick={() => void start('LEARNING')}>
              {t('next.gap')}
            </Button>
          )}
        </>
      )}
      {!open && !outcome && (
        <>
          <p>{yes > 0 ? t('next.some', { count: yes, total: version.outcomes.length }) : t('next.none')}</p>
          <Button variant="primary" size="large" busy={loading} onClick={() => void start('PRIOR_LEARNING')}>
            {t('next.begin')}
          </Button>
        </>
      )}
      {refusal && (
        <RefusalNote>
          {refusal.message}{' '}
          {refusal.__typename === 'AttemptOpen' && (
            <TextLink to={`/growth/submissions/${refusal.submissionId}`}>{t('next.open')}</TextLink>
          )}
        </RefusalNote>
      )}
      {failed && <RefusalNote>{t('kept')}</RefusalNote>}
    </div>
  );
}

/** Only the rest is learned: courses for the skills of the achievement. */
function Learn({ version, count }: { version: ScreenedVersion; count: number }) {
  const { t } = useTranslation('prior-learning');
  return (
    <div>
      <p>{t('learn.lead', { count })}</p>
      <ul className={styles.list}>
        {version.courses.map((course) => (
          <li key={course.id}>
            <TextLink to={`/growth/courses/${course.id}`}>{course.title}</TextLink>
            {course.hours !== null && (
              <span className={styles.quiet}> {t('learn.hours', { count: course.hours })}</span>
            )}
          </li>
        ))}
      </ul>
      {version.courses.length === 0 && <p className={styles.quiet}>{t('learn.none')}</p>}
    </div>
  );
}
