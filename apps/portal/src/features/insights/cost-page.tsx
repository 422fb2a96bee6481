import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader, Section } from '../../components/page.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { CostAssumptions } from './cost-assumptions.js';
import { FigureList } from './figure-list.js';
import { COST_INSIGHTS } from './insights.documents.js';
import styles from './insights.module.css';
import { PeriodMenu } from './period-menu.js';
import { Told } from './told.js';
import { useRowsAddress } from './use-rows-address.js';
import { usePeriod } from './use-period.js';

/** What credentials cost: counts by the product, prices by whoever asks, and what both come to. */
export function CostPage() {
  const { t } = useTranslation('insights');
  const { date, number } = useFormat();
  const { from, until } = usePeriod();
  const addressOf = useRowsAddress();
  const { data, previousData, error, refetch } = useQuery(COST_INSIGHTS, { variables: { from, until } });
  const shown = data ?? previousData;
  return (
    <Page title={t('places.cost')}>
      <PageHeader
        title={t('places.cost')}
        below={shown && t('below.cost', { from: date(shown.costInsights.from), until: date(shown.costInsights.until) })}
      />
      <PeriodMenu />
      <div className={styles.work}>
        {error && !shown && <ErrorState onRetry={() => void refetch()} />}
        {!error && !shown && <LoadingRows rows={8} />}
        {shown && (
          <>
            <CostAssumptions figures={shown.costInsights.figures} />
            <FigureList figures={shown.costInsights.figures} />
            <Section title={t('spend.title')}>
              <p className={styles.quiet}>{t('spend.how')}</p>
              {shown.courseSpend.length === 0 ? (
                <p>{t('spend.none')}</p>
              ) : (
                <table className={styles.table}>
                  <thead>
                    <tr>
                      <th>{t('spend.currency')}</th>
                      <th data-end>{t('spend.amount')}</th>
                      <th data-end>{t('spend.completions')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.courseSpend.map(({ currency, amount, completions }) => (
                      <tr key={currency}>
                        <td>{currency}</td>
                        <td data-end>
                          {amount === null ? (
                            <span className={styles.quiet}>{t('band.HIDDEN')}</span>
                          ) : (
                            number(Math.round(amount))
                          )}
                        </td>
                        <td data-end>
                          <Told
                            count={completions}
                            band={completions === null ? 'FEW' : null}
                            to={addressOf('COURSES_COMPLETED')}
                            label={t('spend.completions')}
                          />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </Section>
            <p className={styles.quiet}>{t('suppression')}</p>
          </>
        )}
      </div>
    </Page>
  );
}
