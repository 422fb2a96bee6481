import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { ReadinessService, type RoleReadiness } from '../standings/readiness.service.js';
import { goalDayFault } from './goal-day.rules.js';
import type { Goal } from './goal.entity.js';
import { GoalsService } from './goals.service.js';
import { NewerVersionsService } from './newer-versions.service.js';
import { OffersService } from './offers.service.js';
import { PlanAgreed, PlanCommented, PlanProposed } from './pathways.events.js';
import { type KeptNeed, type KeptStep, type PlanChange, planChanges } from './plan-changes.rules.js';
import { PlanComment, PlanReview } from './plan-review.entity.js';
import { PlansService } from './plans.service.js';

const MOST_CHARACTERS = 2_000;
const MOST_COMMENTS = 200;

/** What somebody and their line manager agree on. What is kept is what was proposed; what changed since is worked out. */
@Injectable()
export class PlanReviewsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly goals: GoalsService,
    private readonly newer: NewerVersionsService,
    private readonly offers: OffersService,
    private readonly people: PeopleService,
    private readonly plans: PlansService,
    private readonly ready: ReadinessService,
    private readonly skills: SkillsService,
  ) {}

  /** The newest that nothing took the place of; null where none was proposed. */
  async of(viewer: Viewer, goal: Goal): Promise<PlanReview | null> {
    const review = await viewer.load('plan-review', goal.id, async (ids) => {
      const found = await viewer.tx.manager.findBy(PlanReview, { goalId: In([...ids]), state: Not('SUPERSEDED') });
      return new Map(found.map((each) => [each.goalId, each]));
    });
    return review && can(viewer, 'read', review) ? review : null;
  }

  async byId(viewer: Viewer, id: string): Promise<PlanReview | null> {
    const review = isId(id) ? await viewer.tx.manager.findOneBy(PlanReview, { id }) : null;
    return review && can(viewer, 'read', review) ? review : null;
  }

  async commentsOn(viewer: Viewer, review: PlanReview): Promise<PlanComment[]> {
    const comments = await viewer.load('plan-comments', review.id, async (ids) => {
      const found = await viewer.tx.manager.find(PlanComment, {
        ...{ where: { reviewId: In([...ids]) }, order: { saidAt: 'ASC', id: 'ASC' } },
      });
      return new Map(ids.map((id) => [id, found.filter(({ reviewId }) => reviewId === id)]));
    });
    return (comments ?? []).filter((each) => can(viewer, 'read', each)).slice(-MOST_COMMENTS);
  }

  /** What is different today. */
  async changesSince(viewer: Viewer, review: PlanReview, goal: Goal): Promise<PlanChange[]> {
    const now = await this.asOfNow(viewer, goal);
    if (!now) return [];
    const then = { asked: review.asked, steps: await this.stepsOf(viewer, review) };
    return planChanges(then, now, await this.offers.earned(viewer, review.personId));
  }

  /** As they were proposed. Plans kept before levels were named take the level of the achievement as it is now. */
  stepsOf(viewer: Viewer, { steps }: PlanReview): Promise<(KeptStep & { level: string | null })[]> {
    return Promise.all(
      steps.map(async (step) => {
        if (step.level !== undefined || !isId(step.achievementId)) return { ...step, level: step.level ?? null };
        return {
          ...step,
          level: await this.levelOf(viewer, await this.achievements.currentOf(viewer, step.achievementId)),
        };
      }),
    );
  }

  async propose(viewer: Viewer): Promise<PlanReview | NotAllowed | NotFound> {
    const me = viewer.personId ?? '';
    const goal = await this.goals.of(viewer, me);
    if (!goal) return new NotFound('A goal of yours');
    if (!goal.shared) return new NotAllowed('Share the goal with your manager first. They see the plan with it.');
    const job = await this.people.employmentOf(viewer, me);
    if (!job?.managerId) return new NotAllowed('Nobody is set as your line manager.');
    const plan = await this.asOfNow(viewer, goal);
    if (!plan || plan.steps.length === 0) return new NotAllowed('The plan has no steps to agree on.');
    await viewer.tx.aloneIn(`plan review ${goal.id}`);
    await viewer.tx.manager.update(PlanReview, { goalId: goal.id, state: Not('SUPERSEDED') }, { state: 'SUPERSEDED' });
    const review = viewer.tx.manager.create(PlanReview, {
      ...{ id: newId(), goalId: goal.id, personId: me, state: 'PROPOSED', ...plan, proposedAt: viewer.now },
      ...{ byDay: goal.byDay, agreedBy: null, agreedAt: null },
    });
    await viewer.tx.manager.insert(PlanReview, review);
    viewer.forget('plan-review', goal.id);
    await record(viewer, new PlanProposed(review.id, me, job.managerId));
    return review;
  }

  async agree(
    viewer: Viewer,
    id: string,
    byDay: string | null,
  ): Promise<PlanReview | InvalidInput | NotAllowed | NotFound> {
    const review = await this.byId(viewer, id);
    if (!review) return new NotFound('This plan');
    if (!can(viewer, 'agree', review))
      return new NotAllowed(
        review.state === 'PROPOSED'
          ? 'The line manager agrees to a plan.'
          : 'This plan does not wait for an answer any more.',
      );
    const fault = goalDayFault(byDay, dayOf(viewer));
    if (fault) return InvalidInput.of('byDay', fault);
    const agreed = { state: 'AGREED', byDay, agreedBy: viewer.personId, agreedAt: viewer.now } as const;
    const { affected } = await viewer.tx.manager.update(PlanReview, { id: review.id, state: 'PROPOSED' }, agreed);
    if (affected === 0) return new NotAllowed('This plan does not wait for an answer any more.');
    viewer.forget('plan-review', review.goalId);
    await record(viewer, new PlanAgreed(review.id, review.personId, viewer.personId ?? ''));
    return Object.assign(review, agreed);
  }

  async comment(viewer: Viewer, id: string, words: string): Promise<PlanReview | InvalidInput | NotAllowed | NotFound> {
    const review = await this.byId(viewer, id);
    if (!review) return new NotFound('This plan');
    if (!can(viewer, 'comment', review)) return new NotAllowed('A newer plan took the place of this one.');
    const said = words.trim();
    if (!said || said.length > MOST_CHARACTERS) return InvalidInput.of('words', 'A comment has 1 to 2,000 characters.');
    await viewer.tx.manager.insert(PlanComment, {
      ...{ id: newId(), reviewId: review.id, personId: review.personId, authorId: viewer.personId ?? '' },
      ...{ words: said, saidAt: viewer.now },
    });
    viewer.forget('plan-comments', review.id);
    const to = viewer.isSelf(review.personId)
      ? (await this.people.employmentOf(viewer, review.personId))?.managerId
      : review.personId;
    if (to) await record(viewer, new PlanCommented(review.id, review.personId, viewer.personId ?? '', to));
    return review;
  }

  private async asOfNow(viewer: Viewer, goal: Goal): Promise<{ steps: KeptStep[]; asked: KeptNeed[] } | null> {
    const readiness = await this.ready.of(viewer, goal.personId, goal.jobRoleLevelId, viewer.now);
    if (!readiness) return null;
    const { steps } = await this.plans.of(viewer, readiness);
    return {
      steps: await Promise.all(
        steps.map(async ({ achievementId, hours }) => {
          const offered = await this.achievements.currentOf(viewer, achievementId);
          const level = await this.levelOf(viewer, offered);
          return { achievementId, hours, name: offered?.name ?? '', level };
        }),
      ),
      asked: await this.askedBy(viewer, readiness),
    };
  }

  private async levelOf(viewer: Viewer, version: AchievementVersion | null): Promise<string | null> {
    if (!version?.skillId || !version.levelOrdinal) return null;
    return (await this.skills.levelOf(viewer, version.skillId, version.levelOrdinal))?.label ?? null;
  }

  private async askedBy(viewer: Viewer, { rows }: RoleReadiness): Promise<KeptNeed[]> {
    return this.newer.askedBy(
      viewer,
      rows.map(({ requirement }) => requirement),
    );
  }
}
