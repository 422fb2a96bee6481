import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import { TextLink } from './text-link.js';

interface Props {
  count: number;
  /** What is counted, for whoever hears the link alone. */
  label: string;
  /** Where the rows behind the number are; left out where they are not for this person. */
  to?: string | null;
}

/** A number as the way to its rows. Behind nought there are none, so it leads nowhere. */
export function OpenNumber({ count, label, to }: Props) {
  const { t } = useTranslation('insights');
  const { number } = useFormat();
  if (!to || count === 0) return <>{number(count)}</>;
  return (
    <TextLink to={to} aria-label={t('openNamed', { count, label })}>
      {number(count)}
    </TextLink>
  );
}

interface WordsProps {
  count: number;
  /** The same for whoever hears the link alone, where the words do not say of what. */
  label?: string;
  to?: string | null;
  children: ReactNode;
}

/** Words that say a number, as the way to its rows. */
export function OpenWords({ count, label, to, children }: WordsProps) {
  if (!to || count === 0) return <>{children}</>;
  return (
    <TextLink to={to} aria-label={label}>
      {children}
    </TextLink>
  );
}
