import { NumberInput, Modal } from '@mantine/core';
import '@mantine/core/styles/NumberInput.layer.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord, type Tone } from '../../components/chip.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Section } from '../../components/page.js';
import { EmptyState, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type Client, ISSUE_SCIM_TOKEN, REVOKE_SCIM_TOKEN, type Token } from './provisioning.documents.js';
import styles from './provisioning.module.css';
import type { Secret } from './secret-dialog.js';

const TONES: Record<Token['state'], Tone> = { IN_FORCE: 'green', EXPIRED: 'amber', REVOKED: 'plain' };
const SOON = 30;

export function TokensSection({ client, onSecret }: { client: Client; onSecret: (secret: Secret) => void }) {
  const { t } = useTranslation('provisioning');
  const [issuing, setIssuing] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  return (
    <Section title={t('tokens.title')} aside={<Button onClick={() => setIssuing(true)}>{t('tokens.issue')}</Button>}>
      <p className={styles.hint}>{t('tokens.hint')}</p>
      <DataTable
        label={t('tokens.title')}
        columns={useColumns(setRevoking)}
        rows={client.tokens}
        rowId={(token) => token.id}
        keys={false}
        empty={<EmptyState title={t('tokens.empty')} />}
      />
      {issuing && <IssueDialog client={client} onSecret={onSecret} onClose={() => setIssuing(false)} />}
      {revoking && <RevokeDialog token={revoking} onClose={() => setRevoking(null)} />}
    </Section>
  );
}

function useColumns(onRevoke: (token: Token) => void): Column<Token>[] {
  const { t } = useTranslation('provisioning');
  const { date, dayAndTime, daysUntil } = useFormat();
  // t('provisioning:tokens.state.IN_FORCE') t('provisioning:tokens.state.EXPIRED') t('provisioning:tokens.state.REVOKED')
  const ends = ({ state, expiresAt, revokedAt }: Token) => {
    if (state === 'REVOKED' && revokedAt) return t('tokens.revokedOn', { on: date(revokedAt) });
    const days = daysUntil(expiresAt);
    return state === 'IN_FORCE' && days <= SOON ? (
      <StatusWord tone="amber">{t('tokens.soon', { count: days, on: date(expiresAt) })}</StatusWord>
    ) : (
      date(expiresAt)
    );
  };
  return [
    { id: 'prefix', head: t('tokens.token'), phone: true, cell: (token) => <code>{token.prefix}…</code> },
    {
      id: 'state',
      head: t('tokens.stateHead'),
      phone: true,
      width: 130,
      cell: ({ state }) => <StatusWord tone={TONES[state]}>{t(`tokens.state.${state}`)}</StatusWord>,
    },
    { id: 'ends', head: t('tokens.ends'), cell: ends },
    {
      id: 'used',
      head: t('tokens.used'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? dayAndTime(lastUsedAt) : t('tokens.never')),
    },
    {
      id: 'act',
      head: <span className="visually-hidden">{t('tokens.revoke')}</span>,
      align: 'end',
      phone: true,
      width: 110,
      cell: (token) =>
        token.state === 'IN_FORCE' && (
          <Button size="small" onClick={() => onRevoke(token)}>
            {t('tokens.revoke')}
            <span className="visually-hidden"> {token.prefix}</span>
          </Button>
        ),
    },
  ];
}

function IssueDialog({
  client,
  onSecret,
  onClose,
}: {
  client: Client;
  onSecret: (secret: Secret) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('provisioning');
  const [days, setDays] = useState<number | string>(365);
  const [issue, { loading, refusal, failed }] = useResultMutation(ISSUE_SCIM_TOKEN);
  const send = async () => {
    const { ok } = await issue({ clientId: client.id, days: Number(days) });
    if (!ok) return;
    onClose();
    onSecret({ words: ok.secret, expiresAt: ok.token.expiresAt, baseUrl: ok.client.baseUrl, name: ok.client.name });
  };
  return (
    <Modal opened onClose={onClose} title={t('tokens.issueTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t('tokens.issueBody')}</p>
        <NumberInput
          label={t('tokens.days')}
          value={days}
          onChange={setDays}
          min={1}
          max={730}
          required
          data-autofocus
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!days}>
            {t('tokens.issue')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function RevokeDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const { t } = useTranslation('provisioning');
  const toast = useToast();
  const [revoke, { loading, refusal, failed }] = useResultMutation(REVOKE_SCIM_TOKEN);
  const send = async () => {
    const { ok } = await revoke({ id: token.id });
    if (!ok) return;
    toast(t('tokens.revoked', { token: token.prefix }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('tokens.revokeTitle', { token: token.prefix })}
      act={t('tokens.revoke')}
      danger
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      {t('tokens.revokeBody')}
    </ConfirmDialog>
  );
}
