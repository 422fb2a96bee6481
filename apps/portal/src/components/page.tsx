import { useEffect, type ReactNode } from 'react';
import styles from './page.module.css';
import { SeenLink } from './seen-link.js';

interface PageProps {
  /** What the browser tab says. */
  title: string;
  /** `work`: 24 px sides, full width. `reading`: 72 px sides and at most 1,296 px. */
  width?: 'work' | 'reading';
  /** The id of the record that this page shows: whoever may ask finds who can see it. */
  record?: string;
  children: ReactNode;
}

export function Page({ title, width = 'work', record, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  return (
    <div className={styles[width]}>
      {children}
      {record && <SeenLink record={record} />}
    </div>
  );
}

interface PageHeaderProps {
  title: ReactNode;
  /** A line above the title: where this is, what state it is in, `SaveState`. */
  above?: ReactNode;
  /** A line below it. */
  below?: ReactNode;
  /** Acts, at most one of them `primary`. */
  acts?: ReactNode;
  /** Figures or a note left of the acts. */
  aside?: ReactNode;
  tabs?: ReactNode;
}

export function PageHeader({ title, above, below, acts, aside, tabs }: PageHeaderProps) {
  return (
    <header className={styles.header} data-tabs={Boolean(tabs)}>
      <div className={styles.row}>
        <div className={styles.words}>
          {above && <div className={styles.above}>{above}</div>}
          <h1>{title}</h1>
          {below && <div className={styles.below}>{below}</div>}
        </div>
        {aside && <div className={styles.aside}>{aside}</div>}
        {acts && <div className={styles.acts}>{acts}</div>}
      </div>
      {tabs}
    </header>
  );
}

interface SectionProps {
  title: ReactNode;
  /** `record`: serif 20, for what belongs to the record. `tool`: sans 14, for lists and side panels. */
  voice?: 'record' | 'tool';
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A heading on a hairline and what stands below it. */
export function Section({ title, voice = 'tool', aside, children, id }: SectionProps) {
  return (
    <section className={styles.section} id={id}>
      <div className={`${styles.sectionHead} ${styles[voice]}`}>
        <h2>{title}</h2>
        {aside && <div className={styles.sectionAside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Main column with a rail at its side; one column on a phone. */
export function WithRail({ children, rail }: { children: ReactNode; rail: ReactNode }) {
  return (
    <div className={styles.withRail}>
      <div className={styles.main}>{children}</div>
      <aside className={styles.rail}>{rail}</aside>
    </div>
  );
}
