import type { CourseInput, KeptCourse } from './course.documents.js';

/** What somebody writes of a course. Lists and days are text while they are typed. */
export interface CourseDraft {
  code: string;
  title: string;
  provider: { id: string; name: string } | null;
  url: string;
  description: string;
  area: string;
  topics: string;
  language: string;
  hours: string;
  ects: string;
  price: { amount: string; currency: string };
  mode: KeptCourse['mode'];
  duration: string;
  support: string;
  prerequisites: string;
  prerequisiteCourses: readonly { id: string; title: string }[];
  startDates: string;
  outcomes: readonly DraftOutcome[];
}
export type CourseField = keyof CourseDraft;
export type DraftOutcome = Pick<KeptCourse['outcomes'][number], 'result' | 'skill' | 'level'>;

const text = (value: number | null) => (value === null ? '' : String(value));

export function draftOf(course: KeptCourse): CourseDraft {
  const { provider, topics, startDates, hours, ects, priceAmount, priceCurrency } = course;
  return {
    ...course,
    provider: provider && { id: provider.id, name: provider.name },
    url: course.url ?? '',
    topics: topics.join(', '),
    language: course.language ?? '',
    hours: text(hours),
    ects: text(ects),
    price: { amount: text(priceAmount), currency: priceCurrency ?? '' },
    startDates: startDates.join(', '),
  };
}

/** What to send for a field; null while what is typed cannot be meant, such as half a price. */
export function inputOf(draft: CourseDraft, field: CourseField): CourseInput | null {
  switch (field) {
    case 'provider':
      return { providerId: draft.provider?.id ?? null };
    case 'topics':
      return { topics: itemsIn(draft.topics) };
    case 'hours':
    case 'ects': {
      const number = numberIn(draft[field]);
      return number === undefined ? null : { [field]: number };
    }
    case 'price':
      return priceOf(draft.price);
    case 'startDates': {
      const days = itemsIn(draft.startDates);
      return days.every(isDay) ? { startDates: days } : null;
    }
    case 'prerequisiteCourses':
      return { prerequisiteIds: draft.prerequisiteCourses.map(({ id }) => id) };
    case 'outcomes':
      return {
        outcomes: draft.outcomes.flatMap(({ skill, level, result }) =>
          skill ? [{ skillId: skill.id, levelOrdinal: level?.ordinal ?? null, result }] : [],
        ),
      };
    case 'url':
    case 'language':
    case 'mode':
      return { [field]: draft[field] || null };
    default:
      return { [field]: draft[field] };
  }
}

function priceOf({ amount, currency }: CourseDraft['price']): CourseInput | null {
  const number = numberIn(amount);
  if (number === undefined) return null;
  const code = currency.trim().toUpperCase();
  if (number === null) return code === '' ? { priceAmount: null, priceCurrency: null } : null;
  return /^[A-Z]{3}$/.test(code) ? { priceAmount: number, priceCurrency: code } : null;
}

/** Null: nothing stands there. Undefined: something that is no number. */
function numberIn(typed: string): number | null | undefined {
  const plain = typed.trim().replace(',', '.');
  if (plain === '') return null;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

export const itemsIn = (typed: string): string[] =>
  typed
    .split(/[,;\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');

function isDay(item: string): boolean {
  const date = new Date(`${item}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(item) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(item);
}
