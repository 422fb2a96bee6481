import { createHash } from 'node:crypto';
import type { IssuancePlan } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { record, recordAll } from '../../platform/events/event.js';
import type { AwardPlan } from './award.entity.js';
import { AwardQuarantined, CredentialIssued } from './credentials.events.js';
import { FIRST_EDITION } from './credentials.service.js';
import { chunksOf, queueChunks } from './issuance-chunks.js';
import { SigningKeysService } from './signing-keys.service.js';
import { SigningService } from './signing.service.js';
import { StatusListsService } from './status-lists.service.js';

/** Failed tries after which a person has to look. */
const PATIENCE = 5;

/** Awards that one look of the reconciler queues again. */
const MOST_AT_ONCE = 5_000;

/** An award that waits for its credential. */
interface PendingAward {
  readonly id: string;
  readonly personId: string;
  readonly versionId: string;
  readonly plan: AwardPlan;
}

/** A credential before it is stored. */
interface Signed {
  readonly award: PendingAward;
  readonly plan: IssuancePlan;
  readonly document: string;
  /** The signature of its token form. */
  readonly token: string;
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
      `SELECT id, person_id AS "personId", achievement_version_id AS "versionId", plan FROM award
       WHERE id = ANY ($1::uuid[]) AND state = 'PENDING' ORDER BY id FOR NO KEY UPDATE`,
      [awardIds],
    );
    if (awards.length === 0) return;
    await this.statusLists.publishMissing(system);
    const current = await this.signing.currentKey(system);
    const tokenKey = await this.signing.currentTokenKey(system);
    const revoked = await this.keys.revoked(system);
    const signed = [];
    for (const award of awards) {
      const { verificationMethod: planned } = award.plan;
      // The plan is all that goes into it, and the key is part of the plan.
      const plan = { ...award.plan, verificationMethod: planned && !revoked.has(planned) ? planned : current };
      const badge = await this.signing.signBadge(plan);
      signed.push({ award, plan, document: badge.document, token: this.signing.signToken(tokenKey, plan, badge) });
    }
    await this.store(system, signed, tokenKey.id);
    await recordAll(
      system,
      signed.map(({ award, plan }) => new CredentialIssued(idOf(plan), award.id, award.personId)),
    );
  }

  private async store(system: Viewer, signed: readonly Signed[], tokenKey: string): Promise<void> {
    // The documents in one text: as an array each would be written and read once more, letter for letter. JSON holds no line break.
    await system.tx.query(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest, token_key, token_signature, proof_key)
       SELECT id, award_id, $1, person_id, version_id, $2, valid_from, valid_until, 'ACTIVE', document, digest, $3, token_signature, proof_key
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::timestamptz[], $9::timestamptz[], string_to_array($10, E'\n'), $11::text[], $12::text[], $13::text[])
         AS signed (id, award_id, person_id, version_id, valid_from, valid_until, document, digest, token_signature, proof_key)
       ON CONFLICT (award_id, edition) DO NOTHING`,
      [
        FIRST_EDITION,
        system.now,
        tokenKey,
        signed.map(({ plan }) => idOf(plan)),
        signed.map(({ award }) => award.id),
        signed.map(({ award }) => award.personId),
        signed.map(({ award }) => award.versionId),
        signed.map(({ plan }) => plan.validFrom),
        signed.map(({ plan }) => plan.validUntil ?? null),
        signed.map(({ document }) => document).join('\n'),
        signed.map(({ document }) => digestOf(document)),
        signed.map(({ token }) => token),
        signed.map(({ plan }) => keyOf(plan)),
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
const idOf = ({ credentialId }: IssuancePlan) => credentialId.replace('urn:uuid:', '');
const keyOf = ({ verificationMethod }: IssuancePlan) => verificationMethod.slice(verificationMethod.indexOf('#') + 1);

function digestOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}
