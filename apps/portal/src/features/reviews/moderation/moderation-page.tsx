import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import { Moderate } from './moderate.js';
import { NotTaken } from './not-taken.js';
import { MODERATION } from './moderation.documents.js';

export function ModerationPage() {
  const { t } = useTranslation('reviews');
  const { slotId = '' } = useParams();
  const { data, error, refetch } = useQuery(MODERATION, { variables: { id: slotId } });
  const slot = data?.markingSlot;
  return (
    <Page title={slot?.achievementVersion.name ?? t('moderation.title')} record={slot?.id}>
      {slot?.decision ? (
        <Moderate key={slot.id} slot={slot} />
      ) : error ? (
        <ErrorState alone onRetry={() => void refetch()} />
      ) : data ? (
        <NotTaken slotId={slotId} mayTake={slot?.viewerCan.includes('claim') ?? false} onTaken={() => void refetch()} />
      ) : (
        <LoadingRows />
      )}
    </Page>
  );
}
