import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { type EmploymentView, END_SECONDARY, type PersonView } from './person.documents.js';

interface Props {
  person: PersonView;
  employment: EmploymentView;
  onClose: () => void;
}

/** The last day of a job beside the main one. It stays in the history. */
export function EndEmploymentDialog({ person, employment, onClose }: Props) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const toast = useToast();
  const today = useToday();
  const [lastDay, setLastDay] = useState(employment.endsOn ?? today);
  const [end, { loading, refusal, failed }] = useResultMutation(END_SECONDARY, { refetch: ['Person'] });
  const send = async () => {
    const { ok } = await end({ id: employment.id, lastDay });
    if (!ok) return;
    toast(t('end.done', { job: employment.jobTitle, name: person.displayName, day: day(lastDay) }));
    onClose();
  };
  return (
    <FormDialog
      title={t('end.title', { job: employment.jobTitle })}
      act={t('end.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      disabled={!lastDay}
      refusal={refusal}
      failed={failed}
      fields={['endsOn']}
    >
      <TextInput
        className={form.wide}
        type="date"
        label={t('fields.endsOn')}
        value={lastDay}
        error={problemAt(refusal, 'endsOn')}
        onChange={(event) => setLastDay(event.currentTarget.value)}
        required
        data-autofocus
      />
      <p className={form.hint}>{t('end.keeps')}</p>
    </FormDialog>
  );
}
