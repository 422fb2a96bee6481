import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { KeyValues } from '../../components/key-values.js';
import { Mark } from '../../components/mark.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useResultMutation } from '../../lib/result.js';
import { AnswerForm } from './answer-form.js';
import { ANSWER_WITNESS_REQUEST, WITNESS_REQUEST } from './witness.documents.js';
import styles from './witness.module.css';

type Question = NonNullable<ResultOf<typeof WITNESS_REQUEST>['witnessRequest']>;

/** What the link of a mail opens, without an account. Its token stands after the `#`, which no server is told. */
export function WitnessPage() {
  const { t } = useTranslation('witness');
  const token = useLocation().hash.slice(1);
  const { data, error, refetch } = useQuery(WITNESS_REQUEST, { variables: { token }, fetchPolicy: 'network-only' });
  const [answer] = useResultMutation(ANSWER_WITNESS_REQUEST);
  const question = data?.witnessRequest;
  return (
    <Page title={t('title')} width="reading">
      <main className={styles.door}>
        {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
        {!data && !error && <LoadingRows rows={4} height={48} />}
        {data && !question && (
          <EmptyState title={t('gone.title')} alone>
            {t('gone.body')}
          </EmptyState>
        )}
        {question && <Asked question={question} />}
        {question?.state === 'WAITING' && (
          <AnswerForm
            keptAs={`witness-${token.slice(0, 12)}`}
            onAnswer={async (input) => {
              const outcome = await answer({ token, input });
              if (outcome.ok) await refetch();
              return outcome.ok ? null : (outcome.refusal?.message ?? t('form.unreachable'));
            }}
          />
        )}
      </main>
    </Page>
  );
}

function Asked({ question }: { question: Question }) {
  const { t } = useTranslation('witness');
  const format = useFormat();
  // t('witness:state.CONFIRMED') t('witness:state.DECLINED') t('witness:state.EXPIRED') t('witness:state.TAKEN_BACK')
  // t('witness:lead')
  return (
    <>
      <header className={styles.head}>
        <Mark size={34} />
        <h1>{question.about}</h1>
        <p>
          {t(question.state === 'WAITING' ? 'lead' : `state.${question.state}`, {
            owner: question.ownerName,
            organisation: question.organisationName,
          })}
        </p>
      </header>
      <p className={styles.question}>{question.question}</p>
      <KeyValues
        items={[
          { name: t('asked'), value: question.witnessName },
          ...(question.keptAt ? [{ name: t('keptAt'), value: question.keptAt }] : []),
          ...(question.madeOn ? [{ name: t('madeOn'), value: format.date(question.madeOn) }] : []),
          ...(question.state === 'WAITING'
            ? [{ name: t('until'), value: format.date(question.expiresAt.slice(0, 10)) }]
            : []),
        ]}
      />
    </>
  );
}
