import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PSEUDO } from './i18n.js';

/** Dates and numbers as people read them: "Wed 25 Nov", with the year when it is another one. */
export function useFormat() {
  const { i18n } = useTranslation();
  return useMemo(
    () => formatter(i18n.language === PSEUDO || i18n.language === 'en' ? 'en-GB' : i18n.language),
    [i18n.language],
  );
}

export function formatter(locale: string) {
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  const withYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const whole = new Intl.NumberFormat(locale);

  const day = (value: Date | string, now = new Date()) => {
    const date = momentOf(value);
    const parts = date.getFullYear() === now.getFullYear() ? short : withYear;
    // "Wed, 25 Nov" reads as a list; we write it without the comma.
    return parts.format(date).replace(',', '');
  };
  return {
    day,
    /** Where the year lasts: certificates, ends of validity. */
    date: (value: Date | string) => withYear.format(momentOf(value)),
    time: (value: Date | string) => clock.format(new Date(value)),
    dayAndTime: (value: Date | string, now = new Date()) => `${day(value, now)}, ${clock.format(new Date(value))}`,
    number: (value: number) => whole.format(value),
    range: (from: number, to: number) => whole.formatRange(from, to),
    bytes: (value: number) => fileSize(value, locale),
    /** How long something took: "31 hours", from two days on "12 days 9 hours". */
    wait: (hours: number) => duration(Math.round(hours), locale),
    daysUntil: (value: Date | string, now = new Date()) =>
      Math.ceil((new Date(value).getTime() - now.getTime()) / 86_400_000),
  };
}

/** A day of the calendar, such as 2026-12-18, is that day wherever one reads it; a moment is a moment. */
function momentOf(value: Date | string): Date {
  const parts = typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : new Date(value);
}

/** A day of the calendar as the API and date fields write it; `later` days from now. */
export function dayText(now: Date, later = 0): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A day as an address or a field gives it, and null for what is none: nobody's typing breaks a page. */
export function readDay(word: string | null): string | null {
  if (!word || !/^\d{4}-\d{2}-\d{2}$/.test(word)) return null;
  const day = new Date(`${word}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(word) ? word : null;
}

/** "Systems integration, Practitioner": the level belongs to the name unless the name says it already. */
export function achievementTitle(achievement: { name: string; level: { label: string } | null }): string {
  const { name, level } = achievement;
  return level && !name.toLowerCase().includes(level.label.toLowerCase()) ? `${name}, ${level.label}` : name;
}

function duration(hours: number, locale: string): string {
  const written = (count: number, unit: 'day' | 'hour') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  if (hours < 48) return written(hours, 'hour');
  const rest = hours % 24;
  return [written(Math.floor(hours / 24), 'day'), rest > 0 && written(rest, 'hour')].filter(Boolean).join(' ');
}

function fileSize(bytes: number, locale: string): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(steps.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const digits = step > 1 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: steps[step], maximumFractionDigits: digits }).format(
    bytes / 1000 ** step,
  );
}
