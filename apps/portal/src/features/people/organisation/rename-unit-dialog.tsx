import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { RENAME_UNIT, type Unit } from './organisation.documents.js';

/** Another name; people and everything else stay where they are. */
export function RenameUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [name, setName] = useState(unit.name);
  const [rename, { loading, refusal, failed }] = useResultMutation(RENAME_UNIT, {
    refetch: ['OrganisationTree', 'Units'],
  });
  const send = async () => {
    const { ok } = await rename({ id: unit.id, name: name.trim() });
    if (!ok) return;
    toast(t('renameUnit.done', { was: unit.name, name: ok.name }));
    onClose();
  };
  return (
    <FormDialog
      title={t('renameUnit.title', { name: unit.name })}
      act={t('renameUnit.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={['name']}
    >
      <TextInput
        className={form.wide}
        label={t('fields.unitName')}
        value={name}
        error={problemAt(refusal, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        data-autofocus
      />
    </FormDialog>
  );
}
