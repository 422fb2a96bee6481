import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { APPEAL } from './appeals.documents.js';
import { AnswerAppeal } from './answer-appeal.js';

/** An appeal: what is objected to, the marks behind it, and the answer. */
export function AppealPage() {
  const { t } = useTranslation('reviews');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(APPEAL, { variables: { id } });
  const appeal = data?.appeal;
  if (!appeal)
    return (
      <Page title={t('appeals.title')}>
        {error ? (
          <ErrorState alone onRetry={() => void refetch()} />
        ) : data ? (
          <EmptyState alone title={t('appeals.none')} />
        ) : (
          <LoadingRows />
        )}
      </Page>
    );
  return (
    <Page title={appeal.case?.achievementVersion?.name ?? t('appeals.title')} record={appeal.id}>
      <AnswerAppeal key={appeal.id} appeal={appeal} onChanged={() => void refetch()} />
    </Page>
  );
}
