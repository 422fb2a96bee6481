import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import styles from './studio.module.css';

interface Props {
  title: string;
  /** Undefined while it is fetched, null where it is not there. */
  found: object | null | undefined;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
  /** Writes it into what is being edited; gives the way back. */
  onBringBack: () => () => void;
  children: ReactNode;
}

/** Something older to look at, with the way to have it back. It becomes what is edited and replaces nothing by itself. */
export function ShownVersion({ title, found, error, onRetry, onClose, onBringBack, children }: Props) {
  const { t } = useTranslation('studio');
  const toast = useToast();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [title]);
  const bringBack = () => {
    const undo = onBringBack();
    onClose();
    toast(t('versions.back'), { undo });
  };
  return (
    <section aria-label={title}>
      <h2 ref={head} tabIndex={-1} className={styles.shownHead}>
        {title}
      </h2>
      {error !== undefined && found === undefined && <ErrorState onRetry={onRetry} />}
      {error === undefined && found === undefined && <LoadingRows />}
      {found === null && <Note>{t('versions.none')}</Note>}
      <div className={styles.shownActs}>
        {found && (
          <Button variant="accent" onClick={bringBack}>
            {t('versions.bringBack')}
          </Button>
        )}
        <Button onClick={onClose}>{t('versions.close')}</Button>
      </div>
      {found && children}
    </section>
  );
}
