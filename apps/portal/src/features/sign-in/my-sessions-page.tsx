import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Page, PageHeader } from '../../components/page.js';
import { ErrorState, RefusalNote } from '../../components/states.js';
import { LinkedAccounts } from './linked-accounts.js';
import { SessionsTable } from './sessions-table.js';
import { MY_SESSIONS } from './sign-in.documents.js';
import { useEnding } from './use-ending.js';

/** Where oneself is signed in. */
export function MySessionsPage() {
  const { t } = useTranslation('sign-in');
  const client = useApolloClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(MY_SESSIONS, { fetchPolicy: 'cache-and-network' });
  const ending = useEnding('MySessions');
  const [asking, setAsking] = useState(false);
  const leave = async () => {
    const { ok } = await ending.endAll({ personId: null });
    if (!ok) return;
    await client.clearStore();
    await navigate('/sign-in');
  };
  return (
    <Page title={t('mine.title')} width="reading">
      <PageHeader
        title={t('mine.title')}
        below={t('mine.lead')}
        acts={<Button onClick={() => setAsking(true)}>{t('everywhere.act')}</Button>}
      />
      {ending.fault && !asking && <RefusalNote>{ending.fault}</RefusalNote>}
      <SessionsTable
        label={t('mine.title')}
        sessions={data?.mySessions}
        error={error && !data && <ErrorState onRetry={() => void refetch()} />}
        busy={ending.busy}
        onEnd={ending.end}
        flush
      />
      {data && <LinkedAccounts accounts={data.myAccounts} list="MySessions" />}
      <ConfirmDialog
        open={asking}
        title={t('everywhere.title')}
        act={t('everywhere.act')}
        danger
        busy={ending.endingAll}
        refusal={ending.fault}
        onConfirm={() => void leave()}
        onClose={() => setAsking(false)}
      >
        {t('everywhere.mine')}
      </ConfirmDialog>
    </Page>
  );
}
