import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { useRoleName } from '../../lib/role-names.js';
import { END_GRANT, type Grant } from './access.documents.js';

/** Ends a role now, with the reason. */
export function EndGrantDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation('access');
  const roleName = useRoleName();
  const toast = useToast();
  const [end, { loading, refusal, failed }] = useResultMutation(END_GRANT, {
    refetch: ['RoleGrants', 'RolesOffered'],
  });
  const names = { role: roleName(grant.role), name: grant.person.displayName };
  const confirm = async (reason: string) => {
    const { ok } = await end({ id: grant.id, reason });
    if (!ok) return;
    toast(t('end.done', names));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('end.title', names)}
      act={t('end.confirm')}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
      busy={loading}
      reasonLabel={t('end.reason')}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
    >
      {t('end.body', names)}
    </ConfirmDialog>
  );
}
