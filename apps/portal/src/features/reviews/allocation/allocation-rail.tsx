import { useQuery } from '@apollo/client/react';
import { Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import panel from '../queue/slot-panel.module.css';
import styles from './allocation-rail.module.css';
import { ALLOCATION_RUNS, CHANGE_SETTINGS, type Settings } from './allocation.documents.js';

/** How work is given out here, and the last times that it was. */
export function AllocationRail() {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const { data, error, refetch } = useQuery(ALLOCATION_RUNS, { fetchPolicy: 'cache-and-network' });
  return (
    <aside className={panel.panel} aria-label={t('allocation.rules')}>
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {data && (
        <>
          <SettingsForm settings={data.assessmentSettings} />
          <h3 className={styles.head}>{t('allocation.runs')}</h3>
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

function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('reviews');
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_SETTINGS, { refetch: ['AllocationRuns'] });
  const { hidesNames, teamIsConflict, allocation, revision } = settings;
  const set = (part: Partial<Settings>) =>
    void change({ input: { hidesNames, teamIsConflict, allocation, ...part }, expectedRevision: revision });
  return (
    <section className={styles.settings}>
      <h3 className={styles.head}>{t('allocation.rules')}</h3>
      <Switch
        label={t('allocation.automatic')}
        description={t('allocation.automaticHint')}
        checked={allocation === 'AUTOMATIC'}
        disabled={loading}
        onChange={(event) => set({ allocation: event.currentTarget.checked ? 'AUTOMATIC' : 'CLAIM' })}
      />
      <Switch
        label={t('allocation.team')}
        description={t('allocation.teamHint')}
        checked={teamIsConflict}
        disabled={loading}
        onChange={(event) => set({ teamIsConflict: event.currentTarget.checked })}
      />
      <Switch
        label={t('allocation.names')}
        description={t('allocation.namesHint')}
        checked={hidesNames}
        disabled={loading}
        onChange={(event) => set({ hidesNames: event.currentTarget.checked })}
      />
      {(refusal ?? failed) && <RefusalNote>{refusal?.message ?? t('unreachable')}</RefusalNote>}
    </section>
  );
}
