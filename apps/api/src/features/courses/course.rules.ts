import type { Problem } from '../../platform/tables/sheet-rows.rules.js';
import { COURSE_MODES, PROVIDER_KINDS, TRUST_STATES } from './course-words.rules.js';

/** The facts of a course that people write. Undefined: not looked at. */
export interface CourseFacts {
  code?: string;
  title?: string;
  url?: string | null;
  description?: string;
  area?: string;
  topics?: readonly string[];
  language?: string | null;
  hours?: number | null;
  ects?: number | null;
  priceAmount?: number | null;
  priceCurrency?: string | null;
  mode?: string | null;
  duration?: string;
  support?: string;
  prerequisites?: string;
  startDates?: readonly string[];
}

export interface ProviderFacts {
  name?: string;
  website?: string | null;
  country?: string | null;
  kind?: string;
  qualityAssurance?: string;
  trust?: string;
  trustReason?: string;
  agreement?: string;
}

const MOST: Partial<Record<keyof CourseFacts, number>> = {
  code: 100,
  title: 300,
  description: 10_000,
  area: 200,
  duration: 200,
  support: 2_000,
  prerequisites: 2_000,
};
const MOST_HOURS = 10_000;
const MOST_ECTS = 360;
const MOST_PRICE = 9_999_999_999;
const MOST_TOPICS = 50;
const MOST_DATES = 60;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** What cannot stand in a catalogue. Only what is given is looked at. */
export function courseProblems(facts: CourseFacts): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: keyof CourseFacts, message: string) => problems.push({ field, message });
  if (facts.code !== undefined && !facts.code.trim()) wrong('code', 'Give the course a code.');
  if (facts.title !== undefined && !facts.title.trim()) wrong('title', 'Give the course a title.');
  for (const [field, most] of Object.entries(MOST) as [keyof CourseFacts, number][]) {
    const text = facts[field];
    if (typeof text === 'string' && text.length > most)
      wrong(field, `This has ${text.length} characters; ${most.toLocaleString('en')} are the most.`);
  }
  if (facts.url && !isWebAddress(facts.url))
    wrong('url', `“${shortened(facts.url)}” is not an address. It begins with http:// or https://.`);
  if (facts.language && !isLanguage(facts.language))
    wrong('language', `“${shortened(facts.language)}” is not a language code. Write en, de or pt-BR.`);
  problems.push(...amounts(facts), ...price(facts));
  if (facts.mode && !(COURSE_MODES as readonly string[]).includes(facts.mode))
    wrong('mode', `“${shortened(facts.mode)}” is not a mode. It is one of ${COURSE_MODES.join(', ')}.`);
  if ((facts.topics?.length ?? 0) > MOST_TOPICS) wrong('topics', `A course has at most ${MOST_TOPICS} topics.`);
  if (facts.topics?.some((topic) => topic.length > 200)) wrong('topics', 'A topic has at most 200 characters.');
  if ((facts.startDates?.length ?? 0) > MOST_DATES)
    wrong('startDates', `A course has at most ${MOST_DATES} start dates.`);
  return problems;
}

function amounts({ hours, ects }: CourseFacts): Problem[] {
  const found: Problem[] = [];
  if (hours !== undefined && hours !== null && !(hours > 0 && hours <= MOST_HOURS))
    found.push({ field: 'hours', message: `Hours are more than 0 and at most ${MOST_HOURS.toLocaleString('en')}.` });
  if (ects !== undefined && ects !== null && !(ects > 0 && ects <= MOST_ECTS))
    found.push({ field: 'ects', message: `ECTS credits are more than 0 and at most ${MOST_ECTS}.` });
  return found;
}

/** An amount and its currency go together; 0 is free of charge. */
function price({ priceAmount, priceCurrency }: CourseFacts): Problem[] {
  if (priceAmount === undefined && priceCurrency === undefined) return [];
  const found: Problem[] = [];
  if (typeof priceAmount === 'number' && !(priceAmount >= 0 && priceAmount <= MOST_PRICE))
    found.push({ field: 'priceAmount', message: 'A price is 0 or more.' });
  if (typeof priceAmount === 'number' && !priceCurrency)
    found.push({ field: 'priceCurrency', message: 'A price needs its currency, such as EUR.' });
  if (priceCurrency && (priceAmount === null || priceAmount === undefined))
    found.push({ field: 'priceAmount', message: 'A currency needs its price; 0 is free of charge.' });
  if (priceCurrency && !CURRENCIES.has(priceCurrency))
    found.push({
      field: 'priceCurrency',
      message: `“${shortened(priceCurrency)}” is not a currency. Write its three letters, such as EUR, GBP or USD.`,
    });
  return found;
}

/** What cannot be said of a provider. Only what is given is looked at. */
export function providerProblems(facts: ProviderFacts): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: keyof ProviderFacts, message: string) => problems.push({ field, message });
  if (facts.name !== undefined && !facts.name.trim()) wrong('name', 'Give the provider a name.');
  if (facts.name && facts.name.length > 300) wrong('name', 'A name has at most 300 characters.');
  if (facts.website && !isWebAddress(facts.website))
    wrong('website', `“${shortened(facts.website)}” is not an address. It begins with http:// or https://.`);
  if (facts.country && !isCountry(facts.country))
    wrong('country', `“${shortened(facts.country)}” is not a country. Write its two letters, such as DE.`);
  if (facts.kind && !(PROVIDER_KINDS as readonly string[]).includes(facts.kind))
    wrong('kind', `It is one of ${PROVIDER_KINDS.join(', ')}.`);
  if (facts.trust && !(TRUST_STATES as readonly string[]).includes(facts.trust))
    wrong('trust', `It is one of ${TRUST_STATES.join(', ')}.`);
  if (facts.trust && facts.trust !== 'UNCHECKED' && !facts.trustReason?.trim())
    wrong('trustReason', 'Say why: whoever reads this later will ask.');
  if ((facts.qualityAssurance?.length ?? 0) > 5_000 || (facts.trustReason?.length ?? 0) > 5_000)
    wrong('qualityAssurance', 'At most 5,000 characters.');
  if ((facts.agreement?.length ?? 0) > 5_000) wrong('agreement', 'At most 5,000 characters.');
  return problems;
}

export function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text.trim());
    return ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password && text.length <= 2_000;
  } catch {
    return false;
  }
}

function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(text);
}

function isCountry(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && text !== 'ZZ' && REGIONS.of(text) !== undefined;
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
