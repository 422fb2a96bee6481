import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { FigureList } from './figure-list.js';
import { FlowTable } from './flow-table.js';
import { FunnelSteps } from './funnel-steps.js';
import { ASSESSMENT_INSIGHTS } from './insights.documents.js';
import styles from './insights.module.css';
import { PeriodMenu } from './period-menu.js';
import { usePeriod } from './use-period.js';

const FUNNEL = ['BEGUN', 'HANDED_IN', 'ANSWERED', 'PASSED', 'ISSUED'];

/** How attempts go through assessment: where they stop, how long it takes, how many pass. */
export function AssessmentPage() {
  const { t } = useTranslation('insights');
  const { date } = useFormat();
  const { from, until } = usePeriod();
  const { data, previousData, error, refetch } = useQuery(ASSESSMENT_INSIGHTS, { variables: { from, until } });
  const shown = data ?? previousData;
  const figures = shown?.assessmentInsights.figures ?? [];
  const none = figures.every(({ n }) => n === 0 || n === null);
  return (
    <Page title={t('places.assessment')}>
      <PageHeader
        title={t('places.assessment')}
        below={
          shown &&
          t('below.assessment', {
            from: date(shown.assessmentInsights.from),
            until: date(shown.assessmentInsights.until),
          })
        }
      />
      <PeriodMenu />
      <div className={styles.work}>
        {error && !shown && <ErrorState onRetry={() => void refetch()} />}
        {!error && !shown && <LoadingRows rows={8} />}
        {shown && none && <EmptyState title={t('flow.none')}>{t('flow.noneBody')}</EmptyState>}
        {shown && !none && (
          <>
            <Section title={t('flow.funnel')}>
              <FunnelSteps
                steps={figures.filter(({ key }) => FUNNEL.includes(key))}
                counted={t('flow.attempts')}
                how={t('flow.how')}
              />
            </Section>
            <FigureList figures={figures.filter(({ key }) => !FUNNEL.includes(key))} />
            <Section title={t('flow.title')}>
              <FlowTable flows={shown.achievementFlows} />
            </Section>
            <p className={styles.quiet}>{t('suppression')}</p>
          </>
        )}
      </div>
    </Page>
  );
}
