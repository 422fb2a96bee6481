import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import styles from './area-nav.module.css';
import { Count } from './chip.js';

export interface Area {
  to: string;
  label: string;
  count?: number;
}

/** So many names stand beside each other on a phone; more are behind the name of the one somebody is in. */
const FIT_A_PHONE = 2;

/** Where a person can go, in the bar. */
export function AreaNav({ areas }: { areas: readonly Area[] }) {
  const { t } = useTranslation('kit');
  const { pathname } = useLocation();
  const { open, setOpen, place } = useOpening(pathname);
  const id = useId();
  const many = areas.length > FIT_A_PHONE;
  const here = areas.find(({ to }) => firstWord(to) === firstWord(pathname));
  return (
    <div ref={place} className={styles.place}>
      {many && (
        <button
          type="button"
          className={styles.opener}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {here?.label ?? t('shell.areas')}
          <IconChevronDown size={16} stroke={1.6} aria-hidden />
        </button>
      )}
      <nav id={id} className={styles.areas} data-many={many} data-open={open} aria-label={t('shell.areas')}>
        {areas.map((area) => (
          <NavLink
            key={area.to}
            to={area.to}
            end={area.to === '/'}
            className={styles.area}
            onClick={() => setOpen(false)}
          >
            {area.label}
            {Boolean(area.count) && <Count>{area.count}</Count>}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

/** Open until somebody goes on, turns to something else, or presses Escape. */
function useOpening(pathname: string) {
  const place = useRef<HTMLDivElement>(null);
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  useEffect(() => {
    if (!open) return;
    const elsewhere = ({ target }: Event) => {
      if (!(target instanceof Node && place.current?.contains(target))) setOpenAt(null);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpenAt(null);
      place.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return { open, setOpen: (wanted: boolean) => setOpenAt(wanted ? pathname : null), place };
}

const firstWord = (address: string) => address.split('/')[1];
