import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { SkillsService } from '../skills/skills.service.js';
import { AchievementVersion } from './achievement-version.entity.js';
import { AchievementPublished } from './achievement.events.js';
import { NotReadyToPublish } from './achievement.refusals.js';
import { AchievementsService } from './achievements.service.js';
import { PublicationChecksService } from './publication-checks.service.js';
import { VersionChangesService } from './version-changes.service.js';

const MOST_REASON = 1_000;

/** What can be earned: publish, retire, and offer again. */
@Injectable()
export class AchievementOfferService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly checks: PublicationChecksService,
    private readonly changes: VersionChangesService,
    private readonly skills: SkillsService,
  ) {}

  async publish(viewer: Viewer, id: string): Promise<AchievementVersion | NotReadyToPublish | NotAllowed | NotFound> {
    // Of two that would come before each other, the later one sees what the earlier one did.
    await viewer.tx.aloneIn('publishing achievements');
    const draft = await this.achievements.locked(viewer, id);
    if (!draft) return new NotFound('This achievement');
    if (!can(viewer, 'publish', draft)) return new NotAllowed('This version is published already.');
    const open = await this.checks.openPointsOf(viewer, draft);
    if (open.length) return new NotReadyToPublish(open);

    const changes = await this.changes.of(viewer, draft);
    const previous = await this.achievements.currentOf(viewer, draft.achievementId);
    if (previous) {
      await viewer.tx.manager.update(AchievementVersion, { id: previous.id }, { state: 'SUPERSEDED' });
      viewer.forget('achievement-version', previous.id);
    }
    await viewer.tx.manager.update(
      AchievementVersion,
      { id: draft.id },
      {
        state: 'PUBLISHED',
        // An editor leaves empty lines behind; from here on they would stay for ever.
        outcomes: draft.outcomes.filter((outcome) => outcome.trim()),
        evidenceAsked: draft.evidenceAsked.filter((each) => each.trim()),
        ...(await this.wordingsOf(viewer, draft)),
        changes,
        publishedAt: viewer.now,
        publishedBy: viewer.personId,
      },
    );
    await record(viewer, new AchievementPublished(draft.id, draft.achievementId, previous?.id ?? null));
    return this.achievements.reread(viewer, draft.id);
  }

  /** Nobody begins it any more. Who holds it keeps it, and what was begun goes on. */
  async retire(
    viewer: Viewer,
    id: string,
    reason: string,
  ): Promise<AchievementVersion | InvalidInput | NotAllowed | NotFound> {
    const version = await this.achievements.locked(viewer, id);
    if (!version) return new NotFound('This achievement');
    if (!can(viewer, 'retire', version)) return new NotAllowed('Only what is published can be retired.');
    if (!reason.trim())
      return InvalidInput.of('reason', 'Say why it is no longer offered; people who look for it read it.');
    if (reason.length > MOST_REASON)
      return InvalidInput.of('reason', `A reason has at most ${MOST_REASON} characters.`);
    await viewer.tx.manager.update(
      AchievementVersion,
      { id: version.id },
      { state: 'RETIRED', retiredAt: viewer.now, retiredBy: viewer.personId, retiredReason: reason.trim() },
    );
    return this.achievements.reread(viewer, version.id);
  }

  async offerAgain(viewer: Viewer, id: string): Promise<AchievementVersion | NotAllowed | NotFound> {
    const version = await this.achievements.locked(viewer, id);
    if (!version) return new NotFound('This achievement');
    if (!can(viewer, 'offerAgain', version)) return new NotAllowed('Only what is retired can be offered again.');
    await viewer.tx.manager.update(
      AchievementVersion,
      { id: version.id },
      { state: 'PUBLISHED', retiredAt: null, retiredBy: null, retiredReason: null },
    );
    return this.achievements.reread(viewer, version.id);
  }

  /** The wordings of the skills on the day of publishing. */
  private async wordingsOf(
    viewer: Viewer,
    draft: AchievementVersion,
  ): Promise<Pick<AchievementVersion, 'skillRevisionId' | 'furtherSkills'>> {
    const revisionOf = async (skillId: string) => (await this.skills.skillById(viewer, skillId))?.revisionId ?? null;
    return {
      skillRevisionId: draft.skillId ? await revisionOf(draft.skillId) : null,
      furtherSkills: await Promise.all(
        draft.furtherSkills.map(async (skill) => ({ ...skill, revisionId: await revisionOf(skill.skillId) })),
      ),
    };
  }
}
