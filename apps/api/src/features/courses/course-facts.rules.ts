import type { Course } from './course.entity.js';

type Facts = Omit<
  Course,
  'id' | 'providerId' | 'catalogueId' | 'state' | 'source' | 'revision' | 'createdAt' | 'createdBy' | 'savedAt'
>;
type Given = { [Key in keyof Facts]?: Facts[Key] | null };

/** What people leave empty is empty text here, and nothing there. */
const TEXTS = ['code', 'title', 'description', 'area', 'duration', 'support', 'prerequisites'] as const;
const OPTIONAL = ['url', 'language', 'mode', 'hours', 'ects', 'priceAmount', 'priceCurrency'] as const;

/** The columns that an input changes. What it leaves out is not among them. */
export function factsIn(input: Given): Partial<Facts> {
  const facts: Record<string, unknown> = {};
  for (const key of TEXTS) if (typeof input[key] === 'string') facts[key] = input[key].trim();
  for (const key of OPTIONAL) {
    const value = input[key];
    if (value !== undefined) facts[key] = typeof value === 'string' ? value.trim() || null : value;
  }
  if (input.topics) facts['topics'] = [...new Set(input.topics.map((topic) => topic.trim()).filter(Boolean))];
  if (input.startDates) facts['startDates'] = [...new Set(input.startDates)].sort();
  return facts;
}

/** A course about which nothing is said yet. */
export function emptyCourse(now: Date, createdBy: string | null): Omit<Course, 'id' | 'code' | 'title'> {
  return {
    providerId: null,
    catalogueId: null,
    state: 'ACTIVE',
    url: null,
    description: '',
    area: '',
    topics: [],
    language: null,
    hours: null,
    ects: null,
    priceAmount: null,
    priceCurrency: null,
    mode: null,
    duration: '',
    support: '',
    prerequisites: '',
    startDates: [],
    source: {},
    revision: 1,
    createdAt: now,
    createdBy,
    savedAt: now,
  };
}
