import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.js';
import { EmptyState } from '../../components/states.js';
import type { LatticeProps } from './lattice-graph.js';
import type { Level, Role } from './pathway.documents.js';

interface Row {
  role: Role;
  level: Level;
  /** Skills shared with where one stands; null where no step leads there. */
  step: { shared: number | null } | null;
}

/** The same as the drawing, rung by rung. */
export function LatticeList({ lanes, here, goal, selected, onSelect }: LatticeProps) {
  const { t } = useTranslation('pathway');
  const rows = lanes.roles.flatMap((role) =>
    role.levels.map((level): Row => ({ role, level, step: lanes.across.find(({ to }) => to === level.id) ?? null })),
  );
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const said = ({ role, level, step }: Row) => {
    if (level.id === here) return t('mark.here');
    if (level.id === goal) return t('mark.goal');
    if (level.asks === 0) return t('asksNothing');
    const own = role.levels.find(({ id }) => id === here);
    if (own && level.order < own.order) return t('rungBelow');
    if (step) return step.shared === null ? t('stepAcross') : t('stepShared', { count: step.shared });
    return t(`band.${level.myNearness.band}`);
  };
  // t('pathway:band.READY') t('pathway:band.BLOCKED') t('pathway:band.NEXT_STEP') t('pathway:band.STRETCH')
  // t('pathway:band.EXPLORE') t('pathway:band.NOTHING_ASKED')
  const columns: Column<Row>[] = [
    { id: 'level', head: t('columns.level'), phone: true, cell: ({ level }) => <strong>{level.name}</strong> },
    { id: 'role', head: t('columns.role'), cell: ({ role }) => role.name },
    { id: 'asks', head: t('columns.asks'), align: 'end', cell: ({ level }) => level.asks },
    {
      id: 'verified',
      head: t('verified'),
      align: 'end',
      phone: true,
      cell: ({ level }) => percent(level.myNearness.verified),
    },
    { id: 'claimed', head: t('claimed'), align: 'end', cell: ({ level }) => percent(level.myNearness.claimed) },
    { id: 'said', head: t('columns.place'), width: 220, cell: said },
  ];
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      rowId={({ level }) => level.id}
      selectedId={selected}
      onSelect={({ level }) => onSelect(level.id)}
      empty={<EmptyState title={t('none.title')} />}
    />
  );
}
