import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './workspace.module.css';

interface Props {
  head: ReactNode;
  children: ReactNode;
  /** Stays at the foot; on a phone it is fixed there. */
  foot?: ReactNode;
}

/** A screen as high as the window with panes that scroll by themselves; on a phone one column that scrolls as a page. */
export function Workspace({ head, children, foot }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const element = box.current;
      if (element)
        element.style.setProperty('--workspace-top', `${element.getBoundingClientRect().top + window.scrollY}px`);
    };
    measure();
    // What stands above may come later, e.g. the line that says an organisation is invented.
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={box} className={styles.workspace} data-workspace data-foot={Boolean(foot)}>
      {head}
      <div className={styles.panes}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}
