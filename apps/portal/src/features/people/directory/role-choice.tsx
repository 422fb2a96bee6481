import { GRANTABLE_ROLES, PERMISSIONS, permissionsOf, type Role } from '@assay/access';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoleName } from '../../../lib/role-names.js';
import form from '../fields/people-form.module.css';

interface Props {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
}

/** Roles beyond employee, each with what it opens. */
export function RoleChoice({ value, onChange }: Props) {
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
