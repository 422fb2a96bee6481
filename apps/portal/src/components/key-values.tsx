import type { ReactNode } from 'react';
import styles from './key-values.module.css';

/** Names and values, aligned. */
export function KeyValues({ items }: { items: readonly { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={styles.list}>
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A figure with what it counts, as in the head of a page. */
export function Figure({ value, children }: { value: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.figure} data-figure>
      <strong>{value}</strong>
      <span>{children}</span>
    </div>
  );
}
