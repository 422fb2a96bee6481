import { useQuery } from '@apollo/client/react';
import { CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord } from '../../components/chip.js';
import { useFormat } from '../../lib/format.js';
import { AUDIT_HEAD } from './audit.documents.js';
import styles from './audit.module.css';

const LOOK_EVERY_MS = 10_000;
/** A worker that runs chains within a second. */
const LONG_MS = 60_000;

/** How far the log is chained, and its head to be written down elsewhere. */
export function ChainLine() {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { data } = useQuery(AUDIT_HEAD, { pollInterval: LOOK_EVERY_MS, fetchPolicy: 'cache-and-network' });
  if (!data) return <span className={styles.chain}>{t('chain.looking')}</span>;
  const { sequence, hash, unchained, oldestUnchained } = data.auditHead;
  const stuck = oldestUnchained !== null && waitsLong(oldestUnchained);
  return (
    <span className={styles.chain}>
      <StatusWord tone={stuck ? 'amber' : 'green'}>
        {sequence === 0 ? t('chain.none') : t('chain.to', { number: format.number(sequence) })}
      </StatusWord>
      {unchained > 0 && <span>{t('chain.waiting', { count: unchained })}</span>}
      {stuck && <span>{t('chain.stuck', { since: format.dayAndTime(oldestUnchained) })}</span>}
      {sequence > 0 && (
        <CopyButton value={`${hash}@${sequence}`}>
          {({ copied, copy }) => (
            <Button variant="quiet" size="small" onClick={copy} title={t('chain.copyHint')}>
              {copied ? t('chain.copied') : t('chain.copy', { hash: hash.slice(0, 8) })}
            </Button>
          )}
        </CopyButton>
      )}
    </span>
  );
}

const waitsLong = (since: string) => Date.now() - new Date(since).getTime() > LONG_MS;
