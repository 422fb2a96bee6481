import type { ReactNode } from 'react';
import styles from './timeline.module.css';

export interface TimelineEntry {
  id: string;
  what: ReactNode;
  when: ReactNode;
  note?: ReactNode;
  /** `now` is where it stands; `ahead` has not happened. */
  state: 'done' | 'now' | 'ahead';
}

/** What happened, with real dates, and what comes next. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} data-state={entry.state} aria-current={entry.state === 'now' ? 'step' : undefined}>
          <span className={styles.what}>{entry.what}</span>
          <span className={styles.when}>{entry.when}</span>
          {entry.note && <p className={styles.note}>{entry.note}</p>}
        </li>
      ))}
    </ol>
  );
}

/** How far along, as five or so short bars. */
export function StepBar({ steps, done, label }: { steps: number; done: number; label: string }) {
  return (
    <span className={styles.steps}>
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: steps }, (_, index) => (
        <span key={index} className={styles.step} aria-hidden>
          <i style={{ width: `${Math.max(0, Math.min(1, done - index)) * 100}%` }} />
        </span>
      ))}
    </span>
  );
}
