import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type Account, FORGET_ACCOUNT } from './sign-in.documents.js';
import styles from './sign-in.module.css';

interface Props {
  accounts: readonly Account[];
  /** Whose they are; left out for oneself. */
  of?: string;
  /** The query that shows them. */
  list: string;
}

/** The accounts of identity providers by which a person comes in, each with its end. */
export function LinkedAccounts({ accounts, of, list }: Props) {
  const { t } = useTranslation('sign-in');
  const { date } = useFormat();
  const [asking, setAsking] = useState<Account | null>(null);
  return (
    <div className={styles.apart}>
      <Section title={t('accounts.title')}>
        <p className={styles.quiet}>{accounts.length > 0 ? t('accounts.lead') : t('accounts.none')}</p>
        <ul className={styles.accounts}>
          {accounts.map((account) => (
            <li key={account.id}>
              <span>
                <b>{nameOf(account)}</b>
                <small>
                  {t('accounts.since', { date: date(account.linkedAt) })}
                  {account.providerName === null && ` · ${t('accounts.notInUse')}`}
                </small>
              </span>
              {account.viewerCan.includes('forget') ? (
                <Button
                  size="small"
                  aria-label={t('accounts.forgetOf', { name: nameOf(account) })}
                  onClick={() => setAsking(account)}
                >
                  {t('accounts.forget')}
                </Button>
              ) : (
                <small>{of === undefined ? t('accounts.only') : t('accounts.administrators')}</small>
              )}
            </li>
          ))}
        </ul>
        {asking && <Forgetting account={asking} of={of} list={list} onClose={() => setAsking(null)} />}
      </Section>
    </div>
  );
}

function Forgetting({
  account,
  of,
  list,
  onClose,
}: {
  account: Account;
  of?: string;
  list: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const [forget, { loading, refusal, failed }] = useResultMutation(FORGET_ACCOUNT, { refetch: [list] });
  const name = nameOf(account);
  const confirm = async (reason: string) => {
    const { ok } = await forget({ id: account.id, reason: of === undefined ? null : reason });
    if (!ok) return;
    onClose();
    toast(t('accounts.forgotten', { name, count: ok.ended }));
  };
  return (
    <ConfirmDialog
      open
      title={of === undefined ? t('accounts.ask', { name }) : t('accounts.askOf', { name, person: of })}
      act={t('accounts.forget')}
      danger
      busy={loading}
      reasonLabel={of === undefined ? undefined : t('accounts.reason', { person: of })}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    >
      {of === undefined ? t('accounts.meaning') : t('accounts.meaningOf', { person: of })}
    </ConfirmDialog>
  );
}

/** As people know the provider; its address where it is not in use any more. */
function nameOf({ providerName, issuer }: Account): string {
  return providerName ?? issuer.replace(/^https?:\/\//, '');
}
