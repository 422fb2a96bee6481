import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { Designer } from './designer.js';
import { ACHIEVEMENT_DRAFT } from './designer.documents.js';
import styles from './designer.module.css';

/** Opens a version for writing. It is read from the API, never from the cache: one writes on what is there now. */
export function DesignerPage() {
  const { t } = useTranslation('programme');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ACHIEVEMENT_DRAFT, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const version = data?.achievementVersion;
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
