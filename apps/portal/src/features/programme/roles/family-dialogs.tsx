import { useTranslation } from 'react-i18next';
import { useResultMutation } from '../../../lib/result.js';
import { NameDialog } from './name-dialog.js';
import { ADD_FAMILY, CHANGE_FAMILY } from './role-edit.documents.js';

const QUERIES = ['RoleLattice', 'RoleFamilies'];

export function AddFamilyDialog({ frameworkId, onClose }: { frameworkId: string; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_FAMILY, { refetch: QUERIES });
  return (
    <NameDialog
      title={t('addFamily')}
      label={t('familyName')}
      act={t('addFamily')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onSave={async (name) => (await add({ frameworkId, name })).ok && onClose()}
      onClose={onClose}
    />
  );
}

export function RenameFamilyDialog({ family, onClose }: { family: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_FAMILY, { refetch: QUERIES });
  return (
    <NameDialog
      title={t('renameNamed', { name: family.name })}
      label={t('familyName')}
      act={t('rename')}
      name={family.name}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onSave={async (name) => (await change({ id: family.id, input: { name } })).ok && onClose()}
      onClose={onClose}
    />
  );
}
