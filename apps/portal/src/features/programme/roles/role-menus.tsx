import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { RenameFamilyDialog } from './family-dialogs.js';
import { AddLevelDialog } from './level-dialogs.js';
import { CopyRoleDialog, RenameRoleDialog } from './role-dialogs.js';
import { type Lattice, type LatticeRole } from './lattice.documents.js';
import { CHANGE_FAMILY, CHANGE_ROLE, REMOVE_FAMILY, REMOVE_ROLE } from './role-edit.documents.js';

const QUERIES = ['RoleLattice', 'RoleFamilies'];

function ActMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <IconButton label={label}>
          <IconDots size={16} stroke={1.6} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

interface FamilyProps {
  family: Lattice['families'][number];
  /** Its place among all families. */
  at: number;
  last: boolean;
}

export function FamilyMenu({ family, at, last }: FamilyProps) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const [renaming, rename] = useState(false);
  const [change] = useResultMutation(CHANGE_FAMILY, { refetch: QUERIES });
  const [remove] = useResultMutation(REMOVE_FAMILY, { refetch: QUERIES });
  const told = async (answer: Promise<{ refusal?: { message: string }; failed?: Error }>) => {
    const { refusal, failed } = await answer;
    if (refusal || failed) toast(refusal?.message ?? t('unreachable'));
  };
  return (
    <>
      <ActMenu label={t('actsOn', { name: family.name })}>
        <Menu.Item onClick={() => rename(true)}>{t('rename')}</Menu.Item>
        <Menu.Item
          disabled={at === 0}
          onClick={() => void told(change({ id: family.id, input: { position: at - 1 } }))}
        >
          {t('moveUp')}
        </Menu.Item>
        <Menu.Item disabled={last} onClick={() => void told(change({ id: family.id, input: { position: at + 1 } }))}>
          {t('moveDown')}
        </Menu.Item>
        <Menu.Item disabled={family.roles > 0} onClick={() => void told(remove({ id: family.id }))}>
          {t('remove')}
        </Menu.Item>
      </ActMenu>
      {renaming && <RenameFamilyDialog family={family} onClose={() => rename(false)} />}
    </>
  );
}

export function RoleMenu({ role, lattice }: { role: LatticeRole; lattice: Lattice }) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const [open, show] = useState<'rename' | 'copy' | 'remove' | 'level' | null>(null);
  const [change] = useResultMutation(CHANGE_ROLE, { refetch: QUERIES });
  const [remove, { loading, refusal, failed }] = useResultMutation(REMOVE_ROLE, { refetch: QUERIES });
  const siblings = lattice.roles.filter((each) => each.family.id === role.family.id);
  const at = siblings.indexOf(role);
  const move = async (input: { position?: number; familyId?: string }) => {
    const { refusal: refused, failed: lost } = await change({ id: role.id, expectedRevision: role.revision, input });
    if (refused || lost) toast(refused?.message ?? t('unreachable'));
  };
  const takeAway = async () => {
    const { ok } = await remove({ id: role.id });
    if (ok) show(null);
  };
  return (
    <>
      <ActMenu label={t('actsOn', { name: role.name })}>
        <Menu.Item onClick={() => show('level')}>{t('addLevel')}</Menu.Item>
        <Menu.Item onClick={() => show('rename')}>{t('rename')}</Menu.Item>
        <Menu.Item onClick={() => show('copy')}>{t('copy')}</Menu.Item>
        <Menu.Item disabled={at === 0} onClick={() => void move({ position: at - 1 })}>
          {t('moveUp')}
        </Menu.Item>
        <Menu.Item disabled={at === siblings.length - 1} onClick={() => void move({ position: at + 1 })}>
          {t('moveDown')}
        </Menu.Item>
        {lattice.families.length > 1 && lattice.families.length <= 20 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('moveToFamily')}</Menu.Label>
            {lattice.families
              .filter(({ id }) => id !== role.family.id)
              .map((family) => (
                <Menu.Item key={family.id} onClick={() => void move({ familyId: family.id })}>
                  {family.name}
                </Menu.Item>
              ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => show('remove')}>{t('remove')}</Menu.Item>
      </ActMenu>
      {open === 'level' && <AddLevelDialog role={role} onClose={() => show(null)} />}
      {open === 'rename' && <RenameRoleDialog role={role} onClose={() => show(null)} />}
      {open === 'copy' && <CopyRoleDialog role={role} onClose={() => show(null)} />}
      <ConfirmDialog
        open={open === 'remove'}
        title={t('removeNamed', { name: role.name })}
        act={t('remove')}
        danger
        busy={loading}
        refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
        onConfirm={() => void takeAway()}
        onClose={() => show(null)}
      >
        <p>{t('removeRoleBody', { count: role.levels.length })}</p>
      </ConfirmDialog>
    </>
  );
}
