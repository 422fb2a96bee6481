import { useQuery } from '@apollo/client/react';
import { GRANTABLE_ROLES, PERMISSIONS, permissionsOf, type Role } from '@assay/access';
import { Autocomplete, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './add-person-dialog.module.css';
import { ADD_PERSON, COLLEAGUES, JOB_ROLE_LEVELS } from './administration.documents.js';
import { useRoleName } from './role-names.js';

const EMPTY = {
  displayName: '',
  email: '',
  jobTitle: '',
  orgUnitName: '',
  managerId: null as string | null,
  jobRoleLevelId: null as string | null,
  roles: [] as Role[],
};

/** Adds somebody with their employment and roles. What the API finds wrong stands at its field. */
export function AddPersonDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('administration');
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={t('add.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {open && <AddPersonForm onClose={onClose} />}
    </Modal>
  );
}

function AddPersonForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('administration');
  const toast = useToast();
  const [given, setGiven] = useState(EMPTY);
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_PERSON, { refetch: ['People'] });
  const { data } = useQuery(JOB_ROLE_LEVELS, { variables: { search: null } });
  const set = <Key extends keyof typeof EMPTY>(key: Key, value: (typeof EMPTY)[Key]) =>
    setGiven((now) => ({ ...now, [key]: value }));
  const problemAt = (field: string) =>
    refusal?.__typename === 'InvalidInput'
      ? refusal.problems.find((problem) => problem.field.endsWith(field))?.message
      : undefined;
  const send = async () => {
    const { ok } = await add({ input: given });
    if (!ok) return;
    toast(t('add.done', { name: ok.displayName }));
    onClose();
  };
  const text = (field: 'displayName' | 'email' | 'jobTitle') => ({
    label: t(`add.${field}`),
    value: given[field],
    error: problemAt(field),
    onChange: (event: { currentTarget: { value: string } }) => set(field, event.currentTarget.value),
    required: true,
  });
  // t('administration:add.displayName') t('administration:add.email') t('administration:add.jobTitle')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput {...text('displayName')} data-autofocus />
      <TextInput {...text('email')} type="email" />
      <TextInput {...text('jobTitle')} description={t('add.jobTitleHint')} />
      <Autocomplete
        label={t('add.orgUnitName')}
        description={t('add.orgUnitHint')}
        data={(data?.orgUnits ?? []).map((unit) => unit.name).filter((name, at, all) => all.indexOf(name) === at)}
        value={given.orgUnitName}
        error={problemAt('orgUnitName')}
        onChange={(value) => set('orgUnitName', value)}
        required
      />
      <ManagerField value={given.managerId} onChange={(id) => set('managerId', id)} error={problemAt('managerId')} />
      <Select
        label={t('add.jobRoleLevel')}
        description={t('add.jobRoleLevelHint')}
        data={(data?.jobRoleLevels ?? []).map((level) => ({ value: level.id, label: level.name }))}
        value={given.jobRoleLevelId}
        onChange={(id) => set('jobRoleLevelId', id)}
        searchable
        clearable
        error={problemAt('jobRoleLevelId')}
        nothingFoundMessage={t('add.noJobRoles')}
      />
      <RoleChoice value={given.roles} onChange={(roles) => set('roles', roles)} />
      {refusal && !(refusal.__typename === 'InvalidInput' && refusal.problems.length > 0) && (
        <RefusalNote>{refusal.message}</RefusalNote>
      )}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
      <div className={styles.acts}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" busy={loading}>
          {t('add.act')}
        </Button>
      </div>
    </form>
  );
}

interface ManagerFieldProps {
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
}

function ManagerField({ value, onChange, error }: ManagerFieldProps) {
  const { t } = useTranslation('administration');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const { data, previousData } = useQuery(COLLEAGUES, { variables: { search: search || null } });
  const people = (data ?? previousData)?.people.edges.map((edge) => edge.node) ?? [];
  return (
    <Select
      label={t('add.manager')}
      description={t('add.managerHint')}
      data={people.map((person) => ({ value: person.id, label: person.displayName }))}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      searchable
      clearable
      error={error}
      nothingFoundMessage={t('add.nobody')}
    />
  );
}

function RoleChoice({ value, onChange }: { value: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation('administration');
  const roleName = useRoleName();
  return (
    <fieldset className={styles.roles}>
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
