import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { DataTable } from '../../../components/data-table.js';
import { type Choice, SearchSelect } from '../../../components/search-select.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { KeepGoals } from './keep-goals.js';
import { CHOOSE_LEVEL_MOVE, FIND_LEVELS, LEVEL_MOVES, type LevelMove } from './level-moves.documents.js';
import styles from './framework.module.css';

const FOUND = 50;

/** Where people go who stand on levels of earlier versions: in a draft to be said, after publishing what happened. */
export function LevelMoves({ frameworkId }: { frameworkId: string }) {
  const { t } = useTranslation('roles');
  const { number } = useFormat();
  const { may } = useViewer();
  const { data, error, refetch } = useQuery(LEVEL_MOVES, { variables: { id: frameworkId } });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={6} />;
  const moves = data.framework?.levelMoves ?? [];
  const editable = data.framework?.viewerCan.includes('edit') ?? false;
  const manages = editable || may('framework.manage');
  const keep = data.framework && manages && data.framework.state !== 'SUPERSEDED' && (
    <KeepGoals key={frameworkId} frameworkId={frameworkId} until={data.framework.goalsKeptUntil} />
  );
  if (moves.length === 0)
    return (
      <>
        {keep}
        <EmptyState title={t('moves.none')}>{t('moves.noneBody')}</EmptyState>
      </>
    );
  return (
    <>
      {keep}
      <p className={styles.movesLead}>{t(editable ? 'moves.below' : 'moves.belowDone')}</p>
      <DataTable
        label={t('moves.tab')}
        keys={false}
        density="tall"
        rows={moves}
        rowId={({ from }) => from.id}
        empty={null}
        columns={[
          {
            id: 'from',
            head: t('moves.from'),
            phone: true,
            cell: ({ from }) => (
              <TextLink to={`/programme/roles/${from.id}`}>
                {t('levelOfRole', { level: from.name, role: from.role.name })}
              </TextLink>
            ),
          },
          { id: 'people', head: t('moves.people'), align: 'end', width: 90, cell: ({ people }) => number(people) },
          {
            id: 'to',
            head: t('moves.to'),
            phone: true,
            width: '50%',
            cell: (move) => (editable ? <ChooseLevel frameworkId={frameworkId} move={move} /> : <Gone move={move} />),
          },
        ]}
      />
    </>
  );
}

function Gone({ move }: { move: LevelMove }) {
  const { t } = useTranslation('roles');
  const { date } = useFormat();
  if (!move.to) return <StatusWord tone="gilt">{t('moves.stay')}</StatusWord>;
  return (
    <>
      <TextLink to={`/programme/roles/${move.to.id}`}>
        {t('levelOfRole', { level: move.to.name, role: move.to.role.name })}
      </TextLink>{' '}
      {move.movedAt && date(move.movedAt)}
    </>
  );
}

function ChooseLevel({ frameworkId, move }: { frameworkId: string; move: LevelMove }) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(FIND_LEVELS, { variables: { id: frameworkId, search: search || null } });
  const [choose, { refusal, failed }] = useResultMutation(CHOOSE_LEVEL_MOVE, {
    refetch: ['LevelMoves', 'FrameworkImpact'],
  });
  const nameOf = (level: { name: string; role: { name: string } }) =>
    t('levelOfRole', { level: level.name, role: level.role.name });
  const value: Choice | null = move.to ? { value: move.to.id, label: nameOf(move.to) } : null;
  const levels = ((data ?? previousData)?.roleLattice?.roles ?? []).flatMap((role) =>
    role.levels.map((level) => ({ value: level.id, label: nameOf({ ...level, role }) })),
  );
  // A role is found with all its levels: those of the words come alone, unless it was found by another title.
  const named = levels.filter(({ label }) => label.toLowerCase().includes(search.toLowerCase()));
  const found = (named.length > 0 ? named : levels).slice(0, FOUND);
  const before = move.chosen ? (move.to?.id ?? null) : null;
  const set = async (to: string | null) => {
    const { ok } = await choose({ id: frameworkId, from: move.from.id, to });
    if (!ok) return;
    const words = found.find((each) => each.value === to)?.label;
    toast(words ? t('moves.moved', { level: words }) : t('moves.undone'), {
      undo: () => void choose({ id: frameworkId, from: move.from.id, to: before }),
    });
  };
  return (
    <span className={styles.move}>
      <SearchSelect
        key={value?.value ?? 'none'}
        aria-label={t('moves.chooseFor', { level: nameOf(move.from) })}
        placeholder={t('moves.stay')}
        value={value}
        found={found}
        onSearch={setSearch}
        onChange={(choice) => void set(choice?.value ?? null)}
        openOnFocus={false}
        clearable={move.chosen}
      />
      {move.to ? (
        <StatusWord tone="plain">{t(move.chosen ? 'moves.chosen' : 'moves.same')}</StatusWord>
      ) : (
        <StatusWord tone="gilt">{t('moves.stay')}</StatusWord>
      )}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
    </span>
  );
}
// t('roles:moves.chosen') t('roles:moves.same') t('roles:moves.below') t('roles:moves.belowDone')
