import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '../../components/button.js';
import { Mark } from '../../components/mark.js';
import { Page } from '../../components/page.js';
import { EmptyState, RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import { PROVE_ADDRESS } from './leaving.documents.js';
import styles from './leaving.module.css';

/** Behind the link that was mailed to an address of one's own: pressing proves that the mailbox is read. */
export function AddressProofPage() {
  const { t } = useTranslation('leaving');
  const token = useLocation().hash.slice(1);
  const [prove, { loading, refusal, failed }] = useResultMutation(PROVE_ADDRESS);
  const [hint, setHint] = useState<string | null>(null);
  const press = async () => {
    const { ok } = await prove({ token });
    if (ok) setHint(ok.hint);
  };
  return (
    <Page title={t('proof.title')} width="reading">
      <main className={styles.door}>
        {refusal || !token ? (
          <EmptyState title={t('proof.gone')} alone>
            {t('proof.goneBody')}
          </EmptyState>
        ) : (
          <>
            <header className={styles.head}>
              <Mark size={34} />
              <h1>{hint ? t('proof.done') : t('proof.title')}</h1>
              <p>{hint ? t('proof.doneBody', { address: hint }) : t('proof.body')}</p>
            </header>
            {failed && <RefusalNote>{t('claim.failed')}</RefusalNote>}
            {!hint && (
              <Button variant="primary" size="large" busy={loading} onClick={() => void press()}>
                {t('proof.act')}
              </Button>
            )}
          </>
        )}
      </main>
    </Page>
  );
}
