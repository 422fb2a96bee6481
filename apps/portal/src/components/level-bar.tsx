import styles from './level-bar.module.css';

interface Props {
  /** Steps of the scale; frameworks with four levels draw four. */
  steps: number;
  verified?: number | null;
  observed?: number | null;
  claimed?: number | null;
  needed?: number | null;
  label: string;
}

/** Levels as steps, one layer over the other, never blended; the ink notch stands at the level that is needed. */
export function LevelBar({ steps, verified, observed, claimed, needed, label }: Props) {
  return (
    <span className={styles.bar}>
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: steps }, (_, index) => {
        const step = index + 1;
        return (
          <span
            key={step}
            className={`${styles.step} ${styles[layerOf(step)]}`}
            data-needed={needed === step}
            aria-hidden
          />
        );
      })}
    </span>
  );

  function layerOf(step: number) {
    if (step <= (verified ?? 0)) return 'verified';
    if (step <= (observed ?? 0)) return 'observed';
    if (step <= (claimed ?? 0)) return 'claimed';
    return 'empty';
  }
}
