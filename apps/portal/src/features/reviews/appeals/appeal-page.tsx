import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { APPEAL } from './appeals.documents.js';
import styles from '../settled.module.css';
import { AnswerAppeal } from './answer-appeal.js';
import { useAppealWords } from './use-appeal-words.js';

/** An appeal: what is objected to, the marks behind it, and the answer. */
export function AppealPage() {
  const { t } = useTranslation('reviews');
  const words = useAppealWords();
  const { day } = useFormat();
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
  const isOpen = appeal.state === 'LODGED' || appeal.state === 'UNDER_REVIEW';
  return (
    <Page title={t('appeals.title')}>
      <PageHeader
        title={appeal.case?.achievementVersion?.name ?? t('appeals.title')}
        above={`${t('appeals.one')} · ${appeal.case?.candidateCode ?? ''}`}
        below={`${words.state(appeal.state)} · ${isOpen ? t('appeals.due', { day: day(appeal.dueAt) }) : ''}${appeal.decidedAt ? day(appeal.decidedAt) : ''}`}
      />
      <div className={styles.narrow}>
        <p className={styles.quiet}>
          {words.grounds(appeal.grounds)}, {day(appeal.lodgedAt)}
        </p>
        <blockquote className={styles.quote}>{appeal.statement}</blockquote>
        {appeal.answer && (
          <>
            <p className={styles.quiet}>{t('appeals.answer')}</p>
            <blockquote className={styles.quote}>{appeal.answer}</blockquote>
          </>
        )}
        {isOpen && !appeal.viewerCan.some((act) => act === 'check' || act === 'decide') && (
          <Note>{t('appeals.notYours')}</Note>
        )}
        <AnswerAppeal key={appeal.id} appeal={appeal} onChanged={() => void refetch()} />
      </div>
    </Page>
  );
}
