import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SkillChoice, SkillLevelFields } from '../../../components/skill-level-fields.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { type Colleague, OBSERVE_SKILL } from './colleague.documents.js';

/** At which level one saw somebody at work. The person reads it, and it verifies nothing. */
export function ObserveDialog({ person, onClose }: { person: Colleague; onClose: () => void }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const today = useToday();
  const [skill, setSkill] = useState<SkillChoice | null>(null);
  const [level, setLevel] = useState<number | null>(null);
  const [seenOn, setSeenOn] = useState(today);
  const [usedOnJob, setUsedOnJob] = useState(false);
  const [words, setWords] = useState('');
  const [observe, { loading, refusal, failed }] = useResultMutation(OBSERVE_SKILL, { refetch: ['Colleague'] });
  const send = async () => {
    if (!skill || level === null) return;
    const { ok } = await observe({
      input: { personId: person.id, skillId: skill.id, level, seenOn, usedOnJob, words },
    });
    if (!ok) return;
    toast(t('seen.done', { name: person.displayName }));
    onClose();
  };
  return (
    <FormDialog
      title={t('seen.dialog', { name: person.displayName })}
      act={t('seen.save')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      disabled={!skill || level === null || words.trim() === ''}
      refusal={refusal}
      failed={failed}
      fields={['seenOn', 'words']}
    >
      <SkillLevelFields skill={skill} onSkill={setSkill} level={level} onLevel={setLevel} />
      <TextInput
        type="date"
        label={t('seen.on')}
        max={today}
        value={seenOn}
        error={problemAt(refusal, 'seenOn')}
        onChange={(event) => setSeenOn(event.currentTarget.value)}
        required
      />
      <Checkbox
        label={t('seen.usedOnJob')}
        checked={usedOnJob}
        onChange={(event) => setUsedOnJob(event.currentTarget.checked)}
      />
      <Textarea
        className={form.wide}
        label={t('seen.words')}
        description={t('seen.wordsHint', { name: person.displayName })}
        value={words}
        error={problemAt(refusal, 'words')}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={2000}
        required
      />
    </FormDialog>
  );
}
