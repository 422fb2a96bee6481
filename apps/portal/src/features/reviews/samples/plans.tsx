import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { OpenWords } from '../../../components/open-number.js';
import { Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../quality.module.css';
import { DRAW_MORE, END_PLAN, type Plan, SAMPLING_PLANS } from './samples.documents.js';

/** The plans: what they pick, how much they have looked at and chosen, and how much would be enough. */
export function Plans() {
  const { t } = useTranslation('quality');
  const { data } = useQuery(SAMPLING_PLANS);
  const plans = data?.samplingPlans ?? [];
  return (
    <Section title={t('plan.title')}>
      {data && plans.length === 0 && <p className={styles.quiet}>{t('plan.none')}</p>}
      <ul className={styles.rows}>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </ul>
    </Section>
  );
}

function PlanRow({ plan }: { plan: Plan }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const again = { refetch: ['SamplingPlans', 'Samples'] };
  const [end, ending] = useResultMutation(END_PLAN, again);
  const [draw, drawing] = useResultMutation(DRAW_MORE, again);
  const { counts, achievement, share, seed, startedAt, endedAt } = plan;
  const missing = Math.max(0, Math.min(counts.lookedAt, counts.least) - counts.chosen);
  const picks = [
    t('plan.share', { percent: Math.round(share * 100) }),
    ...(plan.newAssessor ? [t('plan.newAssessor')] : []),
    ...(plan.borderline ? [t('plan.borderline')] : []),
    ...(plan.highStakes ? [t('plan.highStakes')] : []),
  ];
  const name = achievement?.name ?? t('plan.all');
  const of = (words: string) => `${name}, ${words}`;
  const checked = t('plan.checked', { count: counts.checked });
  const notSound = t('plan.notSound', { count: counts.notSound });
  const message = ending.refusal?.message ?? drawing.refusal?.message;
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <span className={styles.acts}>
          {missing > 0 && plan.viewerCan.includes('end') && (
            <Button
              size="small"
              variant="accent"
              busy={drawing.loading}
              onClick={() => void draw({ planId: plan.id, count: missing })}
            >
              {t('plan.drawMore', { count: missing })}
            </Button>
          )}
          {plan.viewerCan.includes('end') && (
            <Button
              size="small"
              busy={ending.loading}
              aria-label={t('plan.endNamed', { name })}
              onClick={() => void end({ id: plan.id })}
            >
              {t('plan.end')}
            </Button>
          )}
        </span>
      </div>
      <p className={styles.facts}>
        <span>{picks.join(' · ')}</span>
        <span>
          {endedAt
            ? t('plan.ended', { from: date(startedAt), until: date(endedAt) })
            : t('plan.since', { date: date(startedAt) })}
        </span>
      </p>
      <p className={styles.facts}>
        <span>{t('plan.lookedAt', { count: counts.lookedAt })}</span>
        <span>
          <OpenWords
            count={counts.chosen}
            to={`?plan=${plan.id}&scope=ALL`}
            label={of(t('plan.chosen', { count: counts.chosen }))}
          >
            {t('plan.chosen', { count: counts.chosen })}
          </OpenWords>
        </span>
        <span>{t('plan.least', { count: counts.least })}</span>
        <span>{t('plan.enough', { count: counts.enough })}</span>
        <span>
          <OpenWords count={counts.checked} to={`?plan=${plan.id}&scope=CHECKED`} label={of(checked)}>
            {checked}
          </OpenWords>
          ,{' '}
          <OpenWords count={counts.notSound} to={`?plan=${plan.id}&scope=NOT_SOUND`} label={of(notSound)}>
            {notSound}
          </OpenWords>
        </span>
      </p>
      <p className={styles.sub}>{t('plan.seed', { seed })}</p>
      {message && <RefusalNote>{message}</RefusalNote>}
    </li>
  );
}
