import type { AuditVariables } from './audit.documents.js';

export const OUTCOMES = ['DONE', 'REFUSED', 'FAILED'] as const;
export const KINDS = ['PERSON', 'STRANGER', 'SYSTEM'] as const;

/** Words of the address that narrow the log down. */
export const FILTERS = ['search', 'actor', 'kind', 'operation', 'target', 'from', 'to', 'outcome'] as const;

type Place = Readonly<Record<string, string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for, as the API takes it. Days are days where one reads them, the last one included. */
export function variablesOf(place: Place): AuditVariables {
  return {
    search: place.search?.trim() || null,
    actorId: place.actor ?? null,
    operation: place.operation ?? null,
    targetId: place.target ?? null,
    from: beginOf(place.from, 0),
    to: beginOf(place.to, 1),
    outcome: OUTCOMES.find((each) => each === place.outcome) ?? null,
    kind: KINDS.find((each) => each === place.kind) ?? null,
  };
}

/** The address of an export with the same filters. */
export function exportPath(ending: 'csv' | 'jsonl', variables: AuditVariables): string {
  const given = Object.entries(variables).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  const query = new URLSearchParams(given).toString();
  return `/audit/export.${ending}${query && `?${query}`}`;
}

/** How an entry ended and what it was given, taken apart: `Refused: FORBIDDEN · id 1` */
export function readDetail(detail: string): { ended: string; given: { name: string; value: string }[] } {
  const [ended = '', ...words] = detail.split(' · ');
  return {
    ended,
    given: words.map((word) => {
      const space = word.indexOf(' ');
      return { name: word.slice(0, space), value: word.slice(space + 1) };
    }),
  };
}

const MOST_SHOWN = 24;

/** An id by its ends; the whole one is in the panel and on the clipboard. */
export function shortened(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, 8)}…${text.slice(-6)}` : text;
}

function beginOf(day: string | undefined, later: number): string | null {
  if (!day || !DAY.test(day)) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const moment = new Date(year, month - 1, date + later);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
