import { IconUserMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button.js';
import type { Column } from '../../components/data-table.js';
import { NameLink } from '../../components/text-link.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type Board, ENROL, type Member, REMOVE_MEMBER } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { PlaceWord } from './place-word.js';

/** A column for each achievement, between who it is and what can be done. */
export function useMemberColumns(of: Board): Column<Member>[] {
  const { t } = useTranslation('cohorts');
  const { day } = useFormat();
  const toast = useToast();
  const [remove] = useResultMutation(REMOVE_MEMBER, { refetch: ['CohortBoard'] });
  const [enrol] = useResultMutation(ENROL, { refetch: ['CohortBoard'] });
  const out = async ({ person }: Member) => {
    const { ok, refusal } = await remove({ cohortId: of.id, personId: person.id });
    if (refusal) toast(refusal.message);
    if (!ok) return;
    const back = () => void enrol({ input: { cohortId: of.id, personIds: [person.id] } });
    toast(t('board.removed', { name: person.displayName }), { undo: back });
  };
  const earned = (row: Member) => row.places.filter(({ state }) => state === 'EARNED').length;
  return [
    {
      id: 'person',
      head: t('columns.person'),
      phone: true,
      width: 200,
      cell: (row) => (
        <>
          <NameLink to={`/growth/colleagues/${row.person.id}`}>{row.person.displayName}</NameLink>
          <PlacesBelow of={of} row={row} />
        </>
      ),
    },
    {
      id: 'earned',
      head: t('columns.earned'),
      phone: true,
      align: 'end',
      width: 90,
      cell: (row) => t('columns.of', { count: earned(row), all: row.places.length }),
    },
    ...(of.programme?.achievements ?? []).map(({ achievementId, name }) => ({
      id: achievementId,
      head: name,
      cell: (row: Member) => {
        const place = row.places.find((each) => each.achievementId === achievementId);
        return place ? <PlaceWord state={place.state} /> : null;
      },
    })),
    {
      id: 'reminded',
      head: t('columns.reminded'),
      width: 120,
      cell: (row) => (row.remindedAt ? day(row.remindedAt) : ''),
    },
    ...(of.viewerCan.includes('run')
      ? [
          {
            id: 'acts',
            phone: true,
            head: <span className="visually-hidden">{t('columns.acts')}</span>,
            width: 48,
            cell: (row: Member) => (
              <IconButton label={t('board.remove', { name: row.person.displayName })} onClick={() => void out(row)}>
                <IconUserMinus size={16} stroke={1.6} aria-hidden />
              </IconButton>
            ),
          },
        ]
      : []),
  ];
}

/** On a phone, where a column for each achievement has no room. */
function PlacesBelow({ of, row }: { of: Board; row: Member }) {
  return (
    <ul className={styles.places}>
      {of.programme?.achievements.map(({ achievementId, name }) => {
        const place = row.places.find((each) => each.achievementId === achievementId);
        return (
          place && (
            <li key={achievementId}>
              {name} <PlaceWord state={place.state} />
            </li>
          )
        );
      })}
    </ul>
  );
}
