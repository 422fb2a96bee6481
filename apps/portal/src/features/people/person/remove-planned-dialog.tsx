import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { type EmploymentView, type PersonView, REMOVE_PLANNED } from './person.documents.js';

interface Props {
  person: PersonView;
  employment: EmploymentView;
  onClose: () => void;
}

/** A change that has not begun is taken back. */
export function RemovePlannedDialog({ person, employment, onClose }: Props) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const toast = useToast();
  const [remove, { loading, refusal, failed }] = useResultMutation(REMOVE_PLANNED, { refetch: ['Person'] });
  const confirm = async () => {
    const { ok } = await remove({ id: employment.id });
    if (!ok) return;
    toast(t('remove.done', { name: person.displayName }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('remove.title')}
      act={t('remove.act')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('remove.body', { name: person.displayName, job: employment.jobTitle, from: date(employment.startsOn) })}</p>
    </ConfirmDialog>
  );
}
