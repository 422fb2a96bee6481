import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { SearchSelect } from '../../components/search-select.js';
import { ELSEWHERE_LEVELS, ELSEWHERE_SKILLS, type Shown } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';

/** A skill that somebody chose, and the level once they chose it. */
export interface ChosenSkill {
  skillId: string;
  name: string;
  ordinal: number | null;
}

interface Props {
  chosen: readonly ChosenSkill[];
  suggestions: Shown['suggestions'];
  onChange: (chosen: ChosenSkill[]) => void;
}

/** Skills at levels: suggested by the badge's own words, accepted or found by a person. */
export function SkillRows({ chosen, suggestions, onChange }: Props) {
  const { t } = useTranslation('elsewhere');
  const [words, setWords] = useState('');
  const { data, previousData } = useQuery(ELSEWHERE_SKILLS, { variables: { search: words } });
  const isChosen = (id: string) => chosen.some(({ skillId }) => skillId === id);
  const add = (skillId: string, name: string) => {
    if (!isChosen(skillId)) onChange([...chosen, { skillId, name, ordinal: null }]);
  };
  const open = suggestions.filter(({ skill }) => !isChosen(skill.id));
  const found = (data ?? previousData)?.skills.edges.map(({ node }) => node) ?? [];
  return (
    <div className={styles.map}>
      {open.length > 0 && (
        <ul className={styles.suggested} aria-label={t('map.suggested')}>
          {open.map(({ skill, why }) => (
            <li key={skill.id}>
              <span>
                {skill.name} <span className={styles.hint}>{why}</span>
              </span>
              <Button
                size="small"
                onClick={() => add(skill.id, skill.name)}
                aria-label={t('map.acceptOne', { skill: skill.name })}
              >
                {t('map.accept')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.map((each) => (
        <div key={each.skillId} className={styles.chosen}>
          <span>{each.name}</span>
          <Level
            of={each}
            onChange={(ordinal) =>
              onChange(chosen.map((other) => (other.skillId === each.skillId ? { ...other, ordinal } : other)))
            }
          />
          <Button
            size="small"
            onClick={() => onChange(chosen.filter(({ skillId }) => skillId !== each.skillId))}
            aria-label={t('map.removeOne', { skill: each.name })}
          >
            {t('map.remove')}
          </Button>
        </div>
      ))}
      <SearchSelect
        // A new field each time: the one that was chosen stands above.
        key={chosen.length}
        label={t('map.find')}
        value={null}
        found={found
          .filter(({ id }) => !isChosen(id))
          .map(({ id, name, framework }) => ({ value: id, label: name, hint: framework.title }))}
        onSearch={setWords}
        onChange={(choice) => choice && add(choice.value, choice.label)}
        nothingFoundMessage={t('map.none')}
      />
    </div>
  );
}

function Level({ of, onChange }: { of: ChosenSkill; onChange: (ordinal: number) => void }) {
  const { t } = useTranslation('elsewhere');
  const { data } = useQuery(ELSEWHERE_LEVELS, { variables: { id: of.skillId } });
  const levels = data?.skill?.framework.scale.levels ?? [];
  return (
    <Select
      aria-label={t('map.level', { skill: of.name })}
      placeholder={t('map.chooseLevel')}
      data={levels.map(({ ordinal, label }) => ({ value: String(ordinal), label: `${ordinal} ${label}` }))}
      value={of.ordinal === null ? null : String(of.ordinal)}
      onChange={(value) => value && onChange(Number(value))}
    />
  );
}

/** Those with a level, as the API takes them. */
export const withLevels = (chosen: readonly ChosenSkill[]) =>
  chosen.flatMap(({ skillId, ordinal }) => (ordinal === null ? [] : [{ skillId, ordinal }]));
