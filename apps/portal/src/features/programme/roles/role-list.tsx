import { useTranslation } from 'react-i18next';
import { OpenNumber } from '../../../components/open-number.js';
import { NameLink } from '../../../components/text-link.js';
import { FamilyMenu, RoleMenu } from './role-menus.js';
import type { Lattice, LatticeLevel, LatticeRole } from './lattice.documents.js';
import styles from './roles.module.css';
import { StepWords } from './step-words.js';
import { useLevelPeople } from './use-level-people.js';

interface Props {
  lattice: Lattice;
  /** Families on the screen; null: all. */
  shown: readonly string[] | null;
  selected: string | null;
  onSelect: (levelId: string) => void;
  editable: boolean;
}

/** The same as the drawing, in words: families, job roles, their ladders and where steps lead. */
export function RoleList({ lattice, shown, selected, onSelect, editable }: Props) {
  const families = lattice.families.filter(
    ({ id }) => lattice.roles.some((role) => role.family.id === id) || (editable && (!shown || shown.includes(id))),
  );
  return (
    <div className={styles.list}>
      {families.map((family, at) => (
        <section key={family.id} aria-label={family.name}>
          <div className={styles.familyHead}>
            <h2>{family.name}</h2>
            {editable && (
              <FamilyMenu family={family} at={lattice.families.indexOf(family)} last={at === families.length - 1} />
            )}
          </div>
          {lattice.roles
            .filter((role) => role.family.id === family.id)
            .map((role) => (
              <RoleTable
                key={role.id}
                role={role}
                lattice={lattice}
                selected={selected}
                onSelect={onSelect}
                editable={editable}
              />
            ))}
        </section>
      ))}
    </div>
  );
}

interface TableProps {
  role: LatticeRole;
  lattice: Lattice;
  selected: string | null;
  onSelect: (levelId: string) => void;
  editable: boolean;
}

function RoleTable({ role, lattice, selected, onSelect, editable }: TableProps) {
  const { t } = useTranslation('roles');
  const counted = role.levels.some((level) => level.people !== null);
  return (
    <div className={styles.role}>
      <div className={styles.roleHead}>
        <h3>{role.name}</h3>
        {editable && <RoleMenu role={role} lattice={lattice} />}
      </div>
      <table className={styles.ladder} aria-label={role.name}>
        <thead>
          <tr>
            <th scope="col" className={styles.place}>
              {t('place')}
            </th>
            <th scope="col">{t('level')}</th>
            <th scope="col" className={styles.number}>
              {t('asks')}
            </th>
            {counted && (
              <th scope="col" className={styles.number}>
                {t('people')}
              </th>
            )}
            <th scope="col" className={styles.steps}>
              {t('stepsOut')}
            </th>
          </tr>
        </thead>
        <tbody>
          {role.levels.map((level) => (
            <LevelRow
              key={level.id}
              level={level}
              counted={counted}
              isSelected={level.id === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  level: LatticeLevel;
  counted: boolean;
  isSelected: boolean;
  onSelect: (levelId: string) => void;
}

function LevelRow({ level, counted, isSelected, onSelect }: RowProps) {
  const { t } = useTranslation('roles');
  const peopleOf = useLevelPeople();
  const about = (what: string) => `${level.name}, ${what}`;
  return (
    <tr data-selected={isSelected}>
      <td className={styles.place}>{level.order}</td>
      <th scope="row">
        <NameLink to={`/programme/roles/${level.id}`}>{level.name}</NameLink>
        <button
          type="button"
          className={styles.more}
          aria-pressed={isSelected}
          aria-label={t('showNamed', { name: level.name })}
          onClick={() => onSelect(isSelected ? '' : level.id)}
        >
          {t('show')}
        </button>
      </th>
      <td className={styles.number}>
        <OpenNumber count={level.asks} label={about(t('asks'))} to={`/programme/roles/${level.id}`} />
      </td>
      {counted && (
        <td className={styles.number}>
          {level.people === null ? (
            '–'
          ) : (
            <OpenNumber count={level.people} label={about(t('people'))} to={peopleOf(level)} />
          )}
        </td>
      )}
      <td className={styles.steps}>
        {level.stepsOut.map((step) => (
          <StepWords key={step.id} kind={step.kind} note={step.note} to={step.to} />
        ))}
      </td>
    </tr>
  );
}
