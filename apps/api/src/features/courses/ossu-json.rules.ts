import { courseProblems, isWebAddress } from './course.rules.js';
import type { CatalogueAbout, CourseRow } from './course-rows.rules.js';

const GITHUB = /^github ([\w.-]+\/[\w.-]+) @([0-9a-f]{7,40})$/;
const MOST_COURSES = 10_000;

export interface JsonCatalogue {
  about: CatalogueAbout;
  rows: CourseRow[];
}

/**
 * A curriculum as a JSON file in the layout of the OSSU derivation: `{ name, source, licence, courses: [{ name, url, group,
 * subgroup, duration, effort, hoursMid, prerequisitesText, topics }] }`. It names no codes and no providers: a code is made of
 * the title, and the provider is known by the address alone. Rows are counted as courses.
 */
export function readJsonCatalogue(text: string): JsonCatalogue | { problem: string } {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    return { problem: `The file is not whole JSON: ${error instanceof Error ? error.message : 'it ends too early'}.` };
  }
  if (!isRecord(whole) || !Array.isArray(whole['courses']))
    return { problem: 'The file holds no list “courses”, as a curriculum of this layout does.' };
  const { courses } = whole;
  if (courses.length > MOST_COURSES)
    return { problem: `The file has ${courses.length} courses; ${MOST_COURSES} are the most at once.` };
  const source = textIn(whole['source']);
  const [, repository, commit] = GITHUB.exec(source) ?? [];
  const base = repository && commit ? `https://github.com/${repository}/blob/${commit}/` : null;
  const codes = new Map<string, number>();
  return {
    about: {
      name: textIn(whole['name']) || 'Imported courses',
      licence: textIn(whole['licence']),
      attribution: repository ? `From ${repository} on GitHub` : source,
      sourceUrl: repository && commit ? `https://github.com/${repository}/tree/${commit}` : null,
    },
    rows: courses.map((course: unknown, index) => rowOf(course, index + 1, base, codes)),
  };
}

function rowOf(course: unknown, row: number, base: string | null, codes: Map<string, number>): CourseRow {
  if (!isRecord(course))
    return { row, code: '', facts: {}, problems: [{ field: '', message: 'This is not a course.' }] };
  const title = textIn(course['name']);
  const url = addressOf(textIn(course['url']), base);
  const hours = course['hoursMid'];
  const [duration, effort] = [textIn(course['duration']), textIn(course['effort'])];
  const facts: CourseRow['facts'] = {
    title,
    ...(url ? { url } : {}),
    area: [course['group'], course['subgroup']].map(textIn).filter(Boolean).join(' / '),
    topics: Array.isArray(course['topics']) ? course['topics'].map(textIn).filter(Boolean) : [],
    ...(typeof hours === 'number' ? { hours } : {}),
    duration: [duration, effort].filter((part) => part && part !== '-').join(', '),
    prerequisites: prerequisitesIn(course['prerequisitesText']),
  };
  const code = codeOf(title, codes);
  const host = url ? new URL(url).host.replace(/^www\./, '') : null;
  return {
    row,
    code,
    facts,
    ...(host && url ? { provider: { name: host, website: new URL(url).origin } } : {}),
    source: { chooseOneGroup: course['chooseOneGroup'] === true, statedUrl: textIn(course['url']) },
    problems: courseProblems({ ...facts, code }),
  };
}

/** An address inside the repository of the curriculum leads to the page there. */
function addressOf(url: string, base: string | null): string | null {
  if (isWebAddress(url)) return url;
  return url && base && !/^[a-z]+:|^\//i.test(url) ? base + url : null;
}

function prerequisitesIn(value: unknown): string {
  const text = textIn(value);
  return /^(none|-)$/i.test(text) ? '' : text;
}

/** The title in a form fit for files; a title that comes again gets a number. */
function codeOf(title: string, codes: Map<string, number>): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 90);
  const times = (codes.get(words) ?? 0) + 1;
  codes.set(words, times);
  return times === 1 ? words : `${words}-${times}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
