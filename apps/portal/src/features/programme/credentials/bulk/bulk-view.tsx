import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button.js';
import { ImportRows } from '../../../../components/import-rows.js';
import { Figure } from '../../../../components/key-values.js';
import { LooksLike } from '../../../../components/looks-like.js';
import { PageHeader, Section } from '../../../../components/page.js';
import { Note, RefusalNote } from '../../../../components/states.js';
import { TextLink } from '../../../../components/text-link.js';
import { useFormat } from '../../../../lib/format.js';
import { useResultMutation } from '../../../../lib/result.js';
import { useViewer } from '../../../../lib/viewer.js';
import { APPLY_BULK, type BulkIssue } from './bulk.documents.js';
import { BulkColumns } from './bulk-columns.js';
import { GivenBadges } from './given-badges.js';
import { UndoDialog } from './undo-dialog.js';
import styles from './bulk.module.css';

const HERE = '/programme/credentials/bulk';
const TONES = { CREATE: 'green', HELD: 'plain', ERROR: 'red' } as const;

/** What the list would do, row by row; then the one act; then who was given what, and the way back. */
export function BulkView({ list }: { list: BulkIssue }) {
  const { t } = useTranslation('bulk');
  const { date } = useFormat();
  const [undoing, setUndoing] = useState(false);
  const [apply, { loading, refusal, failed }] = useResultMutation(APPLY_BULK, { refetch: ['BulkIssues'] });
  const { state, counts, rows } = list;
  const isPreview = state === 'PREVIEWED' || state === 'FAILED' || state === 'AWARDING';
  // t('bulk:outcome.CREATE') t('bulk:outcome.HELD') t('bulk:outcome.ERROR')
  return (
    <>
      <PageHeader
        title={list.fileName}
        above={<TextLink to={HERE}>{t('title')}</TextLink>}
        below={<Below list={list} />}
        aside={state !== 'FAILED' && <Figures list={list} />}
        acts={
          list.viewerCan.includes('undo') ? (
            <Button variant="danger" onClick={() => setUndoing(true)}>
              {t('undo')}
            </Button>
          ) : (
            (state === 'PREVIEWED' || state === 'AWARDING') && (
              <Button
                variant="primary"
                size="large"
                busy={loading || state === 'AWARDING'}
                disabled={!list.viewerCan.includes('apply')}
                onClick={() => void apply({ id: list.id })}
              >
                {t('apply', { count: counts.create })}
              </Button>
            )
          )
        }
      />
      <div className={styles.notes}>
        <output>{(state === 'AWARDING' || state === 'UNDOING') && <Note>{t('running', list)}</Note>}</output>
        {list.problem && <RefusalNote>{list.problem}</RefusalNote>}
        {isPreview && <LooksLike likely={list.looksLike} here={HERE} />}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        {state === 'PREVIEWED' && counts.errors > 0 && <Note tone="amber">{t('mend', { count: counts.errors })}</Note>}
        {state === 'PREVIEWED' && counts.errors === 0 && counts.create === 0 && <Note>{t('nothingToDo')}</Note>}
        <Stuck list={list} />
        {list.undoneReason && <Note>{t('undoneWhy', { reason: list.undoneReason })}</Note>}
      </div>
      {isPreview && list.columns.length > 0 && <BulkColumns list={list} />}
      {isPreview && rows.length > 0 && (
        <Section title={t('rows')}>
          <ImportRows
            rows={rows.map(({ awardedOn, ...row }) => ({
              ...row,
              changes: awardedOn ? [t('givenOn', { date: date(awardedOn) })] : [],
            }))}
            names={new Map(list.fields.map((field) => [field, t(`field.${field}`)]))}
            outcome={(row) => ({ word: t(`outcome.${row.outcome}`), tone: TONES[row.outcome] })}
          />
        </Section>
      )}
      {!isPreview && <GivenBadges list={list} />}
      {undoing && <UndoDialog list={list} onClose={() => setUndoing(false)} />}
    </>
  );
}

/** What could not be signed, and where it is tried again. */
function Stuck({ list: { id, standing } }: { list: BulkIssue }) {
  const { t } = useTranslation('bulk');
  const { may } = useViewer();
  if (standing.quarantined === 0) return null;
  return (
    <Note tone="amber">
      {t('stuck', { count: standing.quarantined })}{' '}
      {may('issuance.operate') && <TextLink to={`/admin/issuance?list=${id}`}>{t('toIssuance')}</TextLink>}
    </Note>
  );
}

function Below({ list: { state, achievement, appliedAt, undoneAt } }: { list: BulkIssue }) {
  const { t } = useTranslation('bulk');
  const { dayAndTime } = useFormat();
  const when = undoneAt
    ? t('undoneAt', { at: dayAndTime(undoneAt) })
    : appliedAt
      ? t('appliedAt', { at: dayAndTime(appliedAt) })
      : state === 'FAILED'
        ? t('unreadable')
        : t('nothingGiven');
  return (
    <>
      {achievement && `${achievement.name}. `}
      {when}
    </>
  );
}

function Figures({ list: { counts, standing, appliedAt } }: { list: BulkIssue }) {
  const { t } = useTranslation('bulk');
  const { number } = useFormat();
  const shown = appliedAt
    ? (['issued', 'waiting', 'quarantined', 'withdrawn'] as const).map((key) => [key, standing[key]] as const)
    : (['create', 'held', 'errors'] as const).map((key) => [key, counts[key]] as const);
  // t('bulk:figure.issued') t('bulk:figure.waiting') t('bulk:figure.quarantined') t('bulk:figure.withdrawn')
  // t('bulk:figure.create') t('bulk:figure.held') t('bulk:figure.errors')
  return shown.map(([key, value]) => (
    <Figure key={key} value={number(value)}>
      {t(`figure.${key}`)}
    </Figure>
  ));
}
