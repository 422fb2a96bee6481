import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { Consequences } from './consequences.js';
import { type PersonView, RECORD_LEAVING } from './person.documents.js';

/** The last day. Says whom it leaves without a manager and which roles end, before it is done. */
export function LeavingDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const toast = useToast();
  const today = useToday();
  const [lastDay, setLastDay] = useState(person.lastDay ?? today);
  const [reason, setReason] = useState('');
  const [leave, { loading, refusal, failed }] = useResultMutation(RECORD_LEAVING, { refetch: ['Person'] });
  const send = async () => {
    const { ok } = await leave({ personId: person.id, lastDay, reason: reason.trim() });
    if (!ok) return;
    toast(t('leaving.done', { name: person.displayName, day: day(lastDay) }));
    onClose();
  };
  return (
    <FormDialog
      title={t('leaving.title', { name: person.displayName })}
      act={t('leaving.act')}
      danger
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      disabled={!lastDay || reason.trim() === ''}
      refusal={refusal}
      failed={failed}
      fields={['lastDay', 'reason']}
    >
      <TextInput
        type="date"
        label={t('fields.lastDay')}
        description={t('leaving.lastDayHint')}
        value={lastDay}
        error={problemAt(refusal, 'lastDay')}
        onChange={(event) => setLastDay(event.currentTarget.value)}
        required
        data-autofocus
      />
      <Consequences person={person} kind="leaving" />
      <Textarea
        className={form.wide}
        label={t('fields.reason')}
        description={t('leaving.reasonHint')}
        value={reason}
        error={problemAt(refusal, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
    </FormDialog>
  );
}
