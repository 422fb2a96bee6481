import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { EMPLOYMENT_FIELDS, EmploymentFields, employmentInput } from '../fields/employment-fields.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { draftOf } from './employment-draft.js';
import { newestFirst } from './employment-order.rules.js';
import { type PersonView, REHIRE } from './person.documents.js';

/** Somebody comes back: same person, same badges, a new employment. Roles are granted anew. */
export function RehireDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const toast = useToast();
  const [startsOn, setStartsOn] = useState(useToday());
  const [draft, setDraft] = useState(draftOf(newestFirst(person.employments).find((each) => each.isPrimary)));
  const [rehire, { loading, refusal, failed }] = useResultMutation(REHIRE, { refetch: ['Person'] });
  const send = async () => {
    const { ok } = await rehire({ input: { personId: person.id, startsOn, ...employmentInput(draft) } });
    if (!ok) return;
    toast(t('rehire.done', { name: person.displayName, day: day(startsOn) }));
    onClose();
  };
  return (
    <FormDialog
      title={t('rehire.title', { name: person.displayName })}
      act={t('rehire.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={['startsOn', ...EMPLOYMENT_FIELDS]}
    >
      <p className={form.hint}>{t('rehire.lead')}</p>
      <TextInput
        className={form.wide}
        type="date"
        label={t('fields.startsOn')}
        value={startsOn}
        error={problemAt(refusal, 'startsOn')}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
        required
        data-autofocus
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
