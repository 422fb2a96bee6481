import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import styles from '../administration-layout.module.css';
import { RotateDialog } from './rotate-dialog.js';
import { ISSUER_KEYS, type IssuerKey, type IssuerKeys, signsNow } from './signing.documents.js';
import own from './signing-page.module.css';

// The worker makes new keys within seconds; who asked for them sees it happen.
const LOOK_AGAIN = 2_000;

/** The keys that badges are signed with, and all that ever were. */
export function SigningPage() {
  const { t } = useTranslation('administration');
  const [rotating, setRotating] = useState(false);
  const [waits, setWaits] = useState(false);
  const { data, error, refetch } = useQuery(ISSUER_KEYS, { pollInterval: waits ? LOOK_AGAIN : 0 });
  const shown = data?.issuerKeys;
  const waiting = shown?.rotation?.gaveUp === false;
  if (waits !== waiting) setWaits(waiting);
  const current = shown?.keys.find((key) => key.purpose === 'PROOF' && signsNow(key));
  return (
    <Page title={t('signing.title')}>
      <PageHeader
        title={t('signing.title')}
        below={t('signing.below')}
        acts={
          current &&
          !waiting && (
            <Button variant="primary" onClick={() => setRotating(true)}>
              {t('signing.rotate')}
            </Button>
          )
        }
      />
      <div aria-live="polite">{shown && <RotationNote of={shown} />}</div>
      <div className={styles.list}>
        <DataTable
          label={t('signing.title')}
          columns={useColumns()}
          rows={shown?.keys}
          rowId={(key) => key.publicKey}
          keys={false}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              <EmptyState title={t('signing.empty')}>{t('signing.emptyBody')}</EmptyState>
            </div>
          }
        />
      </div>
      {shown && shown.keys.length > 0 && (
        <div className={own.more}>
          <p>
            {t('signing.published')} <a href={shown.documentUrl}>{shown.documentUrl}</a>
          </p>
          <p>{t('signing.stolen')}</p>
          <code>npm run assay -- issuer rotate --compromised --reason …</code>
        </div>
      )}
      {rotating && shown && current && (
        <RotateDialog keys={shown} current={current} onClose={() => setRotating(false)} />
      )}
    </Page>
  );
}

function RotationNote({ of: { rotation } }: { of: IssuerKeys }) {
  const { t } = useTranslation('administration');
  const { dayAndTime } = useFormat();
  if (!rotation) return null;
  return (
    <div className={own.note}>
      {rotation.gaveUp ? (
        <RefusalNote>{t('signing.gaveUp', { at: dayAndTime(rotation.askedAt) })}</RefusalNote>
      ) : (
        <StatusWord tone="amber">{t('signing.waiting', { at: dayAndTime(rotation.askedAt) })}</StatusWord>
      )}
    </div>
  );
}

function useColumns(): Column<IssuerKey>[] {
  const { t } = useTranslation('administration');
  const { dayAndTime, number } = useFormat();
  // t('administration:signing.purpose.PROOF') t('administration:signing.purpose.TOKEN')
  return [
    {
      id: 'key',
      head: t('signing.key'),
      phone: true,
      cell: (key) => (
        <span className={own.key}>
          <code title={key.publicKey}>{key.publicKey}</code>
          <small>{key.algorithm}</small>
        </span>
      ),
    },
    { id: 'state', head: t('signing.state'), phone: true, width: 200, cell: (key) => <KeyState of={key} /> },
    { id: 'purpose', head: t('signing.signs'), width: 230, cell: (key) => t(`signing.purpose.${key.purpose}`) },
    {
      id: 'signed',
      head: t('signing.signed'),
      width: 190,
      align: 'end',
      cell: (key) =>
        key.badges === null
          ? t('signing.same')
          : t('signing.badges', { count: key.badges, number: number(key.badges) }) +
            (key.endorsements ? `, ${t('signing.endorsements', { count: key.endorsements })}` : ''),
    },
    { id: 'since', head: t('signing.since'), width: 160, align: 'end', cell: (key) => dayAndTime(key.since) },
  ];
}

function KeyState({ of: key }: { of: IssuerKey }) {
  const { t } = useTranslation('administration');
  const { date } = useFormat();
  if (key.compromisedAt)
    return <StatusWord tone="red">{t('signing.compromised', { date: date(key.compromisedAt) })}</StatusWord>;
  if (key.until) return <StatusWord tone="plain">{t('signing.retired', { date: date(key.until) })}</StatusWord>;
  return <StatusWord tone="green">{t('signing.current')}</StatusWord>;
}
