import { useTranslation } from 'react-i18next';
import { StatusWord, type Tone } from '../../components/chip.js';
import type { Column } from '../../components/data-table.js';
import { useFormat } from '../../lib/format.js';
import { readDetail, shortened } from './audit-place.rules.js';
import type { AuditEntry } from './audit.documents.js';
import styles from './audit.module.css';

const TONES: Record<AuditEntry['outcome'], Tone> = { DONE: 'plain', REFUSED: 'amber', FAILED: 'red' };

export function useAuditColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation('audit');
  const { dayAndTime, number } = useFormat();
  return [
    { id: 'at', head: t('columns.at'), phone: true, width: 150, cell: ({ at }) => dayAndTime(at) },
    { id: 'actor', head: t('columns.actor'), phone: true, width: '24%', cell: ({ actor }) => actor },
    {
      id: 'operation',
      head: t('columns.operation'),
      phone: true,
      cell: ({ operation }) => <code className={styles.code}>{operation}</code>,
    },
    { id: 'outcome', head: t('columns.outcome'), width: 190, cell: (entry) => <Outcome entry={entry} /> },
    {
      id: 'target',
      head: t('columns.target'),
      width: 170,
      cell: ({ target }) => (
        <span className={styles.id} title={target ?? undefined}>
          {target && shortened(target)}
        </span>
      ),
    },
    {
      id: 'sequence',
      head: t('columns.sequence'),
      align: 'end',
      width: 90,
      cell: ({ sequence }) =>
        sequence === null ? <span className={styles.quiet}>{t('waits')}</span> : number(sequence),
    },
  ];
}

/** How it ended; with its reason where it was not done. */
export function Outcome({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const [, reason] = readDetail(entry.detail).ended.split(': ');
  return (
    <StatusWord tone={TONES[entry.outcome]}>
      {t(`outcome.${entry.outcome}`)}
      {reason && <small className={styles.reason}>{reason}</small>}
    </StatusWord>
  );
}
