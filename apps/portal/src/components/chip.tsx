import type { ReactNode } from 'react';
import { IconAlertCircle, IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import styles from './chip.module.css';

export type Tone = 'plain' | 'red' | 'amber' | 'green' | 'gilt' | 'accent';

/** A short fact in a list. Colour never stands alone: the word and a shape say it too. */
export function Chip({ tone = 'plain', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {icon}
      {children}
    </span>
  );
}

const shapes = {
  plain: null,
  red: <IconAlertCircle size={14} stroke={1.8} aria-hidden />,
  amber: <IconClock size={14} stroke={1.8} aria-hidden />,
  green: <IconCheck size={14} stroke={2} aria-hidden />,
  gilt: <IconAlertTriangle size={14} stroke={1.8} aria-hidden />,
  accent: null,
} as const;

/** A state in running text: its shape, then its word. */
export function StatusWord({ tone = 'plain', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`${styles.word} ${styles[`ink-${tone}`]}`}>
      {icon ?? shapes[tone]}
      {children}
    </span>
  );
}

/** How many, beside the thing it counts. */
export function Count({ children }: { children: ReactNode }) {
  return <span className={styles.count}>{children}</span>;
}
