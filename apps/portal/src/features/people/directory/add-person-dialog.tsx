import type { Role } from '@assay/access';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { FormDialog } from '../fields/form-dialog.js';
import { JobRoleSelect, type NamedLevel } from '../fields/job-role-select.js';
import { type Named, PersonSelect } from '../fields/person-select.js';
import { problemAt } from '../fields/problem-at.js';
import { ADD_PERSON } from './directory.documents.js';
import { RoleChoice } from './role-choice.js';
import { UnitNameField } from './unit-name-field.js';

const empty = (startsOn: string) => ({
  displayName: '',
  email: '',
  personNumber: '',
  jobTitle: '',
  orgUnitName: '',
  startsOn,
  manager: null as Named | null,
  jobRoleLevel: null as NamedLevel | null,
  roles: [] as Role[],
});
type Given = ReturnType<typeof empty>;
const FIELDS = [
  'displayName',
  'email',
  'personNumber',
  'jobTitle',
  'orgUnitName',
  'startsOn',
  'managerId',
  'jobRoleLevelId',
];

/** Adds somebody with their employment and roles. What the API finds wrong stands at its field. */
export function AddPersonDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return open ? <AddPersonForm onClose={onClose} /> : null;
}

function AddPersonForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const today = useToday();
  const [given, setGiven] = useState(() => empty(today));
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_PERSON, { refetch: ['People', 'Units'] });
  const set = (next: Partial<Given>) => setGiven((now) => ({ ...now, ...next }));
  const problem = (field: string) => problemAt(refusal, field);
  const send = async () => {
    const { manager, jobRoleLevel, personNumber, ...rest } = given;
    const input = {
      ...rest,
      personNumber: personNumber.trim() || null,
      managerId: manager?.id ?? null,
      jobRoleLevelId: jobRoleLevel?.id ?? null,
    };
    const { ok } = await add({ input });
    if (!ok) return;
    toast(t('add.done', { name: ok.displayName }));
    onClose();
  };
  const text = (field: 'displayName' | 'email' | 'personNumber' | 'jobTitle' | 'startsOn') => ({
    label: t(`fields.${field}`),
    value: given[field],
    error: problem(field),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    required: true,
  });
  // t('people:fields.displayName') t('people:fields.email') t('people:fields.jobTitle') t('people:fields.startsOn')
  return (
    <FormDialog
      title={t('add.title')}
      act={t('add.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      refusal={refusal}
      failed={failed}
      fields={FIELDS}
    >
      <TextInput {...text('displayName')} data-autofocus />
      <TextInput {...text('email')} type="email" />
      <TextInput {...text('jobTitle')} description={t('fields.jobTitleHint')} />
      <UnitNameField
        value={given.orgUnitName}
        onChange={(orgUnitName) => set({ orgUnitName })}
        error={problem('orgUnitName')}
      />
      <PersonSelect
        label={t('fields.manager')}
        description={t('fields.managerHint')}
        value={given.manager}
        onChange={(manager) => set({ manager })}
        error={problem('managerId')}
      />
      <JobRoleSelect
        value={given.jobRoleLevel}
        onChange={(jobRoleLevel) => set({ jobRoleLevel })}
        error={problem('jobRoleLevelId')}
      />
      <TextInput {...text('startsOn')} type="date" />
      <TextInput {...text('personNumber')} description={t('details.numberHint')} required={false} />
      <RoleChoice value={given.roles} onChange={(roles) => set({ roles })} />
    </FormDialog>
  );
}
