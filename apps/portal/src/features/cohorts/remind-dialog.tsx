import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { type Board, BOARD, REMIND } from './cohorts.documents.js';

/** Who is reminded and of what, before anybody is; whoever was reminded today is left out. */
export function RemindDialog({ of, onClose }: { of: Board; onClose: () => void }) {
  const { t } = useTranslation('cohorts');
  const toast = useToast();
  const { data, error, refetch } = useQuery(BOARD, {
    variables: { id: of.id, shown: 'BEHIND' },
    fetchPolicy: 'network-only',
  });
  const [remind, { loading, refusal }] = useResultMutation(REMIND, { refetch: ['CohortBoard'] });
  const members = data?.cohort?.members;
  const named = members?.edges.map(({ node }) => node) ?? [];
  const due = named.filter(({ remindedAt }) => !isToday(remindedAt));
  const unnamed = (members?.totalCount ?? 0) - named.length;
  const run = async () => {
    const { ok } = await remind({ id: of.id });
    if (!ok) return;
    toast(t('board.reminded', { count: ok.count }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('remind.title')}
      act={t('remind.act')}
      busy={loading}
      refusal={refusal?.message}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {error && !members && <ErrorState onRetry={() => void refetch()} />}
      {!error && !members && <LoadingRows rows={2} />}
      {members && (
        <>
          <p>{t('remind.words', { programme: of.programme?.name ?? of.name })}</p>
          <p>
            {due.length > 0
              ? t('remind.who', { names: due.map(({ person }) => person.displayName).join(', ') })
              : t('remind.nobody')}
            {unnamed > 0 && ` ${t('remind.more', { count: unnamed })}`}
          </p>
          {due.length < named.length && <p>{t('remind.today', { count: named.length - due.length })}</p>}
        </>
      )}
    </ConfirmDialog>
  );
}

/** By the day on which the product counts. */
const isToday = (at: string | null): boolean =>
  at !== null && at.slice(0, 10) === new Date().toISOString().slice(0, 10);
