import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader, Section } from '../../components/page.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { Aims } from './aims.js';
import { FigureList } from './figure-list.js';
import { PEOPLE_INSIGHTS, UNIT_COVERAGE } from './insights.documents.js';
import styles from './insights.module.css';
import { PeriodMenu } from './period-menu.js';
import { Succession } from './succession.js';
import { SupplyTable } from './supply-table.js';
import { UnitsTable } from './units-table.js';
import { usePeriod } from './use-period.js';

/** How far what jobs ask is covered by what is verified, where it breaks and what ends. Each part comes when it is there. */
export function PeoplePage() {
  const { t } = useTranslation('insights');
  const { date } = useFormat();
  const { from, until } = usePeriod();
  const { data, previousData, error, refetch } = useQuery(PEOPLE_INSIGHTS, { variables: { from, until } });
  const shown = data ?? previousData;
  return (
    <Page title={t('places.people')}>
      <PageHeader
        title={t('places.people')}
        below={
          shown && t('below.people', { from: date(shown.peopleInsights.from), until: date(shown.peopleInsights.until) })
        }
      />
      <PeriodMenu />
      <div className={styles.work}>
        {error && !shown && <ErrorState onRetry={() => void refetch()} />}
        {!error && !shown && <LoadingRows rows={8} />}
        {shown && <FigureList figures={shown.peopleInsights.figures} />}
        <SupplyTable until={until} />
        <Units until={until} />
        {/* The longest questions come after the figures: all at once, each would take as long as all of them. */}
        {(shown || error) && (
          <>
            <Succession from={from} until={until} />
            <Aims from={from} until={until} />
          </>
        )}
        <p className={styles.quiet}>{t('suppression')}</p>
      </div>
    </Page>
  );
}

function Units({ until }: { until: string | null }) {
  const { t } = useTranslation('insights');
  const { data, previousData, error, refetch } = useQuery(UNIT_COVERAGE, { variables: { until } });
  const units = (data ?? previousData)?.unitCoverage;
  return (
    <Section title={t('units.title')}>
      <p className={styles.quiet}>{t('units.how')}</p>
      {error && !units && <ErrorState onRetry={() => void refetch()} />}
      {!error && !units && <LoadingRows rows={6} />}
      {units && <UnitsTable units={units} />}
    </Section>
  );
}
