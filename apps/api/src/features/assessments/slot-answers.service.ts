import { Injectable } from '@nestjs/common';
import { viewerCan } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { answered } from '../../platform/graphql/answered.js';
import { AchievementsService, type VersionHeading } from '../achievements/achievements.service.js';
import './assessment.policy.js';
import type { MarkingSlot } from './marking-slot.entity.js';
import { isFree, isOverdue, leaseOf, stateShown } from './slot-view.rules.js';

const HEADING = new Set(
  ['id', 'name', 'number', '__typename', 'level.id', 'level.label', 'level.ordinal', 'level.__typename'].map(
    (field) => `achievementVersion.${field}`,
  ),
);

/** What a list of places asks of each row, for a hundred rows at once: a resolver for each field of each would cost more than the list. */
@Injectable()
export class SlotAnswersService {
  constructor(private readonly achievements: AchievementsService) {}

  /** `asked`: the fields of a place that are asked for, as paths. */
  async answer(viewer: Viewer, slots: readonly MarkingSlot[], asked: readonly string[]): Promise<void> {
    await viewer.learn(slots.map(({ candidateId }) => candidateId));
    const headings = await this.headings(viewer, slots, asked);
    for (const slot of slots)
      answered(slot, {
        state: stateShown(viewer.personId, viewer.now, slot),
        overdue: isOverdue(viewer.now, slot),
        lease: leaseOf(viewer.personId, viewer.now, slot),
        // Of what somebody holds or has held, its own resolver tells.
        submissionState: isFree(slot) ? 'QUEUED' : undefined,
        achievementVersion: headings.get(slot.achievementVersionId),
        viewerCan: asked.includes('viewerCan') ? viewerCan(viewer, slot) : undefined,
      });
  }

  /** What each is about, where no more than its heading is asked for: a whole version has pages of rubric. */
  private async headings(
    viewer: Viewer,
    slots: readonly MarkingSlot[],
    asked: readonly string[],
  ): Promise<Map<string, VersionHeading>> {
    const of = asked.filter((path) => path.startsWith('achievementVersion.'));
    if (slots.length === 0 || of.length === 0 || !of.every((path) => HEADING.has(path))) return new Map();
    const found = await this.achievements.headingsOf(viewer, [
      ...new Set(slots.map((slot) => slot.achievementVersionId)),
    ]);
    return new Map([...found].map(([id, heading]) => [id, answered(heading, { level: heading.level })]));
  }
}
