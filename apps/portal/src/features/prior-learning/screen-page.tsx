import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { SCREEN } from './prior-learning.documents.js';
import { ScreenForm } from './screen-form.js';

/** Outcome by outcome: could I do this before? */
export function ScreenPage() {
  const { t } = useTranslation('prior-learning');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(SCREEN, { variables: { id }, fetchPolicy: 'network-only' });
  const version = data?.achievementVersion;
  return (
    <Page title={version?.name ?? t('title')} width="reading" record={version?.id}>
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={6} height={72} />}
      {data && !version && (
        <EmptyState alone title={t('missing.title')}>
          {t('missing.body')}
        </EmptyState>
      )}
      {version && data && <ScreenForm key={version.id} version={version} screen={data.priorLearningScreen} />}
    </Page>
  );
}
