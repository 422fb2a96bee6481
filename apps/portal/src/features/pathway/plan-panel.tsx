import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Figure } from '../../components/key-values.js';
import { OpenWords } from '../../components/open-number.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { NewerVersion } from '../../components/newer-version.js';
import { NameLink } from '../../components/text-link.js';
import { useToast } from '../../components/toast.js';
import { achievementTitle, useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type Aim, CHOOSE_GOAL, type Goal, type PlanStep } from './pathway.documents.js';
import { PlanBudget } from './plan-budget.js';
import styles from './plan-panel.module.css';
import { PlanTalk } from './plan-talk.js';
import { ReallyHeld } from './really-held.js';
import type { Pace } from './use-pace.js';

// After these nothing more can happen to an attempt; a new one may begin.
const OVER: readonly string[] = ['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID'];

interface Props {
  /** How the answer comes along. */
  plan: { data: unknown; error?: unknown; refetch: () => unknown };
  aim: Aim | null;
  goal: Goal | null;
  pace: Pace;
}

/** What it takes to get to a rung: steps in order, why in that order, and what so many hours would give. */
export function PlanPanel({ plan: { data, error, refetch }, aim, goal, pace }: Props) {
  const { t } = useTranslation('pathway');
  return (
    <>
      {/* Whoever walks the rungs by keys hears what the panel shows then, without going there. */}
      <output className="visually-hidden">{aim && <Said aim={aim} />}</output>
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {Boolean(data) && !aim && (
        <EmptyState title={t('plan.gone')} act={<LinkButton to="/growth/pathway">{t('plan.back')}</LinkButton>}>
          {t('plan.goneBody')}
        </EmptyState>
      )}
      {aim && <Plan key={aim.jobRoleLevel.id} aim={aim} goal={goal} pace={pace} />}
    </>
  );
}

function Said({ aim: { band, plan, blockedBy, jobRoleLevel } }: { aim: Aim }) {
  const { t } = useTranslation('pathway');
  if (band === 'NOTHING_ASKED') return <>{`${jobRoleLevel.name}: ${t('plan.nothingAsked')}`}</>;
  const hours = `${t('hours', { count: plan.hours })} ${t('plan.hours')}`;
  const steps = `${plan.steps.length} ${t('plan.steps', { count: plan.steps.length })}`;
  const open = `${blockedBy.length} ${t('plan.mustHaves', { count: blockedBy.length })}`;
  return <>{`${jobRoleLevel.name}: ${[hours, steps, open].join(', ')}`}</>;
}

function Plan({ aim, goal, pace }: { aim: Aim; goal: Goal | null; pace: Pace }) {
  const { t } = useTranslation('pathway');
  const { date } = useFormat();
  const { plan, jobRoleLevel } = aim;
  const isGoal = goal?.jobRoleLevel?.id === jobRoleLevel.id;
  const above = !isGoal ? t('plan.whatIf') : goal.byDay ? t('plan.by', { date: date(goal.byDay) }) : t('plan.toGoal');
  const first = plan.steps[0];
  const { search } = useLocation();
  const mustHaves = t('plan.mustHaves', { count: aim.blockedBy.length });
  /** A figure as the way to what it counts, further down the page. */
  const opens = (count: number, shown: string | number, label: string, id: string) => (
    <OpenWords count={count} to={`${search}#${id}`} label={`${shown} ${label}`}>
      {shown}
    </OpenWords>
  );
  return (
    <section className={styles.panel} aria-label={t('plan.label')}>
      <p className={styles.above}>{above}</p>
      <h2>{jobRoleLevel.name}</h2>
      {isGoal && <NewerVersion goal={goal} verified={aim.verified} refetch={['Pathway', 'Home', 'MyPlanReview']} />}
      {aim.band === 'NOTHING_ASKED' ? (
        <p className={styles.note}>{t('plan.nothingAsked')}</p>
      ) : (
        <>
          <div className={styles.figures}>
            <Figure value={opens(plan.steps.length, t('hours', { count: plan.hours }), t('plan.hours'), 'steps')}>
              {t('plan.hours')}
            </Figure>
            <Figure
              value={opens(
                plan.steps.length,
                plan.steps.length,
                t('plan.steps', { count: plan.steps.length }),
                'steps',
              )}
            >
              {t('plan.steps', { count: plan.steps.length })}
            </Figure>
            <Figure value={opens(aim.blockedBy.length, aim.blockedBy.length, mustHaves, 'gaps')}>{mustHaves}</Figure>
          </div>
          <Steps aim={aim} />
          <Unreached aim={aim} />
          {plan.steps.length > 0 && <Why aim={aim} />}
          {plan.steps.length > 0 && <PlanBudget aim={aim} pace={pace} />}
        </>
      )}
      {!isGoal && <MakeGoal levelId={jobRoleLevel.id} />}
      {isGoal && first && <Begin step={first} />}
      {isGoal && <PlanTalk hasSteps={plan.steps.length > 0} />}
      <ReallyHeld held={jobRoleLevel.reallyHeld} />
      <p className={styles.note}>{t('plan.promotion')}</p>
    </section>
  );
}

/** The first step: begun already, or to begin. */
function Begin({ step: { achievement, mySubmission } }: { step: PlanStep }) {
  const { t } = useTranslation('pathway');
  if (!achievement) return null;
  const open = mySubmission && !OVER.includes(mySubmission.state) ? mySubmission : null;
  // t('pathway:plan.goOn') t('pathway:plan.see') t('pathway:plan.start')
  const isDraft = open?.state === 'DRAFT' || open?.state === 'RETURNED';
  return (
    <LinkButton
      variant="primary"
      size="large"
      wide
      to={open ? `/growth/submissions/${open.id}` : `/growth/achievements/${achievement.id}`}
    >
      {t(open ? (isDraft ? 'plan.goOn' : 'plan.see') : 'plan.start', { name: achievement.name })}
    </LinkButton>
  );
}

function Steps({ aim }: { aim: Aim }) {
  const { t } = useTranslation('pathway');
  const names = new Map(aim.rows.map(({ requirement: { skill } }) => [skill.id, skill.name]));
  const why = (step: PlanStep) => {
    if (step.unblocks.length > 0) return t('reason.mustHave', { skill: names.get(step.unblocks[0] ?? '') });
    if (step.closes.length === 0) return t('reason.first');
    return step.closes.map(({ skillId, to }) => t('reason.closes', { skill: names.get(skillId), to })).join(' ');
  };
  if (aim.plan.outcome === 'NOTHING_TO_CLOSE') return <p className={styles.note}>{t('plan.allHeld')}</p>;
  return (
    <ol className={styles.steps} id="steps">
      {aim.plan.steps.map((step, index) => (
        <li key={step.achievementId}>
          <span className={styles.number} aria-hidden>
            {index + 1}
          </span>
          <span className={styles.words}>
            {step.achievement && (
              <NameLink to={`/growth/achievements/${step.achievement.id}`}>
                {achievementTitle(step.achievement)}
              </NameLink>
            )}
            <small>{why(step)}</small>
          </span>
          <span className={styles.end}>
            {t('hours', { count: step.hours })}
            {!step.hoursSaid && <small>{t('plan.hoursTaken')}</small>}
          </span>
          <b className={styles.end}>{Math.round(step.after * 100)} %</b>
        </li>
      ))}
    </ol>
  );
}

function Unreached({ aim }: { aim: Aim }) {
  const { t } = useTranslation('pathway');
  const { unreached } = aim.plan;
  if (unreached.length === 0) return null;
  const names = unreached.map(({ skillId }) => aim.rows.find((row) => row.requirement.skill.id === skillId));
  return (
    <p className={styles.note}>
      {t('plan.unreached', { count: unreached.length })} {names.map((row) => row?.requirement.skill.name).join(', ')}.
    </p>
  );
}

/** Must-haves first, then the most readiness for the hours; and what came second. */
function Why({ aim }: { aim: Aim }) {
  const { t } = useTranslation('pathway');
  const { otherOrder, runnerUp, steps, exact } = aim.plan;
  const nameOf = (id: string) => {
    const achievement = steps.find(({ achievementId }) => achievementId === id)?.achievement;
    return achievement ? achievementTitle(achievement) : '';
  };
  return (
    <p className={styles.note}>
      <strong>{t('why.title')}</strong> {t('why.order')}{' '}
      {otherOrder &&
        (otherOrder.blockedLonger > 0
          ? t('why.otherBlocked', { name: nameOf(otherOrder.startsWith), count: otherOrder.blockedLonger })
          : t('why.other', { name: nameOf(otherOrder.startsWith) }))}{' '}
      {runnerUp &&
        (runnerUp.hoursMore > 0
          ? t('why.runnerUp', { name: nameOf(runnerUp.without), count: runnerUp.hoursMore })
          : t('why.runnerUpSame', { name: nameOf(runnerUp.without) }))}{' '}
      {!exact && t('why.notExact')}
    </p>
  );
}

function MakeGoal({ levelId }: { levelId: string }) {
  const { t } = useTranslation('pathway');
  const toast = useToast();
  const [choose, { loading, refusal, failed }] = useResultMutation(CHOOSE_GOAL, {
    refetch: ['Pathway', 'Home', 'PathwayPlan'],
  });
  const make = async () => {
    const { ok } = await choose({ input: { jobRoleLevelId: levelId, shared: false } });
    if (ok) toast(t('goal.chosen'));
  };
  return (
    <>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
      <Button variant="primary" size="large" wide busy={loading} onClick={() => void make()}>
        {t('plan.makeGoal')}
      </Button>
    </>
  );
}
