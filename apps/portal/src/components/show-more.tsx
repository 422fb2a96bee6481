import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './show-more.module.css';
import { RefusalNote } from './states.js';

interface Props {
  /** As far as it is here; nothing is shown while it is not. */
  list:
    | { edges: readonly unknown[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor?: string | null } }
    | null
    | undefined;
  /** Fetches what comes after. */
  onMore: (after: string | null | undefined) => Promise<unknown>;
  className?: string;
}

/** The foot of a list that comes in pages: how much of it is here, and the rest on demand. */
export function ShowMore({ list, onMore, className = '' }: Props) {
  const { t } = useTranslation('kit');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [asked, setAsked] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  const more = list?.pageInfo.hasNextPage ?? false;
  // The last page takes the button away: who pressed it stays at the end of the list.
  useEffect(() => {
    if (asked && !more && document.activeElement === document.body) foot.current?.focus();
  }, [asked, more]);
  if (!list || !(more || asked)) return null;
  const fetch = async () => {
    setState('busy');
    setAsked(true);
    await onMore(list.pageInfo.endCursor).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  const counts = { shown: list.edges.length, total: list.totalCount };
  return (
    <div ref={foot} className={`${styles.foot} ${className}`} tabIndex={-1}>
      {state === 'failed' && <RefusalNote>{t('more.failed')}</RefusalNote>}
      {more && (
        <Button busy={state === 'busy'} onClick={() => void fetch()}>
          {t('more.show', counts)}
        </Button>
      )}
      <output className={styles.said}>{asked && state === 'idle' && t('more.shown', counts)}</output>
    </div>
  );
}
