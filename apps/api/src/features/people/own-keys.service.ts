import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InputProblem, InvalidInput } from '../../platform/graphql/refusal.js';
import { OwnKeys } from './own-keys.entity.js';
import { type OwnKeyInput, OwnKeysType } from './own-keys.type.js';

/** More than there are keys to change. */
const MOST = 60;
const isKey = (text: string) => Array.from(text).length === 1 && text.trim() !== '';

/** Each person's own keys, kept on the account: they are the same at every desk. */
@Injectable()
export class OwnKeysService {
  /** Null where nothing was ever chosen. */
  async mine(viewer: Viewer): Promise<OwnKeysType | null> {
    const found = await viewer.tx.manager.findOneBy(OwnKeys, { personId: viewer.personId ?? '' });
    return found && shown(found.single, found.own);
  }

  async keep(viewer: Viewer, single: boolean, keys: readonly OwnKeyInput[]): Promise<OwnKeysType | InvalidInput> {
    const problems = problemsOf(keys);
    if (problems.length > 0) return new InvalidInput(problems);
    const own = Object.fromEntries(keys.map(({ printed, key }) => [printed, key.toLowerCase()]));
    await viewer.tx.manager.upsert(OwnKeys, { personId: viewer.personId ?? '', single, own }, ['personId']);
    return shown(single, own);
  }
}

function problemsOf(keys: readonly OwnKeyInput[]): InputProblem[] {
  if (keys.length > MOST) return [new InputProblem('own', `At most ${MOST} keys can be changed.`)];
  return keys.flatMap(({ printed, key }, place) => {
    const before = keys.slice(0, place);
    if (!isKey(printed) || !isKey(key))
      return [new InputProblem(`own.${place}`, `Key ${place + 1}: name one letter, digit or sign each.`)];
    if (before.some((other) => other.printed === printed))
      return [new InputProblem(`own.${place}.printed`, `Key ${place + 1}: “${printed}” is changed twice.`)];
    if (before.some((other) => other.key.toLowerCase() === key.toLowerCase()))
      return [new InputProblem(`own.${place}.key`, `Key ${place + 1}: “${key}” stands for another one already.`)];
    return [];
  });
}

function shown(single: boolean, own: Readonly<Record<string, string>>): OwnKeysType {
  const keys = Object.entries(own).map(([printed, key]) => ({ printed, key }));
  return Object.assign(new OwnKeysType(), { single, own: keys });
}
