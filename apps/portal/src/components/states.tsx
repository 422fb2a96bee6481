import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './states.module.css';

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  /** One button: the next step. */
  act?: ReactNode;
  /** It is all there is on this page, so its title is the page's. */
  alone?: boolean;
}

/** What would be here, in one sentence, with one button. */
export function EmptyState({ title, children, act, alone = false }: EmptyStateProps) {
  const Title = alone ? 'h1' : 'p';
  return (
    <div className={styles.state} data-state>
      <Title className={styles.title}>{title}</Title>
      {children && <p>{children}</p>}
      {act}
    </div>
  );
}

interface FilteredStateProps {
  filters: number;
  /** How many there are without the filters, where that is known. */
  without?: number;
  onClear: () => void;
}

/** Filtered to nothing: how many filters, how many items without them, and the way back. */
export function FilteredState({ filters, without, onClear }: FilteredStateProps) {
  const { t } = useTranslation('kit');
  return (
    <div className={styles.state} data-state>
      <p className={styles.title}>{t('filtered.title', { count: filters })}</p>
      {without !== undefined && <p>{t('filtered.without', { count: without })}</p>}
      <Button onClick={onClear}>{t('filtered.clear')}</Button>
    </div>
  );
}

interface ErrorStateProps {
  title?: string;
  /** What happened, what was kept. */
  children?: ReactNode;
  onRetry?: () => void;
  act?: ReactNode;
  /** It is all there is on this page, so its title is the page's. */
  alone?: boolean;
}

export function ErrorState({ title, children, onRetry, act, alone = false }: ErrorStateProps) {
  const Title = alone ? 'h1' : 'p';
  const { t } = useTranslation('kit');
  return (
    <div className={styles.state} data-state role="alert">
      <Title className={styles.failed}>
        <IconAlertCircle size={16} stroke={1.6} aria-hidden />
        {title ?? t('error.title')}
      </Title>
      <p>{children ?? t('error.body')}</p>
      {act}
      {onRetry && <Button onClick={onRetry}>{t('error.retry')}</Button>}
    </div>
  );
}

/** True once `since` milliseconds have passed: what is quick shows nothing at all while it loads. */
export function useDelayed(since = 200) {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), since);
    return () => clearTimeout(timer);
  }, [since]);
  return passed;
}

/** Grey bars of the true row height, from 200 ms on. */
export function LoadingRows({ rows = 6, height }: { rows?: number; height?: number }) {
  const { t } = useTranslation('kit');
  const late = useDelayed();
  return (
    <output className={styles.loading} aria-label={t('loading')} data-shown={late}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row} style={{ height }}>
          <span className={styles.bar} style={{ width: `${[78, 96, 88, 58][index % 4]}%` }} />
        </div>
      ))}
    </output>
  );
}

/** A refusal of the API, said where the act was. */
export function RefusalNote({ children }: { children: ReactNode }) {
  return (
    <p className={styles.refusal} role="alert">
      <IconAlertCircle size={16} stroke={1.6} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

interface NoteProps {
  children: ReactNode;
  tone?: 'plain' | 'amber';
  /** Runs from edge to edge of a work screen, its words in line with the page's. */
  wide?: boolean;
}

/** A calm note: what to know before going on. */
export function Note({ children, tone = 'plain', wide = false }: NoteProps) {
  return (
    <p className={`${styles.note} ${tone === 'amber' ? styles.noteAmber : ''}`} data-wide={wide}>
      {children}
    </p>
  );
}
