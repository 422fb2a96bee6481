import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';
import { HotkeyCap } from './hotkey-cap.js';

/** One `primary` per screen; a second strong act is `accent`; `quiet` is a word that acts; `danger` ends something. */
export type ButtonVariant = 'primary' | 'outline' | 'accent' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Shown as a keycap, as whoever looks has it; bind the key with `useHotkey`. */
  hotkey?: string;
  /** Fills the width of its place. */
  wide?: boolean;
}

export type ButtonProps = Look & ComponentProps<'button'> & { busy?: boolean };

/** While it is busy it does nothing and keeps the focus: disabled, it would lose the place of whoever pressed it. */
export function Button({
  variant,
  size,
  icon,
  hotkey,
  wide,
  busy,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      className={look({ variant, size, wide }, className)}
    >
      {icon}
      <span>{children}</span>
      {hotkey && <HotkeyCap keys={hotkey} inButton />}
    </button>
  );
}

export function LinkButton({ variant, size, icon, hotkey, wide, children, className, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={look({ variant, size, wide }, className)}>
      {icon}
      <span>{children}</span>
      {hotkey && <HotkeyCap keys={hotkey} inButton />}
    </Link>
  );
}

/** A square button that is only an icon; its name is for those who cannot see it. */
export function IconButton({ label, children, className, ...rest }: { label: string } & ComponentProps<'button'>) {
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={`${styles.icon} ${className ?? ''}`}>
      {children}
    </button>
  );
}

function look({ variant = 'outline', size = 'medium', wide }: Look, className = '') {
  return [styles.button, styles[variant], styles[size], wide ? styles.wide : '', className].filter(Boolean).join(' ');
}
