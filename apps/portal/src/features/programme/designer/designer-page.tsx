import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { useViewer } from '../../../lib/viewer.js';
import { Designer } from './designer.js';
import { ACHIEVEMENT_DRAFT } from './designer.documents.js';
import styles from './designer.module.css';

/** Opens a version for writing. It is read from the API, never from the cache: one writes on what is there now. */
export function DesignerPage() {
  const { t } = useTranslation('programme');
  const { id = '' } = useParams();
  const { may } = useViewer();
  const { data, error, refetch } = useQuery(ACHIEVEMENT_DRAFT, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const version = data?.achievementVersion;
  // What is published everybody may read, on the page that is made for it; the sheets are for those who write.
  if (version && version.state !== 'DRAFT' && !may('achievement.design') && !may('framework.manage'))
    return <Navigate to={`/growth/achievements/${version.id}`} replace />;
  if (version) return <Designer key={version.id} version={version} />;
  return (
    <div className={styles.waiting}>
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows rows={10} />}
      {data && (
        <EmptyState alone title={t('achievement.none')}>
          {t('achievement.noneBody')}
        </EmptyState>
      )}
    </div>
  );
}
