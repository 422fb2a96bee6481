import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SKILL_CHOICES } from '../skill-choices.documents.js';
import type { SheetSkill } from './requirement-sheet.js';
import { OWN_SKILLS, type SheetRole } from './requirements.documents.js';
import styles from './requirements.module.css';
import type { Requirements } from './use-requirements.js';

interface Props {
  framework: SheetRole['framework'];
  requirements: Requirements;
}

/** Another row: a skill of this framework, or one of another published framework with its own scale. */
export function AddSkill({ framework, requirements }: Props) {
  const { t } = useTranslation('roles');
  const [typed, type] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 150);
  const own = useQuery(OWN_SKILLS, { variables: { frameworkId: framework.id, search: settled || null } });
  const others = useQuery(SKILL_CHOICES, { variables: { search: settled }, skip: settled === '' });
  const labels = framework.scale.levels.map(({ label }) => label);
  const here = ((own.data ?? own.previousData)?.framework?.skills.edges ?? []).map(
    ({ node }): SheetSkill => ({ id: node.id, name: node.name, levels: labels, from: null }),
  );
  const known = new Set([...here, ...requirements.sheet.rows].map(({ id }) => id));
  const elsewhere = (settled === '' ? [] : ((others.data ?? others.previousData)?.skills.edges ?? []))
    .map(
      ({ node }): SheetSkill => ({
        id: node.id,
        name: node.name,
        levels: node.framework.scale.levels.map(({ label }) => label),
        from: node.framework.title,
      }),
    )
    .filter(({ id }) => !known.has(id));
  const inSheet = new Set(requirements.sheet.rows.map(({ id }) => id));
  const options = (skills: readonly SheetSkill[]) =>
    skills
      .filter(({ id }) => !inSheet.has(id))
      .map((skill) => ({
        value: skill.id,
        label: skill.from ? t('skillFrom', { name: skill.name, title: skill.from }) : skill.name,
      }));
  return (
    <Select
      className={styles.addSkill}
      label={t('addSkill')}
      description={t('addSkillHint')}
      placeholder={t('addSkillSearch')}
      searchable
      searchValue={typed}
      onSearchChange={type}
      // The API has searched already; the list shows what it found.
      filter={({ options: found }) => found}
      data={[
        { group: framework.title, items: options(here) },
        { group: t('otherFrameworks'), items: options(elsewhere) },
      ]}
      value={null}
      onChange={(id) => {
        const skill = [...here, ...elsewhere].find((each) => each.id === id);
        if (skill) requirements.addRow(skill);
        type('');
      }}
      nothingFoundMessage={own.data ? t('noSkillFound') : null}
    />
  );
}
