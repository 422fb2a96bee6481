import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { RefusalNote } from '../../components/states.js';
import { NameLink, TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type OwnSubmission, type Readiness, START_SUBMISSION } from './home.documents.js';
import styles from './next-steps-list.module.css';
import { afterAll, nextSteps, type NextStep } from './next-steps.js';

interface Props {
  readiness: Readiness;
  submissions: readonly OwnSubmission[];
}

/** Three steps of the plan at most, each with its reason, its hours and what it would add. */
export function NextSteps({ readiness, submissions }: Props) {
  const { t } = useTranslation('home');
  const steps = nextSteps(readiness, submissions);
  const after = afterAll(steps, readiness.verified);
  return (
    <Section
      voice="record"
      title={t('steps.title', { count: steps.length })}
      aside={steps.length > 0 && t('steps.together', { count: after.hours, percent: after.percent })}
    >
      {steps.length === 0 && <NoSteps readiness={readiness} />}
      <ol>
        {steps.map((step, index) => (
          <Step key={step.achievementId} step={step} number={index + 1} />
        ))}
      </ol>
    </Section>
  );
}

/** Nothing to start: because it is done, or because nothing here certifies what is left. */
function NoSteps({ readiness }: { readiness: Readiness }) {
  const { t } = useTranslation('home');
  const isMet = readiness.rows.every((row) => (row.verified?.ordinal ?? 0) >= (row.requirement.level?.ordinal ?? 0));
  return (
    <p className={styles.none}>
      {isMet ? t('steps.allMet') : t('steps.none')} <TextLink to="/growth/achievements">{t('steps.look')}</TextLink>
    </p>
  );
}

function Step({ step, number }: { step: NextStep; number: number }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const navigate = useNavigate();
  const [start, { loading, refusal, failed }] = useResultMutation(START_SUBMISSION);
  const begin = async () => {
    const { ok, refusal: no } = await start({ achievementVersionId: step.achievementId });
    const id = ok?.id ?? (no?.__typename === 'AttemptOpen' ? no.submissionId : null);
    if (id) await navigate(`/growth/submissions/${id}`);
  };
  const variant = number === 1 ? 'primary' : 'outline';
  const reasons = {
    mustHave: t('steps.mustHave'),
    lapsed: t('steps.lapsed', { day: step.lapsedOn ? format.date(step.lapsedOn) : '' }),
    observed: t('steps.observed', { day: step.seenOn ? format.date(step.seenOn) : '' }),
    first: t('steps.first'),
    gap: t('steps.gap'),
  };
  return (
    <li className={styles.step}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.words}>
        <h3>
          <NameLink to={`/growth/achievements/${step.achievementId}`}>{step.name}</NameLink>
        </h3>
        <p>
          {reasons[step.reason]} {!step.closes && t('steps.partly')}
        </p>
        {refusal && refusal.__typename !== 'AttemptOpen' && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('steps.failed')}</RefusalNote>}
      </div>
      <div className={styles.figure}>
        <strong>{t('steps.hours', { count: step.hours })}</strong>
        <span>{t('steps.toDo')}</span>
      </div>
      <div className={styles.figure}>
        <strong>{t('steps.points', { count: step.gain })}</strong>
        <span>{t('steps.verified')}</span>
      </div>
      {step.submissionId ? (
        <LinkButton className={styles.act} variant={variant} to={`/growth/submissions/${step.submissionId}`}>
          {t('steps.goOn')}
        </LinkButton>
      ) : (
        <Button className={styles.act} variant={variant} busy={loading} onClick={() => void begin()}>
          {step.reason === 'lapsed' ? t('steps.renew') : t('steps.start')}
        </Button>
      )}
    </li>
  );
}
