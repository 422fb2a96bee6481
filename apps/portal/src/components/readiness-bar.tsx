import type { ReactNode } from 'react';
import { OpenWords } from './open-number.js';
import styles from './readiness-bar.module.css';
import { StandingShape } from './standing-shape.js';

interface Props {
  standing: 'verified' | 'claimed';
  word: string;
  /** 0 to 1. */
  share: number;
  /** Where what it is reckoned from stands. */
  to?: string;
  children?: ReactNode;
}

/** One layer of readiness on a ruler from 0 to 100. Layers stand above each other; nothing adds them up. */
export function ReadinessBar({ standing, word, share, to, children }: Props) {
  const percent = Math.round(share * 100);
  return (
    <div className={styles.readiness}>
      <span className={styles.word}>
        <StandingShape standing={standing} />
        {word}
      </span>
      <span className={styles.figure}>
        <OpenWords count={1} to={to} label={`${word} ${percent}%`}>
          {percent}
        </OpenWords>
        <small>%</small>
      </span>
      <span className={styles.track} aria-hidden>
        <span className={styles[standing]} style={{ width: `${percent}%` }} />
      </span>
      {children}
    </div>
  );
}

/** The ruler under the bars. */
export function ReadinessRuler({ children }: { children?: ReactNode }) {
  return (
    <div className={styles.ruler}>
      <div className={styles.marks} aria-hidden>
        {[0, 25, 50, 75, 100].map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
      {children}
    </div>
  );
}
