import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackPart } from '@assay/pathway';
import i18next from 'i18next';
import { stackSentence } from './stack-sentence.js';

const one = (credential: string): StackPart => ({ credential });

const programme = JSON.parse(readFileSync(join(__dirname, '../../locales/en/programme.json'), 'utf8')) as object;

describe('a stack rule in a sentence', () => {
  beforeAll(() =>
    i18next.init({
      lng: 'en',
      resources: { en: { programme: { ...programme } } },
      interpolation: { escapeValue: false },
    }),
  );

  it.each<[StackPart, string]>([
    [one('A'), 'Complete with “A”.'],
    [{ all: [one('A'), one('B'), one('C')] }, 'Complete with “A”, “B” and “C”.'],
    [
      { all: [one('A'), { any: [one('B'), { all: [one('C'), one('D')] }] }] },
      'Complete with “A” and (“B” or (“C” and “D”)).',
    ],
    [{ atLeast: { n: 2, of: [one('A'), one('B'), one('C')] } }, 'Complete with at least 2 of (“A”, “B” and “C”).'],
    [
      { credits: { min: 6, unit: 'ECTS', from: ['A', 'B'], minLevel: 5 } },
      'Complete with at least 6 ECTS credits at EQF level 5 or higher from “A” and “B”.',
    ],
    [{ all: [] }, 'Complete with nothing yet.'],
  ])('%j', (part, sentence) => {
    expect(stackSentence(part, i18next.getFixedT('en', 'programme'), (id) => id)).toBe(sentence);
  });
});
