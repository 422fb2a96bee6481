import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { AddUnitDialog } from './add-unit-dialog.js';
import { MoveUnitDialog } from './move-unit-dialog.js';
import { REMOVE_UNIT, type Unit } from './organisation.documents.js';
import { RenameUnitDialog } from './rename-unit-dialog.js';
import type { useOrganisation } from './use-organisation.js';

interface Props {
  units: readonly Unit[];
  at: ReturnType<typeof useOrganisation>;
  /** Where it was dropped; the dialog begins there. */
  moveTo?: string | null;
  onDone?: () => void;
}

/** The one dialog that is open, if any. */
export function UnitDialogs({ units, at, moveTo, onDone }: Props) {
  const unit = units.find((each) => each.id === at.selectedId);
  const onClose = () => at.show(null);
  if (at.dialog === 'add')
    return (
      <AddUnitDialog parentId={unit?.id ?? null} onAdded={(id, above) => at.reveal(id, above)} onClose={onClose} />
    );
  if (!unit) return null;
  switch (at.dialog) {
    case 'rename':
      return <RenameUnitDialog unit={unit} onClose={onClose} />;
    case 'move':
      return (
        <MoveUnitDialog
          unit={unit}
          units={units}
          moveTo={moveTo}
          onMoved={(above) => {
            onDone?.();
            at.reveal(unit.id, above);
          }}
          onClose={onClose}
        />
      );
    case 'remove':
      return <RemoveUnitDialog unit={unit} onClose={onClose} />;
    default:
      return null;
  }
}

function RemoveUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [remove, { loading, refusal, failed }] = useResultMutation(REMOVE_UNIT, {
    refetch: ['OrganisationTree', 'Units'],
  });
  const confirm = async () => {
    const { ok } = await remove({ id: unit.id });
    if (!ok) return;
    toast(t('removeUnit.done', { name: unit.name }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('removeUnit.title', { name: unit.name })}
      act={t('removeUnit.act')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('removeUnit.body')}</p>
    </ConfirmDialog>
  );
}
