import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useToast } from '../../components/toast.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkedAccounts } from './linked-accounts.js';
import { SessionsTable } from './sessions-table.js';
import { SESSIONS_OF } from './sign-in.documents.js';
import styles from './sign-in.module.css';
import { useEnding } from './use-ending.js';

/** Where somebody else is signed in: `?person=ID`. */
export function PersonSessionsPage() {
  const { t } = useTranslation('sign-in');
  const { may } = useViewer();
  const [params] = useSearchParams();
  const personId = params.get('person') ?? '';
  if (!may('access.configure') || !personId)
    return (
      <Page title={t('of.nobody')} width="reading">
        <EmptyState title={t('of.nobody')} alone>
          {t('of.nobodyBody')}
        </EmptyState>
      </Page>
    );
  return <SessionsOf key={personId} personId={personId} />;
}

function SessionsOf({ personId }: { personId: string }) {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const { data, error, refetch } = useQuery(SESSIONS_OF, { variables: { personId }, fetchPolicy: 'cache-and-network' });
  const ending = useEnding('SessionsOf');
  const [asking, setAsking] = useState(false);
  const name = data?.person?.displayName ?? '';
  const title = name ? t('of.title', { name }) : t('mine.title');
  const endAll = async () => {
    const { ok } = await ending.endAll({ personId });
    if (!ok) return;
    setAsking(false);
    toast(t('everywhere.done', { name, count: ok.ended }));
    await refetch();
  };
  return (
    <Page title={title}>
      <PageHeader
        title={title}
        above={<TextLink to={`/admin/people/${personId}`}>{t('of.back')}</TextLink>}
        below={t('of.lead')}
        acts={
          data && data.sessionsOf.length > 0 && <Button onClick={() => setAsking(true)}>{t('everywhere.act')}</Button>
        }
      />
      {ending.fault && !asking && <RefusalNote>{ending.fault}</RefusalNote>}
      <SessionsTable
        label={title}
        sessions={data?.sessionsOf}
        error={error && !data && <ErrorState onRetry={() => void refetch()} />}
        busy={ending.busy}
        onEnd={ending.end}
      />
      {data && (
        <div className={styles.padded}>
          <LinkedAccounts accounts={data.accountsOf} of={name} list="SessionsOf" />
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t('everywhere.titleOf', { name })}
        act={t('everywhere.act')}
        danger
        busy={ending.endingAll}
        refusal={ending.fault}
        onConfirm={() => void endAll()}
        onClose={() => setAsking(false)}
      >
        {t('everywhere.of', { name })}
      </ConfirmDialog>
    </Page>
  );
}
