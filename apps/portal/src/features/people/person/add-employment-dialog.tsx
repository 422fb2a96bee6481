import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useToday } from '../../../lib/use-today.js';
import { EMPLOYMENT_FIELDS, EmploymentFields, employmentInput } from '../fields/employment-fields.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { draftOf } from './employment-draft.js';
import type { PersonView } from './person.documents.js';
import { useAddedEmployment } from './use-added-employment.js';

/** Another job: beside the main one, from a day on and perhaps to one; or as the main one, which ends what was. */
export function AddEmploymentDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const toast = useToast();
  const [startsOn, setStartsOn] = useState(useToday());
  const [endsOn, setEndsOn] = useState('');
  const [place, setPlace] = useState<'beside' | 'main'>('beside');
  const [draft, setDraft] = useState(draftOf(undefined));
  const { add, loading, refusal, failed } = useAddedEmployment(place);
  const problem = (field: string) => problemAt(refusal, field);
  const send = async () => {
    const days = { startsOn, endsOn: endsOn || null };
    if (!(await add(person.id, days, employmentInput(draft)))) return;
    toast(t('second.done', { name: person.displayName, job: draft.jobTitle, day: day(startsOn) }));
    onClose();
  };
  return (
    <FormDialog
      title={t('second.title')}
      act={t('second.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={['from', 'startsOn', 'endsOn', ...EMPLOYMENT_FIELDS]}
    >
      <EmploymentFields
        value={draft}
        onChange={(next) => setDraft((was) => ({ ...was, ...next }))}
        problem={problem}
        personId={person.id}
      />
      <Radio.Group
        className={form.wide}
        label={t('second.place')}
        value={place}
        onChange={(value) => setPlace(value === 'main' ? 'main' : 'beside')}
      >
        <Radio value="beside" label={t('second.beside')} description={t('second.besideHint')} mt={8} />
        <Radio value="main" label={t('second.main')} description={t('second.mainHint')} mt={8} />
      </Radio.Group>
      <TextInput
        type="date"
        label={t('fields.startsOn')}
        value={startsOn}
        error={problem('startsOn') ?? problem('from')}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
        required
      />
      {place === 'beside' && (
        <TextInput
          type="date"
          label={t('fields.endsOn')}
          description={t('second.endsOnHint')}
          value={endsOn}
          error={problem('endsOn')}
          onChange={(event) => setEndsOn(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
