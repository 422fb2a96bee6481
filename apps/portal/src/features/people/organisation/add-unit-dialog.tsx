import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { FormDialog } from '../fields/form-dialog.js';
import { problemAt } from '../fields/problem-at.js';
import { UnitSelect } from '../fields/unit-select.js';
import { ADD_UNIT } from './organisation.documents.js';

interface Props {
  /** The unit that is chosen in the tree; the new one begins below it. */
  parentId: string | null;
  onAdded: (id: string, above: readonly string[]) => void;
  onClose: () => void;
}

/** A new unit, at the top or below another. */
export function AddUnitDialog({ parentId, onAdded, onClose }: Props) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [name, setName] = useState('');
  const [below, setBelow] = useState(parentId);
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_UNIT, { refetch: ['OrganisationTree', 'Units'] });
  const send = async () => {
    const { ok } = await add({ name: name.trim(), parentId: below });
    if (!ok) return;
    toast(t('addUnit.done', { name: ok.name }));
    onAdded(ok.id, below ? [below] : []);
  };
  return (
    <FormDialog
      title={t('addUnit.title')}
      act={t('addUnit.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={['name', 'parentId']}
    >
      <TextInput
        label={t('fields.unitName')}
        value={name}
        error={problemAt(refusal, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        data-autofocus
      />
      <UnitSelect
        label={t('fields.parent')}
        placeholder={t('fields.atTheTop')}
        value={below}
        error={problemAt(refusal, 'parentId')}
        onChange={setBelow}
        clearable
      />
    </FormDialog>
  );
}
