import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/confirm-dialog.js';
import { ErrorState, LoadingRows } from '../../../../components/states.js';
import { useResultMutation } from '../../../../lib/result.js';
import { ImpactList } from '../../frameworks/impact-list.js';
import { BULK_LOSSES, type BulkIssue, UNDO_BULK } from './bulk.documents.js';

/** Takes every badge of the list back: who loses what first, then why. */
export function UndoDialog({ list, onClose }: { list: BulkIssue; onClose: () => void }) {
  const { t } = useTranslation('bulk');
  const { data, error, refetch } = useQuery(BULK_LOSSES, {
    variables: { id: list.id },
    fetchPolicy: 'network-only',
  });
  const [undo, { loading, refusal, failed }] = useResultMutation(UNDO_BULK, { refetch: ['BulkIssue'] });
  const run = async (reason: string) => {
    const { ok } = await undo({ id: list.id, reason });
    if (ok) onClose();
  };
  const losses = data?.bulkIssue?.losses;
  return (
    <ConfirmDialog
      open
      danger
      title={t('undoTitle', { file: list.fileName })}
      act={t('undo')}
      reasonLabel={t('undoReason')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    >
      <p>{t('undoHappens')}</p>
      {error && !losses && <ErrorState onRetry={() => void refetch()} />}
      {!error && !losses && <LoadingRows rows={3} />}
      {losses && <ImpactList impact={losses} />}
    </ConfirmDialog>
  );
}
