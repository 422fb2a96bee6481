import styles from './level-tile.module.css';

interface Props {
  /** 0 or null: no level. */
  level: number | null | undefined;
  /** What a screen reader says instead of the bare number. */
  label?: string;
  lapsed?: boolean;
  /** A 2 px rule under the tile: the person aims higher. */
  goal?: boolean;
  size?: 'small' | 'medium' | 'large';
}

/** The level as a numbered tile: lightness does the work, the number is always there. */
export function LevelTile({ level, label, lapsed, goal, size = 'medium' }: Props) {
  const shown = Math.max(0, Math.min(5, level ?? 0));
  const classes = [
    styles.tile,
    styles[size],
    lapsed ? styles.lapsed : styles[`level${shown}`],
    goal ? styles.goal : '',
  ];
  return (
    <span className={classes.join(' ')} role={label ? 'img' : undefined} aria-label={label}>
      {shown === 0 ? '–' : level}
    </span>
  );
}
