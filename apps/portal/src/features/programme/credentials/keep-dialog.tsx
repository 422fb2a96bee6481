import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { KEEP_STACK } from './at-risk.documents.js';

interface Props {
  risk: { id: string; lost: readonly { name: string }[] };
  onClose: () => void;
}

/** Says that a badge stands although a part of it counts no longer, and why. */
export function KeepDialog({ risk, onClose }: Props) {
  const { t } = useTranslation('credentials');
  const toast = useToast();
  const [keep, { loading, refusal, failed }] = useResultMutation(KEEP_STACK, {
    refetch: ['StacksAtRisk', 'KeptCredential'],
  });
  const send = async (reason: string) => {
    const { ok } = await keep({ id: risk.id, reason });
    if (!ok) return;
    toast(t('atRisk.kept'));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('atRisk.keepTitle')}
      act={t('atRisk.keep')}
      reasonLabel={t('atRisk.reason')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    >
      {t('atRisk.keepBody', { lost: risk.lost.map(({ name }) => name).join(', ') })}
    </ConfirmDialog>
  );
}
