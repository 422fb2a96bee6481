import type { OpenPoint } from './designer.documents.js';

/** The places of the designer, in the order in which an achievement is written. */
export const SECTIONS = [
  'basics',
  'outcomes',
  'rubric',
  'evidence',
  'marking',
  'descriptors',
  'validity',
  'assessors',
  'badge',
  'changes',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export function sectionOf(name: string | undefined): SectionName {
  return SECTIONS.find((section) => section === name) ?? 'basics';
}

/** Where an open point is fixed. */
export function addressOf(versionId: string, point: Pick<OpenPoint, 'section' | 'field'>): string {
  return `/programme/achievements/${versionId}/${sectionOf(point.section)}?at=${encodeURIComponent(point.field)}`;
}

/** The path of a cell of the rubric. */
export function pathOf(row: number, column: { kind: string; ordinal?: number }): string {
  const place = column.ordinal === undefined ? column.kind : `levels.${column.ordinal - 1}.descriptor`;
  return `rubric.criteria.${row}.${place}`;
}

/** The cell of the rubric that a path like `rubric.criteria.2.levels.1.descriptor` speaks of. */
export function cellOf(
  path: string,
): { row: number; column: 'title' | 'description' | 'weight' | 'mustReach' | number } | null {
  const [, row, rest = 'title'] = /criteria\.(\d+)(?:\.(.+))?/.exec(path) ?? [];
  if (row === undefined) return null;
  const level = /^levels\.(\d+)/.exec(rest)?.[1];
  if (level !== undefined) return { row: Number(row), column: Number(level) };
  const column = (['title', 'description', 'weight', 'mustReach'] as const).find((name) => name === rest);
  return { row: Number(row), column: column ?? (rest.startsWith('levels') ? 0 : 'title') };
}
