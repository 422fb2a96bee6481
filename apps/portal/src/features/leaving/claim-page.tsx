import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Mark } from '../../components/mark.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note, RefusalNote } from '../../components/states.js';
import { askClaimAgain, lookAtClaim, redeemClaim } from '../../lib/session.js';
import styles from './leaving.module.css';
import { useLinkLookedAt } from '../../lib/use-link-looked-at.js';

/** What the link to one's badges opens, without an account. Its token stands after the `#`, which no server is told. */
export function ClaimPage() {
  const { t } = useTranslation('leaving');
  const token = useLocation().hash.slice(1);
  const { view, failed, retry } = useLinkLookedAt(token, lookAtClaim);
  // t('leaving:claim.head.GOOD') t('leaving:claim.head.USED') t('leaving:claim.head.EXPIRED') t('leaving:claim.head.BACK')
  // t('leaving:claim.body.GOOD') t('leaving:claim.body.USED') t('leaving:claim.body.EXPIRED') t('leaving:claim.body.BACK')
  return (
    <Page title={t('claim.title')} width="reading">
      <main className={styles.door}>
        {failed && <ErrorState alone onRetry={retry} />}
        {view === undefined && !failed && <LoadingRows rows={3} height={48} />}
        {view === null && (
          <EmptyState title={t('claim.unknown')} alone>
            {t('claim.unknownBody')}
          </EmptyState>
        )}
        {view && (
          <header className={styles.head}>
            <Mark size={34} />
            <h1>{t(`claim.head.${view.state}`, { organisation: view.organisationName })}</h1>
            <p>{t(`claim.body.${view.state}`, { organisation: view.organisationName })}</p>
          </header>
        )}
        {view?.state === 'GOOD' && <ComeIn token={token} onGone={retry} />}
        {view?.state === 'BACK' && (
          <LinkButton to="/sign-in" variant="primary" size="large">
            {t('claim.signIn')}
          </LinkButton>
        )}
        {(view?.state === 'USED' || view?.state === 'EXPIRED') && <SendAnother token={token} />}
      </main>
    </Page>
  );
}

/** A press and not the opening uses the link up: mail programs open links before people do. */
function ComeIn({ token, onGone }: { token: string; onGone: () => void }) {
  const { t } = useTranslation('leaving');
  const client = useApolloClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const enter = async () => {
    setBusy(true);
    const outcome = await redeemClaim(token).catch(() => 'failed' as const);
    setBusy(false);
    setFailed(outcome === 'failed');
    if (outcome === 'gone') onGone();
    if (outcome !== 'done') return;
    await client.clearStore();
    await navigate('/growth/badges', { replace: true });
  };
  return (
    <>
      {failed && <RefusalNote>{t('claim.failed')}</RefusalNote>}
      <Button variant="primary" size="large" busy={busy} onClick={() => void enter()}>
        {t('claim.open')}
      </Button>
    </>
  );
}

function SendAnother({ token }: { token: string }) {
  const { t } = useTranslation('leaving');
  const [state, setState] = useState<'asked' | 'busy' | 'failed' | null>(null);
  const ask = async () => {
    setState('busy');
    setState(
      await askClaimAgain(token).then(
        () => 'asked' as const,
        () => 'failed' as const,
      ),
    );
  };
  if (state === 'asked') return <Note>{t('claim.asked')}</Note>;
  return (
    <>
      {state === 'failed' && <RefusalNote>{t('claim.failed')}</RefusalNote>}
      <Button variant="primary" size="large" busy={state === 'busy'} onClick={() => void ask()}>
        {t('claim.again')}
      </Button>
    </>
  );
}
