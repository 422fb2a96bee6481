import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord } from '../../components/chip.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { AddKeyDialog } from './add-key-dialog.js';
import { REVOKE_KEY, VERIFICATION_KEYS, type VerificationKey } from './keys.documents.js';
import styles from './provisioning.module.css';

/** Keys of systems that have badges checked, such as one that takes applications. */
export function VerificationKeysPage() {
  const { t } = useTranslation('provisioning');
  const { data, error, refetch } = useQuery(VERIFICATION_KEYS);
  const [selected, select] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<VerificationKey | null>(null);
  const [revoke, { loading, refusal }] = useResultMutation(REVOKE_KEY, { refetch: ['VerificationKeys'] });
  return (
    <Page title={t('keys.title')}>
      <PageHeader
        title={t('keys.title')}
        below={t('keys.below')}
        acts={
          <Button variant="primary" onClick={() => setAdding(true)}>
            {t('keys.add')}
          </Button>
        }
      />
      <div className={styles.keys}>
        <DataTable
          label={t('keys.title')}
          columns={useColumns(setEnding)}
          rows={data?.verificationKeys}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => select(row.id)}
          error={error && !data && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.none}>
              <EmptyState title={t('keys.emptyTitle')}>{t('keys.emptyBody')}</EmptyState>
            </div>
          }
        />
      </div>
      {adding && <AddKeyDialog onClose={() => setAdding(false)} />}
      {ending && (
        <ConfirmDialog
          open
          danger
          title={t('keys.endTitle', { name: ending.name })}
          act={t('keys.end')}
          busy={loading}
          refusal={refusal?.message}
          onClose={() => setEnding(null)}
          onConfirm={() => void revoke({ id: ending.id }).then(({ ok }) => ok && setEnding(null))}
        >
          {t('keys.endBody')}
        </ConfirmDialog>
      )}
    </Page>
  );
}

function useColumns(end: (key: VerificationKey) => void): Column<VerificationKey>[] {
  const { t } = useTranslation('provisioning');
  const { date, dayAndTime } = useFormat();
  // t('provisioning:keys.scope.OWN') t('provisioning:keys.scope.ANY')
  return [
    {
      id: 'name',
      head: t('keys.name'),
      phone: true,
      cell: (row) => (
        <>
          {row.name} <code className={styles.prefix}>{row.prefix}…</code>
        </>
      ),
    },
    { id: 'scope', head: t('keys.checks'), width: 220, cell: (row) => t(`keys.scope.${row.scope}`) },
    { id: 'state', head: t('keys.state'), phone: true, width: 200, cell: (row) => <KeyState of={row} /> },
    {
      id: 'used',
      head: t('keys.used'),
      width: 170,
      align: 'end',
      cell: (row) => (row.lastUsedAt ? dayAndTime(row.lastUsedAt) : t('keys.never')),
    },
    { id: 'made', head: t('keys.made'), width: 130, align: 'end', cell: (row) => date(row.createdAt) },
    {
      id: 'act',
      head: '',
      width: 130,
      align: 'end',
      cell: (row) =>
        row.viewerCan.includes('revoke') && (
          <Button size="small" onClick={() => end(row)} aria-label={t('keys.endOne', { name: row.name })}>
            {t('keys.end')}
          </Button>
        ),
    },
  ];
}

function KeyState({ of }: { of: VerificationKey }) {
  const { t } = useTranslation('provisioning');
  const { date } = useFormat();
  const [now] = useState(() => Date.now());
  if (of.revokedAt) return <StatusWord tone="red">{t('keys.revoked', { date: date(of.revokedAt) })}</StatusWord>;
  if (Date.parse(of.expiresAt) <= now) return <StatusWord tone="amber">{t('keys.ended')}</StatusWord>;
  return <StatusWord tone="green">{t('keys.until', { date: date(of.expiresAt) })}</StatusWord>;
}
