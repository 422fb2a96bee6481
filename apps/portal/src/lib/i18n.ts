import i18next, { type i18n, type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Languages that have a catalogue; `en-XA` is English in disguise, to see what was never put into one. */
export const LANGUAGES = ['en'] as const;
export const PSEUDO = 'en-XA';

const accents: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  N: 'Ñ',
  C: 'Ç',
};

const pseudo: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (value: string, _key, _options, translator: { language?: string }) =>
    translator.language === PSEUDO ? `⟦${disguise(value)}⟧` : value,
};

/** Accents everything but the tags of a `Trans` text. */
function disguise(text: string): string {
  return text.replace(/<[^>]*>|[A-Za-z]/g, (part) => (part.length > 1 ? part : (accents[part] ?? part)));
}

type LoadArea = (area: string) => Promise<Record<string, unknown>>;

/** One catalogue file per area of the product, loaded with the screens that speak it. */
export async function startI18n(loadArea: LoadArea, language: string, areas: string[]): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance
    .use({
      type: 'backend' as const,
      init() {},
      read: (_language: string, area: string) => loadArea(area),
    })
    .use(pseudo)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      supportedLngs: [...LANGUAGES, PSEUDO],
      load: 'currentOnly',
      ns: areas,
      defaultNS: 'shell',
      fallbackNS: false,
      postProcess: ['pseudo'],
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  return instance;
}

/** `?lng=` wins, then what was chosen before, then English. */
export function chosenLanguage(search: string, kept: string | null): string {
  const wanted = new URLSearchParams(search).get('lng') ?? kept ?? 'en';
  return [...LANGUAGES, PSEUDO].find((language) => language === wanted) ?? 'en';
}
