import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { RECALLED } from './appeals.documents.js';
import { RecalledDecision } from './recalled-decision.js';

/** One decision that a fault elsewhere may have touched. */
export function RecalledPage() {
  const { t } = useTranslation('reviews');
  const { itemId = '' } = useParams();
  const { data, error, refetch } = useQuery(RECALLED, { variables: { id: itemId } });
  const item = data?.recallItem;
  return (
    <Page title={item?.case?.achievementVersion?.name ?? t('recall.title')} record={item?.id}>
      {item ? (
        <RecalledDecision key={item.id} item={item} onChanged={() => void refetch()} />
      ) : error ? (
        <ErrorState alone onRetry={() => void refetch()} />
      ) : data ? (
        <EmptyState alone title={t('recall.none')} />
      ) : (
        <LoadingRows />
      )}
    </Page>
  );
}
