import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useResultMutation } from '../../../lib/result.js';
import { NameDialog } from './name-dialog.js';
import { type LatticeRole } from './lattice.documents.js';
import { ADD_ROLE, CHANGE_ROLE, COPY_ROLE } from './role-edit.documents.js';

const QUERIES = ['RoleLattice', 'RoleFamilies'];

interface AddProps {
  families: readonly { id: string; name: string }[];
  familyId: string | null;
  onClose: () => void;
  onAdded: (levelId: string) => void;
}

/** A job role begins with its ladder: one line a level. */
export function AddRoleDialog({ families, familyId, onClose, onAdded }: AddProps) {
  const { t } = useTranslation('roles');
  const [family, setFamily] = useState(familyId ?? families[0]?.id ?? null);
  const [levels, setLevels] = useState('');
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_ROLE, { refetch: QUERIES });
  const save = async (name: string) => {
    const written = levels.split('\n').filter((line) => line.trim());
    const { ok } = await add({ familyId: family ?? '', name, levels: written.length > 0 ? written : [name] });
    if (!ok) return;
    onAdded(ok.levels[0]?.id ?? '');
    onClose();
  };
  return (
    <NameDialog
      title={t('addRole')}
      label={t('roleName')}
      act={t('addRole')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onSave={save}
      onClose={onClose}
    >
      <Textarea
        label={t('levelsOfRole')}
        description={t('levelsOfRoleHint')}
        rows={4}
        value={levels}
        onChange={(event) => setLevels(event.currentTarget.value)}
      />
      <Select
        label={t('family')}
        data={families.map(({ id, name }) => ({ value: id, label: name }))}
        value={family}
        onChange={setFamily}
        allowDeselect={false}
        searchable
      />
    </NameDialog>
  );
}

export function RenameRoleDialog({ role, onClose }: { role: LatticeRole; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_ROLE, { refetch: QUERIES });
  return (
    <NameDialog
      title={t('renameNamed', { name: role.name })}
      label={t('roleName')}
      act={t('rename')}
      name={role.name}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onSave={async (name) =>
        (await change({ id: role.id, expectedRevision: role.revision, input: { name } })).ok && onClose()
      }
      onClose={onClose}
    />
  );
}

export function CopyRoleDialog({ role, onClose }: { role: LatticeRole; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const [copy, { loading, refusal, failed }] = useResultMutation(COPY_ROLE, { refetch: QUERIES });
  return (
    <NameDialog
      title={t('copyNamed', { name: role.name })}
      label={t('roleName')}
      act={t('copy')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onSave={async (name) => (await copy({ id: role.id, name })).ok && onClose()}
      onClose={onClose}
    />
  );
}
