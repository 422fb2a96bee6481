import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { CHANGE_PERSON, type PersonView } from './person.documents.js';

/** Name, mail address and number. */
export function DetailsDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [given, setGiven] = useState({
    displayName: person.displayName,
    email: person.email ?? '',
    personNumber: person.personNumber ?? '',
  });
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_PERSON, { refetch: ['Person'] });
  const send = async () => {
    const { ok } = await change({
      id: person.id,
      input: { ...given, personNumber: given.personNumber.trim() || null },
    });
    if (!ok) return;
    toast(t('details.done', { name: ok.displayName }));
    onClose();
  };
  const field = (name: keyof typeof given) => ({
    label: t(`fields.${name}`),
    value: given[name],
    error: problemAt(refusal, name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setGiven((now) => ({ ...now, [name]: value }));
    },
  });
  // t('people:fields.displayName') t('people:fields.email') t('people:fields.personNumber')
  return (
    <FormDialog
      title={t('details.title')}
      act={t('details.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={Object.keys(given)}
    >
      <TextInput {...field('displayName')} className={form.wide} required data-autofocus />
      <TextInput {...field('email')} type="email" description={t('details.emailHint')} required />
      <TextInput {...field('personNumber')} description={t('details.numberHint')} />
    </FormDialog>
  );
}
