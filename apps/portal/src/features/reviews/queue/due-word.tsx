import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.js';
import { useFormat } from '../../../lib/format.js';
import { dueFrom } from '../due.rules.js';
import type { SlotRow } from '../review.types.js';

/** When it is due: colour only with its word and its shape. What is handed in is no longer due; the clock of what is on hold stands. */
export function DueWord({
  row,
  now,
}: {
  row: Pick<SlotRow, 'state' | 'dueAt'> & Partial<Pick<SlotRow, 'submissionState'>>;
  now: Date;
}) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  if (row.state === 'HANDED_IN') return <span>{t('due.handedIn')}</span>;
  if (row.submissionState === 'ON_HOLD') return <span>{t('due.onHold')}</span>;
  const due = dueFrom(row.dueAt, now);
  if (due.kind === 'over')
    return (
      <Chip tone="red" icon={<IconAlertTriangle size={14} stroke={1.8} aria-hidden />}>
        {t('due.over', { count: due.days })}
      </Chip>
    );
  if (due.kind === 'today')
    return (
      <Chip tone="amber" icon={<IconClock size={14} stroke={1.8} aria-hidden />}>
        {t('due.today', { time: format.time(row.dueAt) })}
      </Chip>
    );
  if (due.kind === 'tomorrow') return <b>{t('due.tomorrow')}</b>;
  return <span>{format.day(row.dueAt)}</span>;
}
