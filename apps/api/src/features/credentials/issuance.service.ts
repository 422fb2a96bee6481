import { hash } from 'node:crypto';
import type { IssuancePlan } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { record, recordAll } from '../../platform/events/event.js';
import type { AwardPlan } from './award.entity.js';
import { AwardQuarantined, CredentialIssued } from './credentials.events.js';
import { FIRST_EDITION } from './credentials.service.js';
import { chunksOf, queueChunks } from './issuance-chunks.js';
import { type SigningKey, SigningKeysService } from './signing-keys.service.js';
import { type SignedBadge, SigningService } from './signing.service.js';
import { StatusListsService } from './status-lists.service.js';

/** Failed tries after which a person has to look. */
const PATIENCE = 5;

const LINE_BREAK = Buffer.from('\n');

/** Awards that one look of the reconciler queues again. */
const MOST_AT_ONCE = 5_000;

/** An award that waits for its credential. */
interface PendingAward {
  readonly id: string;
  readonly personId: string;
  readonly versionId: string;
  /** As text: what is taken apart for each in turn is gone by the next, and not moved about until all of a chunk are signed. */
  readonly plan: string;
}

/** What of a plan is said beside the document, too. */
type Said = Pick<
  IssuancePlan,
  'credentialId' | 'issuer' | 'subject' | 'validFrom' | 'validUntil' | 'verificationMethod'
>;

/** A credential before it is stored. */
interface Signed {
  readonly award: PendingAward;
  readonly said: Said;
  readonly badge: SignedBadge;
}

/** Turns awards into signed credentials, once each. */
@Injectable()
export class IssuanceService {
  constructor(
    private readonly signing: SigningService,
    private readonly keys: SigningKeysService,
    private readonly statusLists: StatusListsService,
  ) {}

  /**
   * Signs and stores the credentials of awards, all of them or none. May be called again at any time: the row locks and the
   * unique edition let one of several tries through, and the others find nothing left to do.
   */
  async issue(system: Viewer, awardIds: readonly string[]): Promise<void> {
    // In one order, so that two tries with some awards in common wait for each other and never in a circle.
    const awards = await system.tx.query<PendingAward>(
      `SELECT id, person_id AS "personId", achievement_version_id AS "versionId", plan::text FROM award
       WHERE id = ANY ($1::uuid[]) AND state = 'PENDING' ORDER BY id FOR NO KEY UPDATE`,
      [awardIds],
    );
    if (awards.length === 0) return;
    await this.statusLists.publishMissing(system);
    const current = await this.signing.currentKey(system);
    const tokenKey = await this.signing.currentTokenKey(system);
    const revoked = await this.keys.revoked(system);
    const signed: Signed[] = [];
    for (const award of awards) {
      const planned = JSON.parse(award.plan) as AwardPlan;
      const key = planned.verificationMethod;
      // The plan is all that goes into it, and the key is part of the plan.
      const plan = { ...planned, verificationMethod: key && !revoked.has(key) ? key : current };
      const { credentialId, issuer, subject, validFrom, validUntil, verificationMethod } = plan;
      const said = { credentialId, issuer, subject, validFrom, ...(validUntil && { validUntil }), verificationMethod };
      signed.push({ award, said, badge: await this.signing.signBadge(plan) });
    }
    await this.store(system, signed, tokenKey);
    await recordAll(
      system,
      signed.map(({ award, said }) => new CredentialIssued(idOf(said), award.id, award.personId)),
    );
  }

  private async store(system: Viewer, signed: readonly Signed[], tokenKey: SigningKey): Promise<void> {
    // The documents in one text, as bytes: as an array each would be written and read once more, letter for letter. JSON holds no
    // line break.
    await system.tx.query(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest, token_key, token_signature, proof_key)
       SELECT id, award_id, $1, person_id, version_id, $2, valid_from, valid_until, 'ACTIVE', document, digest, $3, token_signature, proof_key
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::timestamptz[], $9::timestamptz[], string_to_array($10, E'\n'), $11::text[], $12::text[], $13::text[])
         AS signed (id, award_id, person_id, version_id, valid_from, valid_until, document, digest, token_signature, proof_key)
       ON CONFLICT (award_id, edition) DO NOTHING`,
      [
        FIRST_EDITION,
        system.now,
        tokenKey.id,
        signed.map(({ said }) => idOf(said)),
        signed.map(({ award }) => award.id),
        signed.map(({ award }) => award.personId),
        signed.map(({ award }) => award.versionId),
        signed.map(({ said }) => said.validFrom),
        signed.map(({ said }) => said.validUntil ?? null),
        Buffer.concat(signed.flatMap(({ badge }, nth) => (nth > 0 ? [LINE_BREAK, badge.document] : [badge.document]))),
        signed.map(({ badge }) => hash('sha256', badge.document)),
        signed.map(({ said, badge }) => this.signing.signToken(tokenKey, said, badge)),
        signed.map(({ said }) => keyOf(said)),
      ],
    );
    await system.tx.query(
      `UPDATE award SET state = 'ISSUED', last_error = NULL, last_tried_at = $2 WHERE id = ANY ($1::uuid[])`,
      [signed.map(({ award }) => award.id), system.now],
    );
  }

  /** A chunk failed: each half of it alone, until what cannot be issued stands by itself and its tries are counted. */
  async halve(system: Viewer, awardIds: readonly string[]): Promise<void> {
    const middle = Math.ceil(awardIds.length / 2);
    // What was halved before may fail again for another reason, and is halved again.
    const halves = [awardIds.slice(0, middle), awardIds.slice(middle)];
    await queueChunks(system, halves, `half-${system.now.getTime()}`);
  }

  /** Notes why a try failed, in a transaction of its own. The try after the last takes the award out of the machine's hands. */
  async noteFailure(system: Viewer, awardId: string, reason: string): Promise<void> {
    const [failed] = await system.tx.query<{ attempts: number }>(
      `WITH noted AS (
         UPDATE award SET attempts = attempts + 1, last_error = $2, last_tried_at = $3,
           state = CASE WHEN attempts + 1 > $4 THEN 'QUARANTINED' ELSE state END
         WHERE id = $1 AND state = 'PENDING' RETURNING attempts)
       SELECT attempts FROM noted`,
      [awardId, reason.slice(0, 500), system.now, PATIENCE],
    );
    if (failed && failed.attempts > PATIENCE) await record(system, new AwardQuarantined(awardId));
  }

  /** Queues again whatever has waited a minute without a try: the tables are the truth, the queue is a hint. */
  async reconcile(system: Viewer): Promise<void> {
    const forgotten = await system.tx.query<{ id: string }>(
      `SELECT id FROM award WHERE state = 'PENDING' AND coalesce(last_tried_at, created_at) < $1::timestamptz - interval '1 minute'
       ORDER BY created_at LIMIT ${MOST_AT_ONCE}`,
      [system.now],
    );
    const minute = Math.floor(system.now.getTime() / 60_000);
    await queueChunks(system, chunksOf(forgotten.map(({ id }) => id)), `again-${minute}`);
  }
}

/** The credential's own id, and the key in its issuer's document that signed it. */
const idOf = ({ credentialId }: Said) => credentialId.replace('urn:uuid:', '');
const keyOf = ({ verificationMethod }: Said) => verificationMethod.slice(verificationMethod.indexOf('#') + 1);
