import { useTranslation } from 'react-i18next';
import { Timeline } from '../../../components/timeline.js';
import { useFormat } from '../../../lib/format.js';
import type { Change, Kept } from './credentials.documents.js';

/** What was done to it, by whom and why; never who looked. */
export function ChangeHistory({ kept }: { kept: Kept }) {
  const { t } = useTranslation('credentials');
  const { dayAndTime } = useFormat();
  // t('credentials:history.SUSPEND') t('credentials:history.REINSTATE') t('credentials:history.REVOKE')
  // t('credentials:history.CORRECT') t('credentials:how.PROPOSED') t('credentials:how.DECIDED')
  // t('credentials:how.DONE') t('credentials:how.DECLINED')
  const entries = kept.statusChanges.map((change) => ({
    id: change.id,
    what: `${t(`history.${change.kind}`)} · ${t(`how.${change.state}`)}`,
    when: dayAndTime(change.doneAt ?? change.decidedAt ?? change.askedAt),
    note: <ChangeNote change={change} />,
    state: change.state === 'PROPOSED' || change.state === 'DECIDED' ? ('now' as const) : ('done' as const),
  }));
  const first = { id: 'issued', what: t('history.issued'), when: dayAndTime(kept.issuedAt), state: 'done' as const };
  return <Timeline label={t('history.title')} entries={kept.edition === 1 ? [first, ...entries] : entries} />;
}

function ChangeNote({ change }: { change: Change }) {
  const { t } = useTranslation('credentials');
  const { date } = useFormat();
  // t('credentials:corrected.BADGE_NAME') t('credentials:corrected.BADGE_TEXT')
  // t('credentials:corrected.HOLDER_NAME') t('credentials:corrected.VALID_FROM') t('credentials:corrected.VALID_UNTIL')
  const shown = (field: string, value: string | null) => {
    if (value === null) return t('noEnd');
    return field.startsWith('VALID_') ? date(value) : value;
  };
  const names = [change.askedBy?.displayName, change.decidedBy?.displayName].filter((name) => name !== undefined);
  return (
    <>
      {change.corrections.map(({ field, was, becomes }) => (
        <span key={field}>
          {t(`corrected.${field}`, { was: shown(field, was), becomes: shown(field, becomes) })}
          <br />
        </span>
      ))}
      {t('history.why', { cause: t(`cause.${change.cause}`), reason: change.reason })}
      <br />
      {t('history.by', { names: [...new Set(names)].join(', ') })}
    </>
  );
}
