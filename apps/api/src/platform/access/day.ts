import type { Viewer } from './viewer.js';

/** The day of a request, by the database's clock. */
export function dayOf(viewer: Viewer): string {
  return viewer.now.toISOString().slice(0, 10);
}

/** The day so many days after another; before it, for a negative number. */
export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as sentences name it: 3 Nov 2026. Of a moment, its day in UTC. */
export function inWords(day: string | Date): string {
  const text = typeof day === 'string' ? day : day.toISOString().slice(0, 10);
  const [year, month, date] = text.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
