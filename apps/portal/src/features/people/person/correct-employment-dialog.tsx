import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { EMPLOYMENT_FIELDS, EmploymentFields, employmentInput } from '../fields/employment-fields.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { draftOf } from './employment-draft.js';
import { CORRECT_EMPLOYMENT, type EmploymentView, type PersonView } from './person.documents.js';

interface Props {
  person: PersonView;
  employment: EmploymentView;
  onClose: () => void;
}

/** What was written down wrongly is put right; nothing is added to the history. */
export function CorrectEmploymentDialog({ person, employment, onClose }: Props) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [startsOn, setStartsOn] = useState(employment.startsOn);
  const [endsOn, setEndsOn] = useState(employment.endsOn ?? '');
  const [draft, setDraft] = useState(draftOf(employment));
  const [correct, { loading, refusal, failed }] = useResultMutation(CORRECT_EMPLOYMENT, { refetch: ['Person'] });
  const send = async () => {
    const input = { startsOn, endsOn: endsOn || null, ...employmentInput(draft) };
    const { ok } = await correct({ id: employment.id, input });
    if (!ok) return;
    toast(t('correct.done', { name: person.displayName }));
    onClose();
  };
  return (
    <FormDialog
      title={t('correct.title')}
      act={t('correct.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={['startsOn', 'endsOn', ...EMPLOYMENT_FIELDS]}
    >
      <p className={form.hint}>{t('correct.lead')}</p>
      <TextInput
        type="date"
        label={t('fields.startsOn')}
        value={startsOn}
        error={problemAt(refusal, 'startsOn')}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
        required
        data-autofocus
      />
      <TextInput
        type="date"
        label={t('fields.endsOn')}
        value={endsOn}
        error={problemAt(refusal, 'endsOn')}
        onChange={(event) => setEndsOn(event.currentTarget.value)}
      />
      <EmploymentFields
        value={draft}
        onChange={(next) => setDraft((was) => ({ ...was, ...next }))}
        problem={(field) => problemAt(refusal, field)}
        personId={person.id}
      />
    </FormDialog>
  );
}
