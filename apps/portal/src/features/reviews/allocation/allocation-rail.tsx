import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import panel from '../queue/slot-panel.module.css';
import styles from './allocation-rail.module.css';
import { ALLOCATION_RUNS } from './allocation.documents.js';
import { SettingsForm } from './settings-form.js';

/** How work is given out here, and the last times that it was. */
export function AllocationRail() {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const { data, error, refetch } = useQuery(ALLOCATION_RUNS, { fetchPolicy: 'cache-and-network' });
  return (
    <aside className={`${panel.panel} ${styles.rail}`} aria-label={t('allocation.rules')}>
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {data && (
        <>
          <SettingsForm settings={data.assessmentSettings} />
          <h2 className={styles.head}>{t('allocation.runs')}</h2>
          {data.allocationRuns.length === 0 && <p className={panel.hint}>{t('allocation.noRuns')}</p>}
          <ul className={styles.runs}>
            {data.allocationRuns.map((run) => (
              <li key={run.id}>
                <b>{format.dayAndTime(run.at)}</b>
                <span>
                  {run.kind === 'NIGHTLY'
                    ? t('allocation.runNightly', { given: run.given, count: run.places })
                    : t('allocation.runOnline', { given: run.given, count: run.places })}
                </span>
                <span className={styles.quiet}>
                  {run.by?.displayName ?? t('allocation.byItself')} ·{' '}
                  {run.reproduces ? t('allocation.reproduces') : t('allocation.differs')} <code>{run.seed}</code>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
