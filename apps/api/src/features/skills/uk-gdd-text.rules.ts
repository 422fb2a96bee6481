/** A cell of the form: one line of description, a lead-in (“In this role, you will:”), a list with hyphens. */
export interface DutyText {
  description: string;
  responsibilities: string[];
  /** Paragraphs that are neither of the two. */
  leftOut: string[];
}

const ITEM = /^- (.*)$/;
/** “At this role level, you will:”, in the spellings that occur. */
const LEAD_IN = /^(in this role|at this (role )?level),? you will:?$/i;

/** The items of a list with hyphens; null where there is none. `trim` takes no-break and line-separator spaces too. */
export function listItems(text: string): string[] | null {
  const items = text.split(/\r?\n/).flatMap((line) => ITEM.exec(line)?.[1]?.trim() ?? []);
  return items.length === 0 ? null : items;
}

export function readDuties(text: string): DutyText {
  const [description = '', ...rest] = text.split(/\r?\n/);
  const leftOut = rest
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('- ') && !LEAD_IN.test(line));
  return { description, responsibilities: listItems(text) ?? [], leftOut };
}

/** A name as an id: lower-case letters and digits, everything else a hyphen. */
export function idOfName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
