import styles from './initials.module.css';

/** A person as two letters: circles are only for people. */
export function Initials({ children, size = 28 }: { children: string; size?: number }) {
  return (
    <span
      className={styles.initials}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      aria-hidden
    >
      {children}
    </span>
  );
}
