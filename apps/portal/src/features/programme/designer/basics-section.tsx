import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { SkillSelect } from '../skill-select.js';
import type { Draft } from './draft.js';
import { SkillWords } from './skill-words.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

/** What it is called, what it is about, and which skill it proves at which level. */
export function BasicsSection({ draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const { skill, levelOrdinal } = draft.skill;
  return (
    <div className={styles.form}>
      <TextInput
        label={t('basics.name')}
        data-field="name"
        value={draft.name}
        readOnly={readOnly}
        required
        onChange={(event) => change('name', event.currentTarget.value)}
      />
      <Textarea
        label={t('basics.description')}
        description={t('basics.descriptionHint')}
        data-field="description"
        value={draft.description}
        readOnly={readOnly}
        minRows={4}
        onChange={(event) => change('description', event.currentTarget.value)}
      />
      <SkillSelect
        field="skillId"
        value={skill}
        readOnly={readOnly}
        onChange={(next) => {
          const keeps = next.framework.scale.levels.some((level) => level.ordinal === levelOrdinal);
          change('skill', { skill: next, levelOrdinal: keeps ? levelOrdinal : null });
        }}
      />
      {skill && (
        <div data-field="levelOrdinal">
          <SegmentedChoice
            label={t('create.level')}
            hideLabel={false}
            disabled={readOnly}
            options={skill.framework.scale.levels.map((level) => ({
              value: String(level.ordinal),
              label: `${level.ordinal} ${level.label}`,
            }))}
            value={levelOrdinal === null ? null : String(levelOrdinal)}
            onChange={(ordinal) => change('skill', { skill, levelOrdinal: Number(ordinal) })}
          />
        </div>
      )}
      {skill && levelOrdinal !== null && <SkillWords skillId={skill.id} ordinal={levelOrdinal} />}
    </div>
  );
}
