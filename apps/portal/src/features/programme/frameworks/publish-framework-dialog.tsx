import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Framework, PUBLISH_FRAMEWORK } from './framework.documents.js';
import { FRAMEWORK_IMPACT } from './framework-draft.documents.js';
import { ImpactList } from './impact-list.js';

// t('frameworks:impact.counting') t('frameworks:impact.nobody') t('frameworks:impact.title')

/** Names what publishing does before it does it. */
export function PublishFrameworkDialog({ framework, onClose }: { framework: Framework; onClose: () => void }) {
  const { t } = useTranslation('programme');
  const toast = useToast();
  const [publish, { loading, refusal, failed }] = useResultMutation(PUBLISH_FRAMEWORK, {
    refetch: ['Frameworks', 'Framework'],
  });
  const keeping = useTranslation('frameworks').t;
  const roles = useTranslation('roles').t;
  const { data, error } = useQuery(FRAMEWORK_IMPACT, { variables: { id: framework.id }, fetchPolicy: 'network-only' });
  const impact = data?.framework?.impact;
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
      {counts.jobRoleLevels > 0 && <p>{t('framework.publishRoles', { count: counts.jobRoleLevels })}</p>}
      {counts.skillsWithoutDescriptors > 0 && (
        <p>{t('framework.publishWithout', { count: counts.skillsWithoutDescriptors })}</p>
      )}
      <h3>{keeping('impact.title')}</h3>
      {error && <p>{t('unreachable')}</p>}
      {!impact && !error && <p>{keeping('impact.counting')}</p>}
      {impact?.length === 0 && <p>{keeping('impact.nobody')}</p>}
      {impact && <ImpactList impact={impact} />}
      {framework.versions.length > 1 && counts.jobRoleLevels > 0 && (
        <p>
          <TextLink to={`/programme/frameworks/${framework.id}/moves`}>{roles('moves.tab')}</TextLink>
        </p>
      )}
      <p>{t('framework.publishFixed')}</p>
    </ConfirmDialog>
  );
}
