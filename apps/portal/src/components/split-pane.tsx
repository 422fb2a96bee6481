import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import styles from './split-pane.module.css';

interface Props {
  start: ReactNode;
  end: ReactNode;
  /** Name of the divider for a screen reader. */
  label: string;
  /** Share of the start pane in percent. */
  initial?: number;
  min?: number;
  max?: number;
  /** Keeps the position between visits. */
  storageKey?: string;
}

/** Two panes with a divider that a pointer and the arrow keys move; one above the other on a phone. */
export function SplitPane({ start, end, label, initial = 40, min = 25, max = 70, storageKey }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => kept(storageKey) ?? initial);
  const move = (next: number) => {
    const rounded = Math.max(min, Math.min(max, Math.round(next)));
    setShare(rounded);
    if (storageKey) localStorage.setItem(storageKey, String(rounded));
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const rect = box.current?.getBoundingClientRect();
    if (rect) move(((event.clientX - rect.left) / rect.width) * 100);
  };
  return (
    <div ref={box} className={styles.split} style={{ gridTemplateColumns: `${share}fr 9px ${100 - share}fr` }}>
      <div className={styles.pane}>{start}</div>
      <div
        className={styles.divider}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      >
        <input
          type="range"
          className="visually-hidden"
          aria-label={label}
          min={min}
          max={max}
          step={2}
          value={share}
          onChange={(event) => move(event.currentTarget.valueAsNumber)}
        />
      </div>
      <div className={styles.pane}>{end}</div>
    </div>
  );
}

function kept(key: string | undefined): number | null {
  const value = key ? Number(localStorage.getItem(key)) : 0;
  return value > 0 ? value : null;
}
