import { Radio, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useResultMutation } from '../../../lib/result.js';
import { NameDialog } from './name-dialog.js';
import { type Lattice, LATTICE_QUERIES } from './lattice.documents.js';
import { type PanelLevel } from './level.documents.js';
import { COPY_REQUIREMENTS } from './requirements.documents.js';
import { ADD_LEVEL, CHANGE_LEVEL, REMOVE_LEVEL } from './role-edit.documents.js';

type OfRole = Pick<PanelLevel['role'], 'id' | 'name' | 'revision'>;

export function AddLevelDialog({ role, onClose }: { role: OfRole; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_LEVEL, { refetch: LATTICE_QUERIES });
  return (
    <NameDialog
      title={t('addLevelTo', { name: role.name })}
      label={t('levelName')}
      act={t('addLevel')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onSave={async (name) =>
        (await add({ roleId: role.id, expectedRevision: role.revision, name, order: null })).ok && onClose()
      }
      onClose={onClose}
    />
  );
}

export function RenameLevelDialog({ level, onClose }: { level: PanelLevel; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_LEVEL, { refetch: LATTICE_QUERIES });
  return (
    <NameDialog
      title={t('renameNamed', { name: level.name })}
      label={t('levelName')}
      act={t('rename')}
      name={level.name}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onSave={async (name) =>
        (await change({ id: level.id, expectedRevision: level.role.revision, input: { name } })).ok && onClose()
      }
      onClose={onClose}
    />
  );
}

/** Where people stand on the rung, they have to go somewhere, or stay on it as it was. */
export function RemoveLevelDialog(props: {
  level: PanelLevel;
  lattice: Lattice;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { level, lattice, onClose, onRemoved } = props;
  const { t } = useTranslation('roles');
  const [way, choose] = useState<'go' | 'stay' | null>(null);
  const [goTo, setGoTo] = useState<string | null>(null);
  const [remove, { loading, refusal, failed }] = useResultMutation(REMOVE_LEVEL, { refetch: LATTICE_QUERIES });
  const standing = level.people ?? 0;
  const others = lattice.roles.flatMap((role) =>
    role.levels
      .filter(({ id }) => id !== level.id)
      .map((each) => ({ value: each.id, label: t('levelOfRole', { level: each.name, role: role.name }) })),
  );
  const submit = async () => {
    const { ok } = await remove({
      id: level.id,
      expectedRevision: level.role.revision,
      goTo: way === 'go' ? goTo : null,
      stay: way === 'stay',
    });
    if (ok) onRemoved();
  };
  return (
    <ConfirmDialog
      open
      title={t('removeNamed', { name: level.name })}
      act={t('remove')}
      danger
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <p>{t('removeLevelBody', { count: level.asks })}</p>
      {standing > 0 && (
        <Radio.Group
          label={t('peopleStand', { count: standing })}
          value={way}
          onChange={(next) => choose(next === 'go' ? 'go' : 'stay')}
        >
          <Radio value="go" label={t('peopleGo')} mt={8} />
          <Radio value="stay" label={t('peopleStay')} mt={8} />
        </Radio.Group>
      )}
      {way === 'go' && (
        <Select aria-label={t('peopleGo')} searchable data={others} value={goTo} onChange={setGoTo} mt={8} required />
      )}
    </ConfirmDialog>
  );
}

/** What another rung asks becomes what this one asks; what only this one asks stays. */
export function CopyRequirementsDialog({
  level,
  lattice,
  onClose,
}: {
  level: PanelLevel;
  lattice: Lattice;
  onClose: () => void;
}) {
  const { t } = useTranslation('roles');
  const [from, setFrom] = useState<string | null>(null);
  const [copy, { loading, refusal, failed }] = useResultMutation(COPY_REQUIREMENTS, { refetch: LATTICE_QUERIES });
  const submit = async () => {
    if (!from) return;
    const { ok } = await copy({ from, to: level.id, expectedRevision: level.role.revision });
    if (ok) onClose();
  };
  const others = lattice.roles.flatMap((role) =>
    role.levels
      .filter(({ id }) => id !== level.id)
      .map((each) => ({ value: each.id, label: t('levelOfRole', { level: each.name, role: role.name }) })),
  );
  return (
    <ConfirmDialog
      open
      title={t('copyRequirementsTo', { name: level.name })}
      act={t('copyRequirements')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <p>{t('copyRequirementsBody')}</p>
      <Select
        label={t('copyFrom')}
        searchable
        data={others}
        value={from}
        onChange={setFrom}
        required
        data-autofocus
        openOnFocus={false}
      />
    </ConfirmDialog>
  );
}
