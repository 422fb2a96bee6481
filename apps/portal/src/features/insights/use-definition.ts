import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Definition, Kept } from './reports.documents.js';

const SUBJECTS: readonly string[] = ['PEOPLE', 'CREDENTIALS', 'STANDINGS', 'COMPLETIONS', 'ATTEMPTS'];

/** A definition out of an address, or null where it is none; whether its columns exist is for the API to say. */
export function readDefinition(text: string | null): Definition | null {
  try {
    const read = JSON.parse(text ?? '') as Partial<Definition>;
    const { subject, columns, filters, groupBy } = read;
    if (!subject || !SUBJECTS.includes(subject)) return null;
    if (![columns, filters, groupBy].every(Array.isArray)) return null;
    return {
      subject,
      columns: (columns ?? []).map(String),
      groupBy: (groupBy ?? []).map(String),
      filters: (filters ?? []).map(({ column, operator, value }) => ({ column, operator, value })),
      sort: read.sort ? { column: read.sort.column, descending: read.sort.descending } : null,
    };
  } catch {
    return null;
  }
}

/** Without what the cache puts in. */
const plainOf = ({ definition }: Kept): Definition => ({
  subject: definition.subject,
  columns: definition.columns,
  groupBy: definition.groupBy,
  filters: definition.filters.map(({ column, operator, value }) => ({ column, operator, value })),
  sort: definition.sort && { column: definition.sort.column, descending: definition.sort.descending },
});

/** What one looks at stands in the address: which kept report, and what was changed of it since. */
export function useDefinition(kept: readonly Kept[]) {
  const [params, setParams] = useSearchParams();
  const report = kept.find(({ id }) => id === params.get('report')) ?? null;
  const text = params.get('d');
  // The address follows a moment after the click: until then the box that was ticked must stay ticked.
  const [ahead, setAhead] = useState<Definition | null>(null);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    setAhead(null);
  }
  const changed = ahead ?? readDefinition(text);
  const open = (id: string | null) => setParams(id ? { report: id } : {});
  const change = (next: Definition) => {
    setAhead(next);
    setParams(
      (before) => {
        const params = new URLSearchParams(before);
        params.set('d', JSON.stringify(next));
        return params;
      },
      { replace: true, flushSync: true },
    );
  };
  return { report, definition: changed ?? (report && plainOf(report)), open, change };
}
