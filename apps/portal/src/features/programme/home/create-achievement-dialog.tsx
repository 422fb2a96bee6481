import { useQuery } from '@apollo/client/react';
import { Modal, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { CREATE_ACHIEVEMENT, SKILL_CHOICES } from './programme-home.documents.js';
import styles from './programme-home-page.module.css';

type Skill = ResultOf<typeof SKILL_CHOICES>['skills']['edges'][number]['node'];

/** Three things make a draft: which skill, at which level, and what it is called. */
export function CreateAchievementDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('programme');
  const navigate = useNavigate();
  const [skill, setSkill] = useState<Skill | null>(null);
  const [level, setLevel] = useState<string | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const [create, { loading, refusal, failed }] = useResultMutation(CREATE_ACHIEVEMENT, {
    refetch: ['ProgrammeAchievements'],
  });
  const levels = skill?.framework.scale.levels ?? [];
  const label = levels.find((each) => String(each.ordinal) === level)?.label;
  // A name that says what it is; anybody who wants another one writes over it.
  const name = named ?? (skill && label ? t('create.suggestedName', { skill: skill.name, level: label }) : '');
  const ready = skill !== null && level !== null && name.trim() !== '';

  const submit = async () => {
    if (!skill || !level) return;
    const { ok } = await create({ input: { name: name.trim(), skillId: skill.id, levelOrdinal: Number(level) } });
    if (ok) void navigate(`/programme/achievements/${ok.id}`);
  };

  return (
    <Modal opened onClose={onClose} title={t('home.create')} closeButtonProps={{ 'aria-label': t('create.close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void submit();
        }}
      >
        <SkillSelect value={skill} onChange={(next) => { setSkill(next); setLevel(null); }} />
        {skill && (
          <SegmentedChoice
            label={t('create.level')}
            hideLabel={false}
            wide
            options={levels.map((each) => ({ value: String(each.ordinal), label: `${each.ordinal} ${each.label}` }))}
            value={level}
            onChange={setLevel}
          />
        )}
        <TextInput
          label={t('create.name')}
          description={t('create.nameHint')}
          value={name}
          onChange={(event) => setNamed(event.currentTarget.value)}
          required
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('create.cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!ready} busy={loading}>
            {t('create.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function SkillSelect({ value, onChange }: { value: Skill | null; onChange: (skill: Skill | null) => void }) {
  const { t } = useTranslation('programme');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const { data, previousData } = useQuery(SKILL_CHOICES, { variables: { search } });
  const found = (data ?? previousData)?.skills.edges.map((edge) => edge.node) ?? [];
  const known = value && !found.some((skill) => skill.id === value.id) ? [value, ...found] : found;
  return (
    <Select
      label={t('create.skill')}
      description={t('create.skillHint')}
      placeholder={t('create.skillSearch')}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already; the list shows what it found.
      filter={({ options }) => options}
      data={known.map((skill) => ({ value: skill.id, label: skill.name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(known.find((skill) => skill.id === id) ?? null)}
      nothingFoundMessage={data ? t('create.noSkill') : null}
      comboboxProps={{ withinPortal: true }}
      data-autofocus
      required
    />
  );
}
