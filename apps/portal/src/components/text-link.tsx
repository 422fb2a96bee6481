import { Link, type LinkProps } from 'react-router';
import styles from './text-link.module.css';

/** A link inside text or a list: accent and underlined. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={`${styles.link} ${className ?? ''}`} />;
}

/** A link that names a thing: ink until it is pointed at. */
export function NameLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={`${styles.name} ${className ?? ''}`} />;
}
