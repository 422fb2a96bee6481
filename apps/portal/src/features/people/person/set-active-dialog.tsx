import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { Consequences } from './consequences.js';
import { type PersonView, SET_ACTIVE } from './person.documents.js';

interface Props {
  person: PersonView;
  /** What is asked for. */
  active: boolean;
  onClose: () => void;
}

/** Switched off at once, as in an emergency, or on again. Employment and badges stay as they are. */
export function SetActiveDialog({ person, active, onClose }: Props) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [set, { loading, refusal, failed }] = useResultMutation(SET_ACTIVE, { refetch: ['Person'] });
  const name = person.displayName;
  const confirm = async (reason: string) => {
    const { ok } = await set({ personId: person.id, active, reason });
    if (!ok) return;
    toast(active ? t('on.done', { name }) : t('off.done', { name }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger={!active}
      title={active ? t('on.title', { name }) : t('off.title', { name })}
      act={active ? t('on.act') : t('off.act')}
      reasonLabel={t('fields.reason')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    >
      <p>{active ? t('on.body') : t('off.body')}</p>
      {!active && <Consequences person={person} kind="off" />}
    </ConfirmDialog>
  );
}
