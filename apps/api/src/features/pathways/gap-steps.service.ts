import { neededOrdinal } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CoursesService } from '../courses/courses.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { EvidenceOfSkillService } from '../submissions/evidence-of-skill.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { ReadinessRow } from '../standings/readiness.type.js';
import type { GapStepType } from './gap-step.type.js';
import { type GapStepKind, ranked, waysOfEarning } from './gap-steps.rules.js';
import { MentorOffersService } from './mentor-offers.service.js';
import { HOURS_UNSAID } from './offers.service.js';
import { PlansService } from './plans.service.js';

const MOST_COURSES = 2;
const MOST_MENTORS = 3;
/** From these on an attempt is over, and another may begin. */
const OVER: readonly string[] = ['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID'];

/** As the API shows it. */
export type GapStep = { [Key in keyof GapStepType]: GapStepType[Key] };

/** A skill that is not verified as it is asked, of somebody. */
interface Gap {
  personId: string;
  skillId: string;
  needed: number;
  have: number;
  /** The level that was held until it lapsed; null: nothing lapsed. */
  lapsedAt: number | null;
}

/** What could be done next about a gap, with what there is for it already. Nothing of it is kept. */
@Injectable()
export class GapStepsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly courses: CoursesService,
    private readonly evidence: EvidenceOfSkillService,
    private readonly mentors: MentorOffersService,
    private readonly plans: PlansService,
    private readonly skills: SkillsService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** What the plan has for the gap, in its order, then what else would help; nothing where there is no gap. */
  async of(viewer: Viewer, row: ReadinessRow): Promise<GapStep[]> {
    if (row.gap === 0) return [];
    const { personId, requirement, have, layers } = row;
    const gap = { personId, skillId: requirement.skillId, needed: neededOrdinal(requirement), have };
    const [earning, learning] = await Promise.all([
      this.earning(viewer, row, { ...gap, lapsedAt: layers?.lapsed?.ordinal ?? null }),
      this.learning(viewer, gap),
    ]);
    return [...earning, ...ranked(learning)];
  }

  /** The achievement that the plan has next for a gap; null where it has none. */
  async achievementFor(viewer: Viewer, row: ReadinessRow): Promise<AchievementVersion | null> {
    const [first] = await this.plans.towards(viewer, row);
    return first ? this.achievements.currentOf(viewer, first.achievementId) : null;
  }

  /** Who and what helps the viewer with one achievement, and what they have for it already. */
  async towards(viewer: Viewer, version: AchievementVersion): Promise<GapStep[]> {
    const { skillId, levelOrdinal } = version;
    if (!skillId || !levelOrdinal || !viewer.personId) return [];
    const gap = { personId: viewer.personId, skillId, needed: levelOrdinal, have: 0, lapsedAt: null };
    const own = { version, ordinal: levelOrdinal };
    const [earning, learning] = await Promise.all([this.earnedBy(viewer, gap, own), this.learning(viewer, gap)]);
    return ranked([...earning, ...learning]);
  }

  private async earning(viewer: Viewer, row: ReadinessRow, gap: Gap): Promise<GapStep[]> {
    const [planned, offered] = await Promise.all([
      this.plans.towards(viewer, row),
      gap.lapsedAt === null ? [] : this.achievements.offeredFor(viewer, gap.skillId),
    ]);
    const versions = await Promise.all(
      planned.map(async ({ achievementId, ordinal }) => {
        const version = await this.achievements.currentOf(viewer, achievementId);
        return version ? [{ version, ordinal }] : [];
      }),
    );
    // What was held can be renewed although less would do: renewing asks only for what has changed.
    const held = offered.find(
      ({ version, ordinal }) =>
        ordinal === gap.lapsedAt &&
        ordinal >= gap.needed &&
        // What comes by itself once its parts are held is not begun; its parts are.
        version.route !== 'STACK' &&
        !planned.some(({ achievementId }) => achievementId === version.achievementId),
    );
    const steps = await Promise.all(
      [...versions.flat(), ...(held ? [held] : [])].map((each) => this.earnedBy(viewer, gap, each)),
    );
    return steps.flat();
  }

  private async earnedBy(
    viewer: Viewer,
    gap: Gap,
    { version, ordinal }: { version: AchievementVersion; ordinal: number },
  ): Promise<GapStep[]> {
    const own = viewer.isSelf(gap.personId);
    const [latest, evidence] = await Promise.all([
      own ? this.submissions.mineAt(viewer, version.achievementId) : null,
      own ? this.evidence.mine(viewer, gap.skillId) : [],
    ]);
    const submission = latest && !OVER.includes(latest.state) ? latest : null;
    const hours = version.descriptors.workloadHours ?? null;
    // Neither above nor below what lapsed is there anything to renew: it was never held.
    const lapsed = ordinal === gap.lapsedAt;
    const facts = { begun: submission !== null, lapsed, evidence: evidence.length, own };
    return waysOfEarning(facts).map((kind) => ({
      ...step(kind, Math.max(0, gap.needed - ordinal)),
      // How long it takes to show what one can do already depends on what there is.
      hours: kind === 'PRIOR_LEARNING' ? null : (hours ?? HOURS_UNSAID),
      hoursSaid: kind === 'PRIOR_LEARNING' || hours !== null,
      ...{ achievement: version, submission, evidence },
    }));
  }

  private async learning(
    viewer: Viewer,
    { personId, skillId, needed, have }: Omit<Gap, 'lapsedAt'>,
  ): Promise<GapStep[]> {
    const [courses, mentors] = await Promise.all([
      this.courses.teaching(viewer, skillId, MOST_COURSES),
      viewer.isSelf(personId) ? this.mentors.of(viewer, skillId, have) : [],
    ]);
    const levels = await Promise.all(mentors.map(({ ordinal }) => this.skills.levelOf(viewer, skillId, ordinal)));
    return [
      ...courses.map((course) => ({ ...step('COURSE', needed - have), course, hours: course.hours })),
      ...mentors.slice(0, MOST_MENTORS).map(({ person }, place) => ({
        ...step('MENTOR', needed - have),
        ...{ mentor: person, level: levels[place] ?? null },
      })),
    ];
  }
}

const step = (kind: GapStepKind, remains: number): GapStep => ({
  ...{ kind, remains, hours: null, hoursSaid: true, evidence: [] },
  ...{ achievement: null, submission: null, course: null, mentor: null, level: null },
});
