import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../components/level-tile.js';
import { NameLink } from '../../components/text-link.js';
import styles from './skill-map.module.css';
import { cellOf, countsToday, daysLeft } from './team-facts.js';
import type { TeamCell, TeamMap, TeamPerson, TeamSkill } from './team.documents.js';

interface Props {
  team: TeamMap;
  selected: { personId: string | null; skillId: string | null };
  onSelect: (personId: string, skillId: string) => void;
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A real table with sticky heads; the arrow keys walk it, Enter opens a cell. */
export function SkillMap({ team, selected, onSelect }: Props) {
  const { t } = useTranslation('team');
  const table = useRef<HTMLTableElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const at = (event.target as HTMLElement).dataset.at?.split(' ').map(Number);
    if (!step || at?.[0] === undefined || at[1] === undefined) return;
    event.preventDefault();
    const next = table.current?.querySelector<HTMLButtonElement>(`[data-at="${at[0] + step[0]} ${at[1] + step[1]}"]`);
    next?.focus();
  };
  return (
    <div className={styles.scroller}>
      <table ref={table} className={styles.map} aria-label={t('map')}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('size', { people: team.size, skills: team.skills.length })}
            </th>
            {team.skills.map((skill) => (
              <SkillHead key={skill.skill.id} skill={skill} />
            ))}
          </tr>
        </thead>
        <tbody>
          {team.people.map((person, row) => (
            <tr key={person.person.id}>
              <th scope="row">
                <NameLink to={`/growth/colleagues/${person.person.id}`}>{person.person.displayName}</NameLink>
                <small>{person.jobTitle}</small>
              </th>
              {team.skills.map((skill, column) => {
                const chosen = selected.personId === person.person.id && selected.skillId === skill.skill.id;
                return (
                  <td key={skill.skill.id} data-chosen={chosen}>
                    <CellButton
                      person={person}
                      skill={skill}
                      asOf={team.asOf}
                      at={`${row} ${column}`}
                      first={row === 0 && column === 0}
                      onSelect={() => onSelect(person.person.id, skill.skill.id)}
                      onWalk={walk}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t('foot')}
              <small>{t('footHint')}</small>
            </th>
            {team.skills.map((skill) => {
              const wanted = skill.asked;
              return (
                <td key={skill.skill.id} data-short={wanted > 0 && skill.covered < wanted}>
                  <b>{skill.covered}</b> {wanted > 0 && t('of', { count: wanted })}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function SkillHead({ skill }: { skill: TeamSkill }) {
  const { t } = useTranslation('team');
  const wanted = skill.asked;
  return (
    <th scope="col" data-short={wanted > 0 && skill.covered < wanted}>
      {skill.skill.name}
      <small>{wanted > 0 ? t('wanted', { count: wanted, level: skill.needed }) : t('notWanted')}</small>
    </th>
  );
}

interface CellProps {
  person: TeamPerson;
  skill: TeamSkill;
  asOf: string;
  at: string;
  first: boolean;
  onSelect: () => void;
  onWalk: (event: KeyboardEvent) => void;
}

function CellButton({ person, skill, asOf, at, first, onSelect, onWalk }: CellProps) {
  const { t } = useTranslation('team');
  const cell = cellOf(person, skill.skill.id);
  const notes = useNotes(cell, asOf);
  const lapsed = cell?.state === 'LAPSED';
  const level = lapsed ? t('cell.lapsed', { level: cell?.level }) : (cell?.level ?? t('cell.none'));
  return (
    <button
      type="button"
      className={styles.cell}
      data-at={at}
      tabIndex={first ? 0 : -1}
      onClick={onSelect}
      onKeyDown={onWalk}
      onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
      aria-label={[person.person.displayName, skill.skill.name, level, ...notes.map((note) => note.text)].join(', ')}
    >
      <LevelTile level={cell?.level} lapsed={lapsed} />
      <span className={styles.notes}>
        {notes.map((note) => (
          <span key={note.text} data-tone={note.tone}>
            {note.text}
          </span>
        ))}
      </span>
    </button>
  );
}

function useNotes(cell: TeamCell | undefined, asOf: string): { text: string; tone: 'plain' | 'amber' | 'red' }[] {
  const { t } = useTranslation('team');
  if (!cell) return [];
  const has = countsToday(cell) ? cell.level : 0;
  const days = has > 0 ? daysLeft(cell, asOf) : null;
  return [
    ...(cell.needed !== null && has < cell.needed
      ? [{ text: t('cell.to', { level: cell.needed }), tone: cell.mustHave ? ('red' as const) : ('plain' as const) }]
      : []),
    ...(days !== null && days <= 90 ? [{ text: t('cell.days', { count: days }), tone: 'amber' as const }] : []),
  ];
}
