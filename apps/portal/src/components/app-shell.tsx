import { IconHelp, IconInbox, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import styles from './app-shell.module.css';
import { type Area, AreaNav } from './area-nav.js';
import { isMac } from './hotkeys.js';
import { Keycap } from './keycap.js';
import { Mark } from './mark.js';

interface Props {
  areas: readonly Area[];
  /** Null: this person has no inbox. */
  unread: number | null;
  /** Null: there is nothing to search for this person. */
  onSearch: (() => void) | null;
  onHelp: () => void;
  person: ReactNode;
  /** Said under the bar, e.g. that an organisation is invented. */
  notice?: ReactNode;
  children: ReactNode;
}

/** One bar and the work. No side navigation: the width belongs to the work. */
export function AppShell({ areas, unread, onSearch, onHelp, person, notice, children }: Props) {
  const { t } = useTranslation('kit');
  const main = useFocusOnNewPage();
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <header className={styles.bar}>
        <Link to="/" className={styles.home} aria-label={t('shell.home')}>
          <Mark />
          <span>Assay</span>
        </Link>
        <AreaNav areas={areas} />
        <div className={styles.tools}>
          {onSearch && (
            <button
              type="button"
              className={styles.search}
              onClick={onSearch}
              aria-label={t('shell.search')}
              aria-keyshortcuts="Control+K Meta+K"
            >
              <IconSearch size={16} stroke={1.6} aria-hidden />
              <span>{t('shell.search')}</span>
              <Keycap>{isMac() ? '⌘K' : 'Ctrl K'}</Keycap>
            </button>
          )}
          {unread !== null && (
            <Link
              to="/inbox"
              className={styles.tool}
              data-inbox
              aria-label={unread > 0 ? t('shell.inboxUnread', { count: unread }) : t('shell.inbox')}
            >
              <IconInbox size={18} stroke={1.6} aria-hidden />
              {unread > 0 && <i />}
            </Link>
          )}
          <button type="button" className={styles.tool} onClick={onHelp} aria-label={t('shell.help')}>
            <IconHelp size={18} stroke={1.6} aria-hidden />
          </button>
          {person}
        </div>
      </header>
      {notice && (
        <section className={styles.notice} aria-label={t('shell.notice')}>
          {notice}
        </section>
      )}
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}

/** What had the focus went with the page before: the keys go on from the start of the new one. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
