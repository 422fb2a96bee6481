import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { type KnownKey, type KeyScope, VerificationKey } from './verification-key.entity.js';
import './verification-key.policy.js';
import { NewVerificationKey } from './verification-key.type.js';

/** Said in front of every key, so that people and scanners for leaked secrets recognise it. */
const MARK = 'assay_verify_';
const SHOWN = MARK.length + 6;
const DAY = 24 * 60 * 60 * 1_000;
const MOST_DAYS = 730;
const MOST_KEYS = 50;
const MOST_NAME_CHARACTERS = 100;

/** Keys for systems that have badges checked: made and taken back by administrators, known again by their digest alone. */
@Injectable()
export class VerificationKeysService {
  /** Those in force or ended, the newest first. */
  all(viewer: Viewer): Promise<VerificationKey[]> {
    return viewer.tx.manager.find(VerificationKey, { order: { createdAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  async make(
    viewer: Viewer,
    asked: { name: string; scope: KeyScope; days: number },
  ): Promise<NewVerificationKey | InvalidInput> {
    const name = asked.name.trim();
    if (name === '' || name.length > MOST_NAME_CHARACTERS)
      return InvalidInput.of('name', 'Say which system it is for, in at most 100 characters.');
    if (asked.days < 1 || asked.days > MOST_DAYS)
      return InvalidInput.of('days', 'A key lasts from one day to two years.');
    await viewer.tx.aloneIn('verification keys');
    const open = await viewer.tx.manager.findBy(VerificationKey, { revokedAt: IsNull() });
    if (open.some((each) => each.name.toLowerCase() === name.toLowerCase() && each.expiresAt > viewer.now))
      return InvalidInput.of(
        'name',
        `There is a key for ${name} already. Take that one back first, or name this one otherwise.`,
      );
    if (open.length >= MOST_KEYS) return InvalidInput.of('name', `At most ${MOST_KEYS} keys can be in force.`);
    const secret = MARK + randomBytes(32).toString('base64url');
    const key = viewer.tx.manager.create(VerificationKey, {
      ...{ id: newId(), name, scope: asked.scope, digest: digestOf(secret), prefix: secret.slice(0, SHOWN) },
      ...{
        createdAt: viewer.now,
        createdBy: viewer.personId ?? '',
        lastUsedAt: null,
        revokedAt: null,
        revokedBy: null,
      },
      expiresAt: new Date(viewer.now.getTime() + asked.days * DAY),
    });
    await viewer.tx.manager.insert(VerificationKey, key);
    return new NewVerificationKey(key, secret);
  }

  async revoke(viewer: Viewer, id: string): Promise<VerificationKey | NotAllowed | NotFound> {
    const key = isId(id) ? await viewer.tx.manager.findOneBy(VerificationKey, { id }) : null;
    if (!key || !can(viewer, 'see', key)) return new NotFound('This key');
    if (!can(viewer, 'revoke', key)) return new NotAllowed('This key was taken back already.');
    const ended = { revokedAt: viewer.now, revokedBy: viewer.personId };
    await viewer.tx.manager.update(VerificationKey, { id }, ended);
    return Object.assign(key, ended);
  }

  /** Who shows this; null for anybody else. How long that takes says nothing about the key. */
  async know(viewer: Viewer, words: string): Promise<KnownKey | null> {
    const [known] = await viewer.tx.query<KnownKey>('SELECT * FROM app_known_key($1)', [digestOf(words)]);
    return known ?? null;
  }
}

function digestOf(words: string): Buffer {
  return createHash('sha256').update(words).digest();
}
