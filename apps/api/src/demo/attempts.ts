import type { INestApplicationContext } from '@nestjs/common';
import { ClaimsService } from '../features/assessments/claims.service.js';
import { EligibilityService } from '../features/assessments/eligibility.service.js';
import { ReleasesService } from '../features/assessments/releases.service.js';
import { MarkingSlot } from '../features/assessments/marking-slot.entity.js';
import { MarksOfService } from '../features/assessments/marks-of.service.js';
import { type MarkDraft, MarksService } from '../features/assessments/marks.service.js';
import { AttemptService } from '../features/submissions/attempt.service.js';
import { EvidenceOpeningsService } from '../features/submissions/evidence-openings.service.js';
import { HandInService } from '../features/submissions/hand-in.service.js';
import { PortfolioService } from '../features/submissions/portfolio.service.js';
import { SubmissionsService } from '../features/submissions/submissions.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { type Cast, daysAfter, daysBefore, officeHour } from './cast.js';
import { acted } from './done.js';
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

  /** Begins an attempt, shows as many criteria as asked for, and leaves it there. */
  async begin({ person, achievement, daysAgo, criteria }: BegunAttempt): Promise<void> {
    await this.draft(person, achievement, officeHour(this.now, daysAgo, `${person} ${achievement}`), criteria);
  }

  /** Hands in, so that it waits in the queue; some are taken and put back. */
  async waiting({ person, achievement, daysAgo, putBack }: WaitingAttempt): Promise<void> {
    const slot = await this.handIn(person, achievement, daysAgo);
    if (!putBack) return;
    const claims = this.app.get(ClaimsService);
    const taken = officeHour(this.now, daysAgo - 1, putBack.by);
    const taking = this.cast.as(putBack.by, taken);
    await acted(taking, 'claimSlot', claims.claim(taking, slot.id));
    const giving = this.cast.as(putBack.by, daysAfter(taken, LOOKING));
    await acted(giving, 'putBackSlot', claims.putBack(giving, slot.id, putBack.reason));
  }

  /** Hands in, is marked by as many as its policy asks for, and (but for those that still wait for it) is released. */
  async ended(attempt: EndedAttempt): Promise<void> {
    const { person, achievement, daysAgo, assessor } = attempt;
    const slot = await this.handIn(person, achievement, daysAgo);
    const taken = officeHour(this.now, daysAgo - MARKING, `${assessor} ${person}`);
    await this.mark(attempt, slot, assessor, taken);
    await this.markAgain(attempt, slot, daysAfter(taken, LOOKING * 2));
    if (attempt.unreleased) return;
    const released = this.cast.as(assessor, daysAfter(taken, LOOKING * 4));
    await acted(released, 'releaseDecision', this.app.get(ReleasesService).releaseOwn(released, slot.id));
  }

  /** An attempt that waits is drawn for a second mark, and the two who mark it differ. Left to them where too few may. */
  async differ({ person, achievement }: WaitingAttempt): Promise<void> {
    const { manager } = this.cast.system.tx;
    const candidateId = this.cast.idOf(person);
    const achievementVersionId = this.versionOf(achievement);
    const slot = await manager.findOneBy(MarkingSlot, {
      candidateId,
      achievementVersionId,
      state: 'OPEN',
      purpose: 'FIRST',
    });
    const assessors = slot ? await this.whoMay(achievement, slot) : [];
    const [one, two] = assessors;
    if (!slot || !one || !two) return;
    await manager.update(MarkingSlot, { id: slot.id }, { isBlind: true });
    const drawn = { purpose: 'SECOND' as const, reason: 'SAMPLE' as const, round: slot.round, due: slot.dueAt };
    const id = await this.app.get(MarksOfService).openBeside(this.cast.system, slot, drawn);
    const second = await manager.findOneByOrFail(MarkingSlot, { id });
    const attempt = { person, achievement, daysAgo: 1, assessor: one };
    const unmet = achievementOf(achievement).criteria[0]?.id;
    await this.mark(attempt, slot, one, daysBefore(this.now, LOOKING * 3));
    await this.mark({ ...attempt, unmet, assessor: two }, second, two, daysBefore(this.now, LOOKING * 2));
  }

  private async whoMay(achievement: string, slot: MarkingSlot): Promise<string[]> {
    const may: string[] = [];
    for (const founder of achievementOf(achievement).founders) {
      const rules = await this.app.get(EligibilityService).of(this.cast.as(founder), slot);
      if (rules.length > 0 && rules.every(({ ok }) => ok)) may.push(founder);
    }
    return may;
  }

  private async mark(attempt: EndedAttempt, slot: MarkingSlot, assessor: string, taken: Date): Promise<void> {
    const marks = this.app.get(MarksService);
    const taking = this.cast.as(assessor, taken);
    await acted(taking, 'claimSlot', this.app.get(ClaimsService).claim(taking, slot.id));
    const marked = this.cast.as(assessor, daysAfter(taken, LOOKING));
    const shown = await this.app.get(SubmissionsService).snapshotById(marked, slot.snapshotId);
    const letters = shown?.content.items.map((item) => item.letter) ?? [];
    if (shown) await this.app.get(EvidenceOpeningsService).snapshotRead(marked, shown);
    const mark = markOf(attempt, achievementOf(attempt.achievement), letters);
    await acted(marked, 'saveMark', marks.save(marked, slot.id, mark));
    await acted(marked, 'handInMark', marks.handIn(marked, slot.id));
  }

  /** Where a second place is open, the first of the other founders who may take it agrees with what was marked. */
  private async markAgain(attempt: EndedAttempt, { submissionId }: MarkingSlot, at: Date): Promise<void> {
    const [second] = await this.cast.system.tx.manager.findBy(MarkingSlot, { submissionId, state: 'OPEN' });
    if (!second) return;
    for (const founder of achievementOf(attempt.achievement).founders) {
      const looking = this.cast.as(founder, at);
      const rules = await this.app.get(EligibilityService).of(looking, second);
      if (rules.length > 0 && rules.every(({ ok }) => ok)) return this.mark(attempt, second, founder, at);
    }
    throw new Error(`Nobody could mark ${attempt.achievement} of ${attempt.person} a second time.`);
  }

  private async handIn(person: string, key: string, daysAgo: number): Promise<MarkingSlot> {
    const at = officeHour(this.now, daysAgo, `${person} ${key}`);
    const submissionId = await this.draft(person, key, at, achievementOf(key).criteria.length);
    const viewer = this.cast.as(person, at);
    await acted(viewer, 'submit', this.app.get(HandInService).submit(viewer, submissionId, true));
    return this.slotOf(viewer, submissionId);
  }

  /** Evidence first, then the attempt, then what shows what: ready to be handed in at the time given. */
  private async draft(person: string, key: string, at: Date, criteria: number): Promise<string> {
    const achievement = achievementOf(key);
    const gathering = this.cast.as(person, daysBefore(at, GATHERING));
    const items = await keepEvidence(this.app, gathering, evidenceOf(achievement, person, at));
    const starting = this.cast.as(person, daysBefore(at, 1));
    const start = this.app.get(AttemptService).start(starting, this.versionOf(key));
    const begun = await acted(starting, 'startSubmission', start);
    const viewer = this.cast.as(person, daysBefore(at, LOOKING));
    const portfolios = this.app.get(PortfolioService);
    for (const { id } of achievement.criteria.slice(0, criteria)) {
      const criterion = criterionId(achievement, id);
      for (const { item, reflection } of linksFor(achievement, id, person, at))
        await acted(
          viewer,
          'linkEvidence',
          portfolios.link(viewer, begun.id, criterion, items[item] ?? '', reflection),
        );
      const level = levelOf(person, id);
      await acted(viewer, 'claimLevel', portfolios.claimLevel(viewer, begun.id, criterion, level, false));
    }
    return begun.id;
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

function markOf({ person, unmet }: EndedAttempt, achievement: InventedAchievement, seenLetters: string[]): MarkDraft {
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
    seenLetters,
    expectedRevision: 0,
  };
}
