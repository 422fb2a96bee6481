import { useQuery } from '@apollo/client/react';
import { GRANTABLE_ROLES, PERMISSIONS, permissionsOf, type Role } from '@assay/access';
import { Autocomplete, Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { useRoleName } from '../../../lib/role-names.js';
import { useToday } from '../../../lib/use-today.js';
import { UNITS } from '../fields/fields.documents.js';
import { FormDialog } from '../fields/form-dialog.js';
import { JobRoleSelect, type NamedLevel } from '../fields/job-role-select.js';
import form from '../fields/people-form.module.css';
import { type Named, PersonSelect } from '../fields/person-select.js';
import { problemAt } from '../fields/problem-at.js';
import { ADD_PERSON } from './directory.documents.js';

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
      <UnitName
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

interface UnitNameProps {
  value: string;
  onChange: (name: string) => void;
  error?: string;
}

/** A unit by its name; a new name makes a new unit. */
function UnitName({ value, onChange, error }: UnitNameProps) {
  const { t } = useTranslation('people');
  const { data } = useQuery(UNITS);
  const units = data?.orgUnits;
  const names = useMemo(() => [...new Set((units ?? []).map((unit) => unit.name))], [units]);
  return (
    <Autocomplete
      label={t('fields.unit')}
      description={t('add.unitHint')}
      data={names}
      limit={60}
      value={value}
      error={error}
      onChange={onChange}
      required
    />
  );
}

function RoleChoice({ value, onChange }: { value: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation('people');
  const roleName = useRoleName();
  return (
    <fieldset className={form.roles}>
      <legend>{t('add.roles')}</legend>
      <p>{t('add.rolesHint')}</p>
      {GRANTABLE_ROLES.map((role) => (
        <Checkbox
          key={role}
          label={roleName(role)}
          description={permissionsOf([role])
            .map((permission) => PERMISSIONS[permission])
            .join('; ')}
          checked={value.includes(role)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...value, role] : value.filter((other) => other !== role))
          }
        />
      ))}
    </fieldset>
  );
}
