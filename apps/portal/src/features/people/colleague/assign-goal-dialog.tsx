import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { FormDialog } from '../fields/form-dialog.js';
import { JobRoleSelect, type NamedLevel } from '../fields/job-role-select.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { ASSIGN_GOAL, type Colleague } from './colleague.documents.js';

/** What a report is to aim at. A goal of their own that they do not share stays theirs: the API refuses. */
export function AssignGoalDialog({ person, onClose }: { person: Colleague; onClose: () => void }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const today = useToday();
  const { goal, displayName } = person;
  const [level, setLevel] = useState<NamedLevel | null>(goal?.jobRoleLevel ?? null);
  const [byDay, setByDay] = useState(goal?.byDay ?? '');
  const [assign, { loading, refusal, failed }] = useResultMutation(ASSIGN_GOAL, { refetch: ['Colleague'] });
  const send = async () => {
    if (!level) return;
    const { ok } = await assign({
      personId: person.id,
      input: { jobRoleLevelId: level.id, byDay: byDay || null, shared: true },
    });
    if (!ok) return;
    toast(t('assign.done', { name: displayName }));
    onClose();
  };
  return (
    <FormDialog
      title={t('assign.title', { name: displayName })}
      act={t('assign.save')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      disabled={!level}
      refusal={refusal}
      failed={failed}
      fields={['byDay']}
    >
      <JobRoleSelect
        className={form.wide}
        label={t('assign.level')}
        description={t('assign.levelHint', { name: displayName })}
        value={level}
        onChange={setLevel}
        required
        data-autofocus
      />
      <TextInput
        type="date"
        label={t('assign.byDay')}
        min={today}
        value={byDay}
        error={problemAt(refusal, 'byDay')}
        onChange={(event) => setByDay(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
