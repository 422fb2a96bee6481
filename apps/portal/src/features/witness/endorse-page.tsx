import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '../../components/button.js';
import { Mark } from '../../components/mark.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useResultMutation } from '../../lib/result.js';
import { ANSWER_ENDORSEMENT, ENDORSEMENT_REQUEST, WITHDRAW_BY_LINK } from './endorse.documents.js';
import { EndorseForm } from './endorse-form.js';
import styles from './witness.module.css';

type Request = NonNullable<ResultOf<typeof ENDORSEMENT_REQUEST>['endorsementRequest']>;

/** What the link of a mail opens, without an account. Its token stands after the `#`, which no server is told. */
export function EndorsePage() {
  const { t } = useTranslation('endorsements');
  const token = useLocation().hash.slice(1);
  const { data, error, refetch } = useQuery(ENDORSEMENT_REQUEST, { variables: { token }, fetchPolicy: 'network-only' });
  const [answer] = useResultMutation(ANSWER_ENDORSEMENT);
  const request = data?.endorsementRequest;
  return (
    <Page title={t('door.title')} width="reading">
      <main className={styles.door}>
        {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
        {!data && !error && <LoadingRows rows={4} height={48} />}
        {data && !request && (
          <EmptyState title={t('door.gone')} alone>
            {t('door.goneBody')}
          </EmptyState>
        )}
        {request && <Asked request={request} />}
        {request?.state === 'ASKED' && (
          <EndorseForm
            keptAs={`endorse-${token.slice(0, 12)}`}
            onAnswer={async (input) => {
              const outcome = await answer({ token, input });
              if (outcome.ok) await refetch();
              return outcome.ok ? null : (outcome.refusal?.message ?? t('unreachable'));
            }}
          />
        )}
        {request?.state === 'GIVEN' && <Given words={request.words} token={token} onDone={() => void refetch()} />}
      </main>
    </Page>
  );
}

function Asked({ request }: { request: Request }) {
  const { t } = useTranslation('endorsements');
  const { date } = useFormat();
  const { holderName: holder, organisationName: organisation, achievementName: name, state } = request;
  // t('endorsements:door.GIVEN') t('endorsements:door.DECLINED') t('endorsements:door.TAKEN_BACK') t('endorsements:door.WITHDRAWN')
  return (
    <>
      <header className={styles.head}>
        <Mark size={34} />
        <h1>{name}</h1>
        <p>{state === 'ASKED' ? t('door.lead', { holder, organisation }) : t(`door.${state}`, { holder })}</p>
      </header>
      {request.message && <p className={styles.question}>{request.message}</p>}
      {state === 'ASKED' && (
        <p className={styles.quiet}>{t('door.until', { date: date(request.expiresAt), name: request.endorserName })}</p>
      )}
    </>
  );
}

/** What was said, and the way back. */
function Given({ words, token, onDone }: { words: string; token: string; onDone: () => void }) {
  const { t } = useTranslation('endorsements');
  const [sure, setSure] = useState(false);
  const [withdraw, { loading, refusal }] = useResultMutation(WITHDRAW_BY_LINK);
  return (
    <>
      <p className={styles.question}>{words}</p>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {sure && <p>{t('withdraw.body')}</p>}
      <div className={styles.acts}>
        {sure ? (
          <Button
            variant="danger"
            busy={loading}
            onClick={() => void withdraw({ token }).then(({ ok }) => ok && onDone())}
          >
            {t('withdraw.sure')}
          </Button>
        ) : (
          <Button onClick={() => setSure(true)}>{t('withdraw.act')}</Button>
        )}
      </div>
    </>
  );
}
