import type { ReactNode } from 'react';
import styles from './keycap.module.css';

/** The key that fires the act beside it. */
export function Keycap({ children, large, inButton }: { children: ReactNode; large?: boolean; inButton?: boolean }) {
  return (
    <kbd className={[styles.keycap, large ? styles.large : '', inButton ? styles.inButton : ''].join(' ')} aria-hidden>
      {children}
    </kbd>
  );
}
