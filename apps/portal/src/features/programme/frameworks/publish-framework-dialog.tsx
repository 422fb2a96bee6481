import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Framework, PUBLISH_FRAMEWORK } from './framework.documents.js';

/** Names what publishing does before it does it. */
export function PublishFrameworkDialog({ framework, onClose }: { framework: Framework; onClose: () => void }) {
  const { t } = useTranslation('programme');
  const toast = useToast();
  const [publish, { loading, refusal, failed }] = useResultMutation(PUBLISH_FRAMEWORK);
  const { counts } = framework;
  return (
    <ConfirmDialog
      open
      title={t('framework.publishTitle', { title: framework.title })}
      act={t('framework.publish')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onClose={onClose}
      onConfirm={() =>
        void publish({ id: framework.id }).then(({ ok }) => {
          if (!ok) return;
          toast(t('framework.isPublished', { title: framework.title }));
          onClose();
        })
      }
    >
      <p>{t('framework.publishSkills', { count: counts.skills })}</p>
      <p>{t('framework.publishRoles', { count: counts.jobRoleLevels })}</p>
      {counts.skillsWithoutDescriptors > 0 && (
        <p>{t('framework.publishWithout', { count: counts.skillsWithoutDescriptors })}</p>
      )}
      <p>{t('framework.publishFixed')}</p>
    </ConfirmDialog>
  );
}
