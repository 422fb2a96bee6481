import { IconChevronRight } from '@tabler/icons-react';
import styles from './insights.module.css';
import type { FoldedRow } from './use-folded.js';

/** As wide as the arrow before a name that opens. */
const ARROW = 18;

/** The first cell of a row of a tree: its name, and where rows are folded below it the way to open them. */
export function FoldName({ fold }: { fold: FoldedRow<{ name: string; depth: number }> }) {
  const { row, folds, below, open, toggle } = fold;
  const indent = row.depth * 16 + (folds && below === 0 ? ARROW : 0);
  return (
    <td style={{ paddingInlineStart: indent }}>
      {below === 0 ? (
        row.name
      ) : (
        <button type="button" className={styles.fold} aria-expanded={open} onClick={toggle}>
          <IconChevronRight size={14} stroke={1.8} aria-hidden />
          {row.name}
        </button>
      )}
    </td>
  );
}
