import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Decision } from '../assessments/decision.entity.js';
import type { MarkingSlot, SlotReason } from '../assessments/marking-slot.entity.js';
import { MarkingPolicyService } from '../assessments/marking-policy.service.js';
import { QualificationsService } from '../assessments/qualifications.service.js';

/** So many marks of a new assessor are looked at by a second one. */
const FIRST_MARKS = 5;

/** Asks for a closer look: a second mark on what new and watched assessors judge, a moderator on what a plan chooses. */
@Injectable()
export class CloserLooksService implements OnModuleInit {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly policy: MarkingPolicyService,
    private readonly qualifications: QualificationsService,
  ) {}

  onModuleInit(): void {
    this.policy.alsoSecondMarkedWhen((viewer, { slot }) => this.isNew(viewer, slot));
    this.policy.alsoModeratedWhen((viewer, { slot, decision }) => this.isSampled(viewer, slot, decision));
  }

  private async isNew(viewer: Viewer, { achievementId, assessorId }: MarkingSlot): Promise<SlotReason | null> {
    if (!assessorId) return null;
    const qualification = await this.qualifications.current(viewer, achievementId, assessorId);
    if (!qualification) return null;
    if (qualification.state === 'PROVISIONAL') return 'NEW_ASSESSOR';
    // The same look as at a new one; the assessor's own history says why.
    if (qualification.state === 'WATCH') return 'NEW_ASSESSOR';
    if (qualification.basis === 'FOUNDER') return null;
    const [row] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM marking_slot WHERE assessor_id = $1 AND achievement_id = $2 AND state = 'HANDED_IN'
         AND purpose IN ('FIRST', 'SECOND', 'THIRD')`,
      [assessorId, achievementId],
    );
    return (row?.n ?? 0) <= FIRST_MARKS ? 'NEW_ASSESSOR' : null;
  }

  private async isSampled(viewer: Viewer, slot: MarkingSlot, decision: Decision): Promise<SlotReason | null> {
    const version = await this.achievements.versionById(viewer, slot.achievementVersionId);
    if (!version) throw new Error(`The achievement of slot ${slot.id} is gone.`);
    const { borderlineBand, cutScore, highStakes } = version;
    const isBorderline = borderlineBand > 0 && Math.abs(decision.score - cutScore) <= borderlineBand + 1e-9;
    const [row] = await viewer.tx.query<{ strata: string[] | null }>('SELECT app_sample($1, $2, $3, $4) AS strata', [
      ...[newId(), slot.id, isBorderline, highStakes],
    ]);
    return row?.strata && row.strata.length > 0 ? 'MODERATION_SAMPLE' : null;
  }
}
