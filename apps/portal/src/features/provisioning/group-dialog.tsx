import { useQuery } from '@apollo/client/react';
import { GRANTABLE_ROLES, type Role } from '@assay/access';
import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Note, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { useRoleName } from '../../lib/role-names.js';
import { type Group, MAP_SCIM_GROUP, UNITS_TO_LIMIT } from './provisioning.documents.js';
import styles from './provisioning.module.css';

/** Which role the members of a group have. Says how many it concerns before it is done. */
export function GroupDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const { t } = useTranslation('provisioning');
  const roleName = useRoleName();
  const toast = useToast();
  const { data } = useQuery(UNITS_TO_LIMIT);
  const [role, setRole] = useState<Role | null>(group.role);
  const [unit, setUnit] = useState<string | null>(group.scopeUnit?.id ?? null);
  const [map, { loading, refusal, failed }] = useResultMutation(MAP_SCIM_GROUP, { refetch: ['ScimGroups'] });
  const units = (data?.orgUnits ?? []).map(({ id, path }) => ({
    value: id,
    label: path.map(({ name }) => name).join(' / '),
  }));
  units.sort((one, other) => one.label.localeCompare(other.label));
  const names = { group: group.displayName, count: group.memberCount };
  const changed = role !== group.role || (role !== null && unit !== (group.scopeUnit?.id ?? null));
  const send = async () => {
    const { ok } = await map({ groupId: group.id, role, scopeUnitId: role ? unit : null });
    if (!ok) return;
    toast(ok.wantedRole ? t('map.asked', names) : t('map.done', names));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('map.title', names)} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) void send();
        }}
      >
        <Select
          label={t('groups.role')}
          placeholder={t('groups.none')}
          data={GRANTABLE_ROLES.map((each) => ({ value: each, label: roleName(each) }))}
          value={role}
          onChange={(next) => setRole(GRANTABLE_ROLES.find((each) => each === next) ?? null)}
          openOnFocus={false}
          clearable
          data-autofocus
        />
        {role && (
          <Select
            label={t('map.unit')}
            description={t('map.unitHint')}
            data={units}
            value={unit}
            onChange={setUnit}
            limit={60}
            openOnFocus={false}
            searchable
            clearable
            nothingFoundMessage={t('map.noUnit')}
          />
        )}
        <Note>
          {role
            ? t('map.gives', { ...names, count: group.memberCount })
            : t('map.takes', { ...names, count: group.memberCount })}
        </Note>
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!changed}>
            {t('map.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
