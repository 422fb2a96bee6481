import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { FigureList } from './figure-list.js';
import { FunnelSteps } from './funnel-steps.js';
import { type Figure, GOAL_INSIGHTS } from './insights.documents.js';
import styles from './insights.module.css';

const STEPS = ['AIM_SET', 'AIM_STEP', 'AIM_READY'];

/** What people set themselves, how far they came and how long it took: counts alone, for a goal belongs to whoever set it. */
export function Aims({ from, until }: { from: string | null; until: string | null }) {
  const { t } = useTranslation('insights');
  const { data, previousData, error, refetch } = useQuery(GOAL_INSIGHTS, { variables: { from, until } });
  const figures = (data ?? previousData)?.goalInsights.figures;
  return (
    <Section title={t('aims.title')}>
      <p className={styles.quiet}>{t('aims.about')}</p>
      {error && !figures && <ErrorState onRetry={() => void refetch()} />}
      {!error && !figures && <LoadingRows rows={4} />}
      {figures && <HowFar figures={figures} />}
    </Section>
  );
}

function HowFar({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation('insights');
  const steps = figures.filter(({ key }) => STEPS.includes(key));
  return (
    <>
      {steps[0]?.part === 0 ? (
        <p>{t('aims.none')}</p>
      ) : (
        <FunnelSteps steps={steps} counted={t('aims.people')} how={t('aims.how')} />
      )}
      <FigureList figures={figures.filter(({ key }) => !STEPS.includes(key))} />
    </>
  );
}
