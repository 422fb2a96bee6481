import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FoundSkill, useSkillsFound } from '../lib/use-skills-found.js';
import { SearchSelect } from './search-select.js';

/** As much of a skill as a choice of its level needs. */
export interface SkillChoice {
  id: string;
  name: string;
  framework: { scale: { levels: readonly { ordinal: number; label: string }[] } };
}

interface Props {
  skill: SkillChoice | null;
  onSkill: (skill: SkillChoice | null) => void;
  level: number | null;
  onLevel: (ordinal: number | null) => void;
  /** The skill is given and only its level is chosen. */
  fixed?: boolean;
}

/** A skill found by typing, and a level of its own scale. */
export function SkillLevelFields({ skill, onSkill, level, onLevel, fixed }: Props) {
  const { t } = useTranslation('kit');
  const [words, setWords] = useState('');
  const { found, loaded } = useSkillsFound(words);
  const choose = (id: string | undefined) => {
    const chosen: FoundSkill | undefined = found.find((each) => each.id === id);
    if (chosen?.id === skill?.id) return;
    onSkill(chosen ?? null);
    onLevel(null);
  };
  return (
    <>
      {!fixed && (
        <SearchSelect
          label={t('skill.skill')}
          value={skill && { value: skill.id, label: skill.name }}
          found={found.map(({ id, name, framework }) => ({ value: id, label: name, hint: framework.title }))}
          onSearch={setWords}
          onChange={(choice) => choose(choice?.value)}
          nothingFoundMessage={loaded ? t('skill.none') : null}
          required
          data-autofocus
        />
      )}
      <Select
        label={fixed ? t('skill.levelOf', { skill: skill?.name }) : t('skill.level')}
        data={(skill?.framework.scale.levels ?? []).map(({ ordinal, label }) => ({
          value: String(ordinal),
          label: `${ordinal} · ${label}`,
        }))}
        value={level === null ? null : String(level)}
        onChange={(value) => onLevel(value ? Number(value) : null)}
        disabled={!skill}
        required
      />
    </>
  );
}
