import type { SkillCategory, SkillKind } from './framework-content.rules.js';

/** What may be changed of a skill in a draft. Undefined: stays as it is. Null clears what may be empty. */
export interface SkillChanges {
  name?: string | null;
  description?: string | null;
  kind?: SkillKind | null;
  category?: SkillCategory | null;
  synonyms?: string[] | null;
  coding?: string | null;
  notes?: string | null;
  /** Per level of the scale, lowest first. */
  descriptors?: string[][] | null;
}

export interface DraftProblem {
  field: string;
  message: string;
}

/** Room for every skill of the large frameworks; beyond it something went wrong. */
const MOST = { name: 300, description: 20_000, notes: 20_000, coding: 200, synonym: 300, descriptor: 4_000 };
const MOST_SYNONYMS = 200;
const MOST_DESCRIPTORS = 60;

export function skillProblems(changes: SkillChanges, levels: number): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const long = (field: string, text: string | null | undefined, most: number) => {
    if (text && text.length > most) wrong(field, `At most ${most.toLocaleString('en')} characters fit here.`);
  };
  if (typeof changes.name === 'string' && !changes.name.trim()) wrong('name', 'A skill needs a name.');
  long('name', changes.name, MOST.name);
  long('description', changes.description, MOST.description);
  long('notes', changes.notes, MOST.notes);
  long('coding', changes.coding, MOST.coding);
  const { synonyms = [], descriptors = [] } = changes;
  if ((synonyms?.length ?? 0) > MOST_SYNONYMS) wrong('synonyms', `At most ${MOST_SYNONYMS} other names fit here.`);
  for (const [at, each] of (synonyms ?? []).slice(0, MOST_SYNONYMS).entries())
    long(`synonyms.${at}`, each, MOST.synonym);
  if ((descriptors?.length ?? 0) > levels)
    wrong('descriptors', `The scale has ${levels} levels; words for more of them have no place.`);
  for (const [at, lines] of (descriptors ?? []).slice(0, levels).entries()) {
    if (lines.length > MOST_DESCRIPTORS) wrong(`descriptors.${at}`, `At most ${MOST_DESCRIPTORS} lines fit here.`);
    for (const [line, text] of lines.slice(0, MOST_DESCRIPTORS).entries())
      long(`descriptors.${at}.${line}`, text, MOST.descriptor);
  }
  return problems;
}

/** The columns that the changes set. */
export function skillColumns(changes: SkillChanges, levels: number) {
  const { name, description, kind, category, synonyms, coding, notes, descriptors } = changes;
  return {
    ...(typeof name === 'string' && { name: name.trim() }),
    ...(description !== undefined && { description: emptyToNull(description) }),
    ...(kind && { kind }),
    ...(category !== undefined && { category }),
    ...(synonyms && { synonyms: kept(synonyms) }),
    ...(coding !== undefined && { coding: emptyToNull(coding) }),
    ...(notes !== undefined && { notes: emptyToNull(notes) }),
    ...(descriptors && {
      descriptors: Array.from({ length: levels }, (_, at) => {
        const lines = kept(descriptors[at] ?? []);
        return lines.length > 0 ? lines : null;
      }),
    }),
  };
}

const emptyToNull = (text: string | null) => text?.trim() || null;
const kept = (lines: readonly string[]) => [...new Set(lines.map((line) => line.trim()).filter(Boolean))];

/** A code fit for addresses, from a name in any script; `taken` tells those that the series knows already. */
export function codeFor(name: string, taken: (code: string) => boolean): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  const base = plain || 'skill';
  for (let turn = 1; ; turn++) {
    const code = turn === 1 ? base : `${base}-${turn}`;
    if (!taken(code)) return code;
  }
}
