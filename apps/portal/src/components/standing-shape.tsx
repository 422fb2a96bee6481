import styles from './standing-shape.module.css';

export type Standing = 'verified' | 'observed' | 'claimed' | 'lapsed' | 'unchecked';

/** Where a level comes from, as a shape: always set beside its word. */
export function StandingShape({ standing, size = 12 }: { standing: Standing; size?: number }) {
  return (
    <svg className={styles[standing]} width={size} height={size} viewBox="0 0 22 22" aria-hidden focusable="false">
      {shapes[standing]}
    </svg>
  );
}

const octagon = 'M7.2 1.5h7.6l5.7 5.7v7.6l-5.7 5.7H7.2l-5.7-5.7V7.2z';

const shapes = {
  verified: (
    <>
      <path d={octagon} fill="currentColor" />
      <path d="m6.4 11.2 3.2 3.3 6-6.6" className={styles.cut} />
    </>
  ),
  observed: (
    <>
      <path d="M11 1.8 20.2 11 11 20.2 1.8 11z" className={styles.outline} />
      <circle cx="11" cy="11" r="3.2" fill="currentColor" />
    </>
  ),
  claimed: <circle cx="11" cy="11" r="8.8" className={styles.outline} strokeDasharray="3.6 3.3" />,
  lapsed: (
    <>
      <path d={octagon} className={styles.outline} />
      <path d="m6.2 15.8 9.6-9.6" className={styles.outline} />
    </>
  ),
  unchecked: <path d={octagon} className={styles.outline} strokeDasharray="3.4 2.8" />,
};
