import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Chip } from '../../components/chip.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { OpenWords } from '../../components/open-number.js';
import { Section } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { type RoleNear, ROLES_NEAR } from './roles-near.documents.js';
import styles from './roles-near.module.css';

const NAMED = 2;

interface Props {
  goal: string | null;
  selected: string;
  onSelect: (levelId: string) => void;
}

/** Jobs that ask for more than one's own, with what speaks for each; the plan of the chosen one stands beside it. */
export function RolesNear({ goal, selected, onSelect }: Props) {
  const { t } = useTranslation('pathway');
  const { data, error, refetch } = useQuery(ROLES_NEAR);
  const columns = useColumns(goal);
  if (data?.myRoleSuggestions.length === 0) return null;
  return (
    <Section title={t('near.title')} aside={t('near.how')}>
      <div className={styles.table}>
        <DataTable
          label={t('near.title')}
          columns={columns}
          rows={data?.myRoleSuggestions}
          rowId={({ levelId }) => levelId}
          selectedId={selected}
          onSelect={({ levelId }) => onSelect(levelId)}
          keys={false}
          error={error && !data ? <ErrorState onRetry={() => void refetch()} /> : undefined}
          empty={<EmptyState title={t('near.title')} />}
        />
      </div>
    </Section>
  );
}

function useColumns(goal: string | null): Column<RoleNear>[] {
  const { t } = useTranslation('pathway');
  const percent = (share: number | undefined) => `${Math.round((share ?? 0) * 100)} %`;
  const hours = ({ readiness }: RoleNear) => {
    if (!readiness || readiness.plan.outcome === 'UNREACHABLE') return '–';
    return readiness.plan.outcome === 'PARTLY'
      ? t('near.atLeast', { hours: readiness.plan.hours })
      : readiness.plan.hours;
  };
  return [
    {
      id: 'role',
      head: t('columns.role'),
      phone: true,
      // t('pathway:near.why.STEP') t('pathway:near.why.SHARE')
      cell: ({ jobRoleLevel, levelId, reason }) => (
        <>
          <strong>
            {jobRoleLevel?.name} {levelId === goal && <Chip tone="accent">{t('near.goal')}</Chip>}
          </strong>
          <small className={styles.leaves}>{t(`near.why.${reason}`)}</small>
        </>
      ),
    },
    {
      id: 'shared',
      head: t('near.shared'),
      cell: (row) => <Shared row={row} />,
    },
    { id: 'show', head: t('near.toShow'), cell: (row) => <ToShow row={row} /> },
    {
      id: 'verified',
      head: t('verified'),
      align: 'end',
      phone: true,
      cell: (row) => <b>{percent(row.readiness?.verified)}</b>,
    },
    { id: 'claimed', head: t('claimed'), align: 'end', cell: (row) => percent(row.readiness?.claimed) },
    { id: 'hours', head: t('near.hours'), align: 'end', cell: hours },
  ];
}

/** How many skills both jobs ask for, and how many stay behind; each opens to their names. */
function Shared({ row: { shared, asks, leaves, sharedSkills, leftSkills } }: { row: RoleNear }) {
  const { t } = useTranslation('pathway');
  return (
    <>
      <Opens words={t('near.of', { shared, asks })} skills={sharedSkills} />
      {leaves > 0 && (
        <div className={styles.leaves}>
          <Opens words={t('near.leaves', { count: leaves })} skills={leftSkills} />
        </div>
      )}
    </>
  );
}

function Opens({ words, skills }: { words: string; skills: RoleNear['sharedSkills'] }) {
  if (skills.length === 0) return words;
  return (
    <details className={styles.opens}>
      <summary>{words}</summary>
      <ul>
        {skills.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

/** The first two by name, and how many more. */
function ToShow({ row: { levelId, readiness } }: { row: RoleNear }) {
  const { t } = useTranslation('pathway');
  const [search] = useSearchParams();
  search.set('level', levelId);
  const to = `?${search.toString()}#gaps`;
  const open = readiness?.rows.filter(({ gap }) => gap > 0).map(({ requirement }) => requirement.skill.name) ?? [];
  if (open.length === 0) return t('near.nothing');
  const more = open.length - NAMED;
  const musts = readiness?.blockedBy.length ?? 0;
  return (
    <>
      {open.slice(0, NAMED).join(', ')}
      {more > 0 && (
        <>
          {', '}
          <OpenWords count={more} to={to}>
            {t('near.more', { count: more })}
          </OpenWords>
        </>
      )}
      {musts > 0 && (
        <small className={styles.leaves}>
          <OpenWords count={musts} to={to}>
            {t('near.musts', { count: musts })}
          </OpenWords>
        </small>
      )}
    </>
  );
}
