import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { type PersonView, UNDO_LEAVING } from './person.documents.js';

/** The person stays. */
export function UndoLeavingDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const toast = useToast();
  const [undo, { loading, refusal, failed }] = useResultMutation(UNDO_LEAVING, { refetch: ['Person'] });
  const confirm = async () => {
    const { ok } = await undo({ personId: person.id });
    if (!ok) return;
    toast(t('undo.done', { name: person.displayName }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('undo.title')}
      act={t('undo.act')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('undo.body', { name: person.displayName, day: person.lastDay ? day(person.lastDay) : '' })}</p>
      <p>{t('undo.roles')}</p>
    </ConfirmDialog>
  );
}
