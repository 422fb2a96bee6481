import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { dayText, useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { EMPLOYMENT_FIELDS, EmploymentFields, employmentInput } from '../fields/employment-fields.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { draftOf } from './employment-draft.js';
import { CHANGE_EMPLOYMENT, type PersonView } from './person.documents.js';

interface Props {
  person: PersonView;
  onClose: () => void;
}

/** Another job, unit, manager or level from a day on. What was until then stays in the history. */
export function ChangeEmploymentDialog({ person, onClose }: Props) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const toast = useToast();
  const now = person.employments.find((each) => each.isPrimary && each.state === 'CURRENT');
  const [from, setFrom] = useState(useToday());
  const [draft, setDraft] = useState(draftOf(now));
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_EMPLOYMENT, { refetch: ['Person'] });
  const send = async () => {
    const { ok } = await change({ input: { personId: person.id, from, ...employmentInput(draft) } });
    if (!ok) return;
    toast(t('change.done', { name: person.displayName, day: day(from) }));
    onClose();
  };
  return (
    <FormDialog
      title={t('change.title')}
      act={t('change.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={['from', ...EMPLOYMENT_FIELDS]}
    >
      <TextInput
        className={form.wide}
        type="date"
        label={t('fields.from')}
        description={t('change.fromHint')}
        value={from}
        error={problemAt(refusal, 'from')}
        onChange={(event) => setFrom(event.currentTarget.value)}
        required
        data-autofocus
      />
      <EmploymentFields
        value={draft}
        onChange={(next) => setDraft((was) => ({ ...was, ...next }))}
        problem={(field) => problemAt(refusal, field)}
        personId={person.id}
      />
      <p className={form.hint}>
        {now ? t('change.keeps', { job: now.jobTitle, day: from ? day(dayBefore(from)) : '' }) : t('change.first')}
      </p>
    </FormDialog>
  );
}

function dayBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayText(new Date(year, month - 1, date), -1);
}
