import type { INestApplicationContext } from '@nestjs/common';
import { ClaimsService } from '../features/assessments/claims.service.js';
import { DecisionsService } from '../features/assessments/decisions.service.js';
import { MarkingSlot } from '../features/assessments/marking-slot.entity.js';
import { type MarkDraft, MarksService } from '../features/assessments/marks.service.js';
import { AttemptService } from '../features/submissions/attempt.service.js';
import { HandInService } from '../features/submissions/hand-in.service.js';
import { PortfolioService } from '../features/submissions/portfolio.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { type Cast, daysBefore } from './cast.js';
import { done } from './done.js';
import { ACHIEVEMENTS, COMPETENT, criterionId } from './fill-achievements.js';
import type { InventedAchievement } from './invented-achievement.js';
import type { BegunAttempt, EndedAttempt, WaitingAttempt } from './invented-attempts.js';
import { keepEvidence } from './keep-evidence.js';
import { evidenceOf, linksFor, numberOf } from './wording.js';

/** How many days the invented people take. */
const GATHERING = 3;
const MARKING = 2;
const LOOKING = 0.1;
/** One in so many criteria is met with distinction. */
const DISTINCTION = 4;

/** Attempts as the invented people make them, each act at its own time. */
export class Attempts {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly cast: Cast,
    private readonly versions: ReadonlyMap<string, string>,
    private readonly now: Date,
  ) {}

  /** Begins an attempt and shows as many criteria as asked for. Gives its id. */
  async begin({ person, achievement: key, daysAgo, criteria }: BegunAttempt): Promise<string> {
    const achievement = achievementOf(key);
    const at = daysBefore(this.now, daysAgo);
    const items = await keepEvidence(
      this.app,
      this.cast.as(person, daysBefore(at, GATHERING)),
      evidenceOf(achievement, person, at),
    );
    const portfolios = this.app.get(PortfolioService);
    const begun = done(
      await this.app.get(AttemptService).start(this.cast.as(person, daysBefore(at, 1)), this.versionOf(key)),
    );
    const viewer = this.cast.as(person, daysBefore(at, LOOKING));
    for (const { id } of achievement.criteria.slice(0, criteria)) {
      const criterion = criterionId(achievement, id);
      for (const { item, reflection } of linksFor(achievement, id, person))
        done(await portfolios.link(viewer, begun.id, criterion, items[item] ?? '', reflection));
      done(await portfolios.claimLevel(viewer, begun.id, criterion, levelOf(person, id), false));
    }
    return begun.id;
  }

  /** Hands in, so that it waits in the queue; some are taken and put back. */
  async waiting({ person, achievement, daysAgo, putBack }: WaitingAttempt): Promise<void> {
    const slot = await this.handIn(person, achievement, daysAgo);
    if (!putBack) return;
    const claims = this.app.get(ClaimsService);
    done(await claims.claim(this.cast.as(putBack.by, daysBefore(this.now, daysAgo - 1)), slot.id));
    done(
      await claims.putBack(
        this.cast.as(putBack.by, daysBefore(this.now, daysAgo - 1 - LOOKING)),
        slot.id,
        putBack.reason,
      ),
    );
  }

  /** Hands in, is marked, and (but for those that still wait for it) is released. */
  async ended(attempt: EndedAttempt): Promise<void> {
    const { person, achievement, daysAgo, assessor } = attempt;
    const slot = await this.handIn(person, achievement, daysAgo);
    const marked = daysBefore(this.now, Math.max(daysAgo - MARKING, LOOKING));
    const as = () => this.cast.as(assessor, marked);
    const marks = this.app.get(MarksService);
    done(await this.app.get(ClaimsService).claim(as(), slot.id));
    done(await marks.save(as(), slot.id, markOf(attempt, achievementOf(achievement))));
    done(await marks.handIn(as(), slot.id));
    if (!attempt.unreleased) done(await this.app.get(DecisionsService).release(as(), slot.id));
  }

  private async handIn(person: string, achievement: string, daysAgo: number): Promise<MarkingSlot> {
    const submissionId = await this.begin({
      person,
      achievement,
      daysAgo,
      criteria: achievementOf(achievement).criteria.length,
    });
    const viewer = this.cast.as(person, daysBefore(this.now, daysAgo));
    done(await this.app.get(HandInService).submit(viewer, submissionId, true));
    return this.slotOf(viewer, submissionId);
  }

  private slotOf(viewer: Viewer, submissionId: string): Promise<MarkingSlot> {
    return viewer.tx.manager.findOneByOrFail(MarkingSlot, { submissionId });
  }

  private versionOf(key: string): string {
    const id = this.versions.get(key);
    if (!id) throw new Error(`The achievement ${key} was not published.`);
    return id;
  }
}

function achievementOf(key: string): InventedAchievement {
  const achievement = ACHIEVEMENTS.find((each) => each.key === key);
  if (!achievement) throw new Error(`There is no achievement ${key}.`);
  return achievement;
}

function levelOf(person: string, criterion: string): number {
  return numberOf(`${person} ${criterion} level`) % DISTINCTION === 0 ? COMPETENT + 1 : COMPETENT;
}

function markOf({ person, unmet }: EndedAttempt, achievement: InventedAchievement): MarkDraft {
  return {
    criteria: achievement.criteria.map(({ id }) => {
      const comments = achievement.comments[id];
      return {
        criterionId: criterionId(achievement, id),
        level: id === unmet ? COMPETENT - 1 : levelOf(person, id),
        comment: (id === unmet ? comments?.notYet : comments?.met) ?? '',
      };
    }),
    rules: { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' },
    overall: unmet ? 'BORDERLINE' : 'PASS',
    seenLetters: achievement.evidence.map((_, at) => String.fromCodePoint(65 + at)),
    expectedRevision: 0,
  };
}
