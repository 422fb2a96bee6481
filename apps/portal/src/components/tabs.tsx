import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useFormat } from '../lib/format.js';
import styles from './tabs.module.css';

interface Tab {
  to: string;
  label: string;
  /** Also shown as current below this address. */
  end?: boolean;
  count?: number;
  /** Tabs of one group stand together, and a line stands between groups. */
  group?: string;
}

/** Tabs are addresses, so a view can be shared and the back button works. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const { number } = useFormat();
  // A count that comes later moves them.
  const said = tabs.map((tab) => `${tab.label} ${tab.count}`).join();
  useEffect(() => {
    // On a phone the row is wider than the screen: the tab one stands on is never outside it.
    const here = row.current?.querySelector('[aria-current=page]');
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname, said]);
  return (
    <nav ref={row} className={styles.tabs} aria-label={label}>
      {grouped(tabs).map(({ group, members }) => (
        <div key={group} className={styles.group} {...(group && { role: 'group', 'aria-label': group })}>
          {members.map((tab) => (
            <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className={styles.tab}>
              {tab.label}
              {tab.count !== undefined && <span>{number(tab.count)}</span>}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}

function grouped(tabs: readonly Tab[]): { group: string; members: Tab[] }[] {
  const groups = new Map<string, Tab[]>();
  for (const tab of tabs) groups.set(tab.group ?? '', [...(groups.get(tab.group ?? '') ?? []), tab]);
  return [...groups].map(([group, members]) => ({ group, members }));
}
