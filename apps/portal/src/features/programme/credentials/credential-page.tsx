import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button, LinkButton } from '../../../components/button.js';
import { Endorsements } from '../../../components/endorsements.js';
import { KeyValues } from '../../../components/key-values.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { achievementTitle, useFormat } from '../../../lib/format.js';
import { ChangeDialog } from './change-dialog.js';
import { ChangeHistory } from './change-history.js';
import { CorrectDialog } from './correct-dialog.js';
import { CredentialState } from './credential-state.js';
import { type Act, KEPT_CREDENTIAL, type Kept } from './credentials.documents.js';
import styles from './credentials.module.css';
import { RiskNote } from './risk-note.js';
import { WaitingChange } from './waiting-change.js';

// The worker takes a moment; who watches sees it happen.
const LOOK_AGAIN = 1_500;

/** One issued badge, for those who keep them: how it stands, what was done to it, what can be done. */
export function CredentialPage() {
  const { t } = useTranslation('credentials');
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(KEPT_CREDENTIAL, { variables: { id } });
  const kept = data?.credential;
  const running = kept?.statusChanges.some(({ state }) => state === 'DECIDED') ?? false;
  useEffect(() => {
    if (running) startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  if (kept?.keeping) return <Shown kept={kept} running={running} />;
  return (
    <Page title={t('title')} width="reading">
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows />}
      {data && (
        <EmptyState
          alone
          title={t('gone.title')}
          act={<LinkButton to="/programme/credentials">{t('gone.act')}</LinkButton>}
        >
          {t('gone.body')}
        </EmptyState>
      )}
    </Page>
  );
}

function Shown({ kept, running }: { kept: Kept; running: boolean }) {
  const { t } = useTranslation('credentials');
  const { date } = useFormat();
  const [act, setAct] = useState<Act | null>(null);
  const title = achievementTitle(kept.achievementVersion);
  const acts = kept.keeping?.acts ?? [];
  const waiting = kept.statusChanges.find(({ state }) => state === 'PROPOSED');
  // t('credentials:cause.UNDER_REVIEW') t('credentials:cause.ISSUED_IN_ERROR') t('credentials:cause.DECISION_OVERTURNED')
  // t('credentials:cause.MALPRACTICE') t('credentials:cause.NO_LONGER_TRUE') t('credentials:cause.HOLDER_ASKED')
  // t('credentials:act.SUSPEND') t('credentials:act.REINSTATE') t('credentials:act.REVOKE') t('credentials:act.CORRECT')
  // t('credentials:act.PROPOSE') t('credentials:cause.CLEARED') t('credentials:cause.CORRECTED')
  return (
    <Page title={`${kept.person.displayName}, ${title}`} width="reading" record={kept.id}>
      <PageHeader
        title={title}
        above={<TextLink to="/programme/credentials">{t('title')}</TextLink>}
        below={<CredentialState of={kept} />}
        acts={acts.map((each) => (
          <Button key={each} variant={each === 'REVOKE' ? 'danger' : 'outline'} onClick={() => setAct(each)}>
            {t(`act.${each}`)}
          </Button>
        ))}
      />
      <output>{running && <Note>{t('running')}</Note>}</output>
      {kept.supersededBy && (
        <Note>
          {t('superseded')} <TextLink to={`/programme/credentials/${kept.supersededBy}`}>{t('toNewer')}</TextLink>
        </Note>
      )}
      {waiting && <WaitingChange change={waiting} holder={kept.person.displayName} />}
      {kept.stackRisk && <RiskNote risk={kept.stackRisk} />}
      <Section title={t('facts.title')}>
        <KeyValues
          items={[
            { name: t('columns.holder'), value: kept.person.displayName },
            { name: t('facts.version'), value: kept.achievementVersion.number },
            { name: t('facts.edition'), value: kept.edition },
            { name: t('columns.issued'), value: date(kept.issuedAt) },
            { name: t('facts.from'), value: date(kept.validFrom) },
            { name: t('columns.ends'), value: kept.validUntil ? date(kept.validUntil) : t('noEnd') },
            ...(kept.statusCause ? [{ name: t('facts.cause'), value: t(`cause.${kept.statusCause}`) }] : []),
          ]}
        />
        <p className={styles.digest}>
          {t('facts.digest')} <code>{kept.digest}</code>
        </p>
      </Section>
      <Section title={t('history.title')}>
        <ChangeHistory kept={kept} />
      </Section>
      <Endorsements credentialId={kept.id} />
      {act && act !== 'CORRECT' && <ChangeDialog act={act} kept={kept} onClose={() => setAct(null)} />}
      {act === 'CORRECT' && <CorrectDialog kept={kept} onClose={() => setAct(null)} />}
    </Page>
  );
}
