import { useApolloClient } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../components/button.js';
import { Mark } from '../components/mark.js';
import { Page } from '../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../components/states.js';
import { lookAtSetupLink, redeemSetupLink, type SetupView } from '../lib/session.js';
import styles from './sign-in-page.module.css';
import { useLinkLookedAt } from '../lib/use-link-looked-at.js';

/** Behind the one-time link of a start. Its token stands after the `#`, which no server is ever told. */
export function SetupLinkPage() {
  const { t } = useTranslation('shell');
  const token = useLocation().hash.slice(1);
  const { view, failed, retry } = useLinkLookedAt(token, lookAtSetupLink);
  return (
    <Page title={t('setupLink.title')} width="reading">
      <main className={styles.door}>
        {view === null ? (
          <EmptyState title={t('setupLink.gone')} alone>
            {t('setupLink.goneBody')}
          </EmptyState>
        ) : (
          <>
            <header className={styles.head}>
              <Mark size={34} />
              <div>
                <h1>{t('setupLink.title')}</h1>
                {view && <p>{view.administrator ? t('setupLink.leadKnown', known(view)) : t('setupLink.lead')}</p>}
              </div>
            </header>
            {failed && <ErrorState onRetry={retry}>{t('unreachable')}</ErrorState>}
            {!view && !failed && <LoadingRows rows={3} height={56} />}
            {view && <SetupForm key={token} token={token} view={view} onGone={retry} />}
          </>
        )}
      </main>
    </Page>
  );
}

const known = (view: SetupView) => ({ name: view.administrator?.displayName, organisation: view.organisationName });

function SetupForm({ token, view, onGone }: { token: string; view: SetupView; onGone: () => void }) {
  const { t } = useTranslation('shell');
  const client = useApolloClient();
  const navigate = useNavigate();
  const [given, setGiven] = useState({ displayName: '', email: '', organisationName: '' });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [problems, setProblems] = useState<{ field: string; message: string }[]>([]);
  const enter = async () => {
    setBusy(true);
    setFailed(false);
    const outcome = await redeemSetupLink(token, given).catch(() => 'failed' as const);
    setBusy(false);
    setProblems(Array.isArray(outcome) ? outcome : []);
    if (outcome === 'failed') setFailed(true);
    else if (outcome === 'gone') onGone();
    else if (outcome === 'done') {
      await client.clearStore();
      await navigate('/admin', { replace: true });
    }
  };
  const text = (field: keyof typeof given) => ({
    label: t(`setupLink.${field}`),
    value: given[field],
    required: true,
    error: problems.find((problem) => problem.field === field)?.message,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setGiven((now) => ({ ...now, [field]: value }));
    },
  });
  // t('shell:setupLink.displayName') t('shell:setupLink.email') t('shell:setupLink.organisationName')
  return (
    <form
      className={styles.setup}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      {!view.administrator && (
        <>
          <TextInput {...text('displayName')} autoComplete="name" />
          <TextInput {...text('email')} type="email" autoComplete="email" description={t('setupLink.emailHint')} />
          <TextInput
            {...text('organisationName')}
            autoComplete="organization"
            description={t('setupLink.organisationHint')}
          />
        </>
      )}
      {failed && <RefusalNote>{t('setupLink.failed')}</RefusalNote>}
      <div>
        <Button type="submit" variant="primary" size="large" busy={busy}>
          {view.administrator ? t('setupLink.actKnown', known(view)) : t('setupLink.act')}
        </Button>
      </div>
    </form>
  );
}
