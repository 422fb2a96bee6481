import { useQuery } from '@apollo/client/react';
import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAddress } from '../../../lib/use-address.js';
import { SKILL_CHOICE } from '../skill-choices.documents.js';
import { type SkillChoice, SkillSelect } from '../skill-select.js';
import { CREATE_ACHIEVEMENT } from './programme-home.documents.js';
import styles from './programme-home-page.module.css';

/** Three things make a draft: which skill, at which level, and what it is called. */
export function CreateAchievementDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('programme');
  const navigate = useNavigate();
  // The page of needs names the skill that somebody wants to design for.
  const [wanted] = useAddress('skill');
  const { data } = useQuery(SKILL_CHOICE, { variables: { id: wanted }, skip: !wanted });
  const [chosen, setSkill] = useState<SkillChoice | null>(null);
  const skill = chosen ?? data?.skill ?? null;
  const [level, setLevel] = useState<string | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const [create, { loading, refusal, failed }] = useResultMutation(CREATE_ACHIEVEMENT);
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
        <SkillSelect
          value={skill}
          onChange={(next) => {
            setSkill(next);
            setLevel(null);
          }}
        />
        {skill && (
          <SegmentedChoice
            label={t('create.level')}
            hideLabel={false}
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
