import { partsOf, type StackPart } from '@assay/pathway';
import type { TFunction } from 'i18next';

type Words = TFunction<'programme'>;

/** The rule in one sentence, as somebody would say it. */
export function stackSentence(part: StackPart, t: Words, nameOf: (id: string) => string): string {
  return t('programme:stack.say.whole', { rule: phrase(part, t, nameOf, true) });
}

function phrase(part: StackPart, t: Words, nameOf: (id: string) => string, isWhole = false): string {
  const named = (id: string) => t('programme:stack.say.name', { name: nameOf(id) });
  if ('credential' in part) return named(part.credential);
  if ('credits' in part) {
    const { min, unit, from, minLevel } = part.credits;
    const amount =
      unit === 'ECTS' ? t('programme:stack.say.ECTS', { count: min }) : t('programme:stack.say.HOURS', { count: min });
    const level = minLevel === null ? '' : t('programme:stack.say.level', { level: minLevel });
    return t('programme:stack.say.credits', {
      amount,
      level,
      from: listed(from.map(named), t('programme:stack.say.and')),
    });
  }
  const of = partsOf(part).map((each) => phrase(each, t, nameOf));
  if (of.length === 0) return t('programme:stack.say.nothing');
  const [only = ''] = of;
  if ('atLeast' in part)
    return t('programme:stack.say.atLeast', { count: part.atLeast.n, of: listed(of, t('programme:stack.say.and')) });
  if (of.length === 1) return only;
  const words = listed(of, 'all' in part ? t('programme:stack.say.and') : t('programme:stack.say.or'));
  // A list inside a list needs its edges.
  return isWhole ? words : t('programme:stack.say.group', { words });
}

function listed(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
