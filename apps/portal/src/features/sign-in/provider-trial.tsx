import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import { TRY_PROVIDER } from './sign-in.documents.js';
import styles from './sign-in.module.css';
import { useState } from 'react';
import type { ResultOf } from '../../lib/graphql.js';

type Found = Extract<
  NonNullable<ResultOf<typeof TRY_PROVIDER>['tryIdentityProvider']>,
  { __typename: 'DiscoveredProvider' }
>;

/** Asks the provider about itself while one is still at the form. */
export function ProviderTrial({ issuer }: { issuer: string }) {
  const { t } = useTranslation('sign-in');
  const [found, setFound] = useState<Found | null>(null);
  const [look, { loading, refusal, failed }] = useResultMutation(TRY_PROVIDER);
  const ask = async () => {
    setFound(null);
    const { ok } = await look({ issuer: issuer.trim() });
    setFound(ok ?? null);
  };
  return (
    <div className={styles.trial} aria-live="polite">
      <Button size="small" busy={loading} disabled={issuer.trim() === ''} onClick={() => void ask()}>
        {t('trial.act')}
      </Button>
      {refusal && !loading && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && !loading && <RefusalNote>{t('failed')}</RefusalNote>}
      {found && (
        <ul>
          <li>{t('trial.answers', { issuer: found.issuer, count: found.keyCount })}</li>
          <li>{found.endsSessions ? t('trial.endsSessions') : t('trial.keepsSessions')}</li>
          <li>{found.tellsLogout ? t('trial.tellsLogout') : t('trial.tellsNothing')}</li>
          {found.warnings.map((warning) => (
            <li key={warning} className={styles.warning}>
              {warning}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
