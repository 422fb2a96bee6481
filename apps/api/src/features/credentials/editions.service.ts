import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { idFor } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import type { AwardPlan } from './award.entity.js';
import { AwardedAchievementService } from './awarded-achievement.service.js';
import type { Credential } from './credential.entity.js';
import { CredentialIssued } from './credentials.events.js';
import { CredentialsService } from './credentials.service.js';
import { achievementSaid } from './issuance-plan.rules.js';
import { failureInWords } from './issuance-words.rules.js';
import { SigningService } from './signing.service.js';
import { StatusListsService } from './status-lists.service.js';

/** What a next edition says differently. What is left out stays as it was signed. */
export interface EditionChanges {
  readonly personName?: string;
  /** Moments; null: it does not end. */
  readonly validFrom?: Date;
  readonly validUntil?: Date | null;
  /** What it says of the badge, in the words of another version. */
  readonly achievement?: AwardPlan['achievement'];
}

/** The next edition of a credential, when what was signed was not right. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly achievements: AwardedAchievementService,
    private readonly config: Config,
    private readonly credentials: CredentialsService,
    private readonly signing: SigningService,
    private readonly statusLists: StatusListsService,
  ) {}

  /** Why an edition could not be signed. */
  failureInWords(said: string): string {
    return failureInWords(said) ?? '';
  }

  /** The plan of the edition that is signed now: of its last correction, else of the award. */
  async planOf(viewer: Viewer, credential: Credential, corrected: AwardPlan | null): Promise<AwardPlan> {
    const award = await this.credentials.awardById(viewer, credential.awardId);
    if (!award) throw new Error('A credential rests on an award.');
    return corrected ?? award.plan;
  }

  /** The whole plan of the next edition, with a place of its own in the status list. */
  async next(viewer: Viewer, credential: Credential, now: AwardPlan, changes: EditionChanges): Promise<AwardPlan> {
    const edition = credential.edition + 1;
    const { validUntil: _until, verificationMethod: _key, ...was } = now;
    const until = changes.validUntil === undefined ? credential.validUntil : changes.validUntil;
    return {
      ...was,
      credentialId: `urn:uuid:${idFor('credential', credential.awardId, String(edition))}`,
      validFrom: instant(changes.validFrom ?? credential.validFrom),
      ...(until && { validUntil: instant(until) }),
      achievement: changes.achievement ?? was.achievement,
      subject: { ...was.subject, name: changes.personName ?? was.subject.name },
      salt: randomBytes(32).toString('base64url'),
      status: await this.statusLists.drawPlace(viewer, credential.awardId, edition),
    };
  }

  /** What a credential says of a badge, in the words of this version. */
  async achievementIn(viewer: Viewer, versionId: string): Promise<AwardPlan['achievement']> {
    const achievement = await this.achievements.of(viewer, versionId);
    if (!achievement) throw new Error('A next edition needs a version that exists.');
    return achievementSaid(achievement, this.config.publicUrl);
  }

  /** Signs and stores it; for the worker. Called again it finds the edition there. */
  async issue(
    system: Viewer,
    before: Credential,
    plan: AwardPlan,
    versionId = before.achievementVersionId,
  ): Promise<string> {
    const verificationMethod = plan.verificationMethod ?? (await this.signing.currentKey(system));
    const whole = { ...plan, verificationMethod };
    await this.statusLists.publishMissing(system);
    const tokenKey = await this.signing.currentTokenKey(system);
    const badge = await this.signing.signBadge(whole);
    const id = plan.credentialId.replace('urn:uuid:', '');
    await system.tx.query(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest, token_key, token_signature, proof_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'ACTIVE', $9, $10, $11, $12, $13) ON CONFLICT (award_id, edition) DO NOTHING`,
      [
        ...[id, before.awardId, before.edition + 1, before.personId, versionId, system.now],
        ...[plan.validFrom, plan.validUntil ?? null],
        ...[badge.document.toString(), hash('sha256', badge.document)],
        ...[tokenKey.id, this.signing.signToken(tokenKey, whole, badge)],
        verificationMethod.slice(verificationMethod.indexOf('#') + 1),
      ],
    );
    await record(system, new CredentialIssued(id, before.awardId, before.personId));
    return id;
  }
}

/** Whole seconds, as in every plan. */
const instant = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
