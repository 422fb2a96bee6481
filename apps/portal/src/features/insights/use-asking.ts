import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { readDay } from '../../lib/format.js';

export interface AskedSkill {
  skillId: string;
  level: number;
}

/** `need=SKILL:LEVEL` as often as there are requirements; what cannot be one is not one. */
export function readNeeds(words: readonly string[]): AskedSkill[] {
  return words.flatMap((word) => {
    const [skillId = '', level = ''] = word.split(':');
    return /^[0-9a-f-]{36}$/.test(skillId) && /^([1-9]|1\d|20)$/.test(level) ? [{ skillId, level: Number(level) }] : [];
  });
}

function everybodyFor(params: URLSearchParams): string {
  const words = new URLSearchParams(params);
  words.delete('view');
  words.set('any', 'yes');
  return words.toString();
}

/** The question in the address: it can be shared, kept as a bookmark, and gone back to. */
export function useAsking() {
  const [params, setParams] = useSearchParams();
  const needs = readNeeds(params.getAll('need'));
  const change = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        edit(next);
        return next;
      }),
    [setParams],
  );
  const setNeeds = (list: readonly AskedSkill[]) =>
    change((next) => {
      next.delete('need');
      for (const { skillId, level } of list) next.append('need', `${skillId}:${level}`);
    });
  const set = (name: string, value: string) =>
    change((next) => {
      if (value) next.set(name, value);
      else next.delete(name);
    });
  return {
    needs,
    unitId: params.get('unit'),
    from: readDay(params.get('from')),
    view: params.get('view') === 'team' ? ('team' as const) : ('people' as const),
    any: params.get('any') === 'yes',
    /** Whoever meets any part of the question, whom the smallest team was chosen from. */
    everybodyFor: `?${everybodyFor(params)}`,
    add: (need: AskedSkill) => setNeeds([...needs.filter(({ skillId }) => skillId !== need.skillId), need]),
    remove: (skillId: string) => setNeeds(needs.filter((each) => each.skillId !== skillId)),
    set,
  };
}
