import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './insights.module.css';
import { type Kept, REMOVE_REPORT } from './reports.documents.js';

interface Props {
  reports: readonly Kept[];
  openId: string | null;
  onOpen: (id: string | null) => void;
}

/** Own reports and those that others share. */
export function KeptReports({ reports, openId, onOpen }: Props) {
  const { t } = useTranslation('insights');
  const [leaving, setLeaving] = useState<Kept | null>(null);
  const [remove, { loading, refusal }] = useResultMutation(REMOVE_REPORT, { refetch: ['SavedReports'] });
  if (reports.length === 0) return null;
  // t('insights:reports.schedule.WEEKLY') t('insights:reports.schedule.MONTHLY')
  return (
    <Section
      title={t('reports.kept')}
      aside={openId && <Button onClick={() => onOpen(null)}>{t('reports.another')}</Button>}
    >
      <ul className={styles.kept}>
        {reports.map((report) => (
          <li key={report.id} aria-current={report.id === openId}>
            <button type="button" onClick={() => onOpen(report.id)}>
              {report.name}
            </button>
            <span>
              {report.schedule && <Chip>{t(`reports.schedule.${report.schedule}`)}</Chip>}
              {report.shared && <Chip>{t('reports.sharedBy', { name: report.owner?.displayName ?? '' })}</Chip>}
            </span>
            {report.viewerCan.includes('change') && (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('reports.removeNamed', { name: report.name })}
                onClick={() => setLeaving(report)}
              >
                {t('reports.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        title={t('reports.removeNamed', { name: leaving?.name })}
        act={t('reports.remove')}
        busy={loading}
        danger
        refusal={refusal?.message}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (!leaving) return;
          void remove({ id: leaving.id }).then(({ ok }) => {
            if (!ok) return;
            if (leaving.id === openId) onOpen(null);
            setLeaving(null);
          });
        }}
      >
        {t('reports.removeBody')}
      </ConfirmDialog>
    </Section>
  );
}
