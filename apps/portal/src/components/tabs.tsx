import { NavLink } from 'react-router';
import styles from './tabs.module.css';

interface Tab {
  to: string;
  label: string;
  /** Also shown as current below this address. */
  end?: boolean;
  count?: number;
}

/** Tabs are addresses, so a view can be shared and the back button works. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className={styles.tab}>
          {tab.label}
          {tab.count !== undefined && <span>{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
