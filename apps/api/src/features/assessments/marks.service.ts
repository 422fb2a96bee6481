import type { Rubric } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { HANDED_IN_FROM } from './assessment.policy.js';
import { MarkHandedIn } from './assessments.events.js';
import { MarkIncomplete, NotEligible } from './assessments.refusals.js';
import { withCarried } from './carried-marks.rules.js';
import { ClaimsService, type Gone, leaseFrom } from './claims.service.js';
import { conflicts } from './eligibility.rules.js';
import { EligibilityService } from './eligibility.service.js';
import { ExclusionsService } from './exclusions.service.js';
import { type CriterionMark, Mark, type OverallView, type RulesOfEvidence } from './mark.entity.js';
import { LiveChecksService } from './live-checks.service.js';
import { type MarkGap, markGaps } from './mark-gaps.rules.js';
import { MarkingPolicyService } from './marking-policy.service.js';
import { MarkingSlot } from './marking-slot.entity.js';

/** A mark as it is saved while somebody works on it. */
export interface MarkDraft {
  criteria: CriterionMark[];
  rules: RulesOfEvidence;
  overall: OverallView | null;
  seenLetters: string[];
  expectedRevision: number;
}

const UNANSWERED: RulesOfEvidence = { valid: null, authentic: null, sufficient: null, current: null };
const MOST_CHARACTERS = 10_000;
const WAITS = 'It is on hold. What you wrote is kept; hand in when it goes on.';

/** Judgements: saved as they are written, handed in once, turned into a decision by the rubric's rules. */
@Injectable()
export class MarksService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly checks: LiveChecksService,
    private readonly claims: ClaimsService,
    private readonly eligibility: EligibilityService,
    private readonly exclusions: ExclusionsService,
    private readonly policy: MarkingPolicyService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** The viewer's own mark on a slot; nobody sees another's before both are handed in. */
  own(viewer: Viewer, slot: MarkingSlot): Promise<Mark | null> {
    if (!viewer.personId) return Promise.resolve(null);
    if (slot.check) return Promise.resolve(this.checks.markOf(viewer, slot));
    return viewer.load('own-mark', slot.id, async (ids) => {
      const marks = await viewer.tx.manager.findBy(Mark, { slotId: In([...ids]), assessorId: viewer.personId ?? '' });
      return new Map(marks.map((mark) => [mark.slotId, mark]));
    });
  }

  async save(
    viewer: Viewer,
    slotId: string,
    draft: MarkDraft,
  ): Promise<MarkingSlot | Gone | ChangedMeanwhile | InvalidInput> {
    const slot = await this.claims.mine(viewer, slotId);
    if (!(slot instanceof MarkingSlot)) return slot;
    if (slot.purpose === 'MODERATION') return new NotFound('This submission');
    const { mark, content } = await this.asItStands(viewer, slot);
    if (mark.revision !== draft.expectedRevision) return new ChangedMeanwhile(mark.revision);
    const letters = new Set(content?.items.map((item) => item.letter));
    const problems = draftProblems(await this.rubric(viewer, slot), letters, draft);
    if (problems.length > 0) return new InvalidInput(problems);

    const { rules, overall, seenLetters } = draft;
    Object.assign(mark, {
      criteria: withCarried(content, draft.criteria),
      rules: { ...UNANSWERED, ...rules },
      overall,
      seenLetters: [...new Set(seenLetters)],
      revision: mark.revision + 1,
      savedAt: viewer.now,
    });
    return this.keep(viewer, slot, mark);
  }

  /** The viewer's mark and what it judges: one question, since it is asked whenever somebody stops typing. */
  private async asItStands(
    viewer: Viewer,
    slot: MarkingSlot,
  ): Promise<{ mark: Mark; content: SubmissionSnapshot['content'] | undefined }> {
    const { check } = slot;
    if (check)
      return {
        mark: this.checks.markOf(viewer, slot) ?? this.empty(viewer, slot),
        content: check.content ?? undefined,
      };
    const copy = (await viewer.tx.manager
      .createQueryBuilder(SubmissionSnapshot, 'copy')
      .leftJoinAndMapOne('copy.own', Mark, 'own', 'own.slotId = :slotId AND own.assessorId = :personId')
      .where('copy.id = :copyId')
      .setParameters({ slotId: slot.id, personId: viewer.personId, copyId: slot.snapshotId })
      .getOne()) as (SubmissionSnapshot & { own: Mark | null }) | null;
    return { mark: copy?.own ?? this.empty(viewer, slot), content: copy?.content };
  }

  /** Writes the mark and lets the lease start anew: one statement, for the same reason. */
  private async keep(viewer: Viewer, slot: MarkingSlot, mark: Mark): Promise<MarkingSlot> {
    const leaseUntil = leaseFrom(viewer.now);
    if (slot.check) {
      await this.checks.save(viewer, slot, mark, leaseUntil);
      return slot;
    }
    await viewer.tx.query(
      `WITH kept AS (
         INSERT INTO mark (id, slot_id, assessor_id, revision, saved_at, criteria, rules, overall, seen_letters)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (slot_id, assessor_id) DO UPDATE SET revision = excluded.revision, saved_at = excluded.saved_at,
           criteria = excluded.criteria, rules = excluded.rules, overall = excluded.overall, seen_letters = excluded.seen_letters
       ) UPDATE marking_slot SET lease_until = $10 WHERE id = $2`,
      [
        ...[mark.id, slot.id, mark.assessorId, mark.revision, mark.savedAt, JSON.stringify(mark.criteria)],
        ...[JSON.stringify(mark.rules), mark.overall, JSON.stringify(mark.seenLetters), leaseUntil],
      ],
    );
    viewer.remember('own-mark', slot.id, mark);
    return Object.assign(slot, { leaseUntil });
  }

  /** Ends the judgement: it becomes immutable, and its decision waits for release. Conflicts are looked for once more. */
  async handIn(
    viewer: Viewer,
    slotId: string,
  ): Promise<MarkingSlot | Gone | MarkIncomplete | NotEligible | NotInThatState> {
    const slot = await this.claims.mine(viewer, slotId);
    if (!(slot instanceof MarkingSlot)) return slot;
    if (slot.purpose === 'MODERATION') return new NotFound('This submission');
    const rules = await this.eligibility.of(viewer, slot);
    if (conflicts(rules).length > 0) {
      await this.exclusions.store(viewer, slot.id, viewer.personId, rules);
      return new NotEligible(rules);
    }
    const mark = (await this.own(viewer, slot)) ?? this.empty(viewer, slot);
    const left = await this.left(viewer, slot, mark);
    if (left.length > 0) return new MarkIncomplete(left);
    // Nothing follows from it but what it says about the assessor.
    if (slot.check) return this.checks.handIn(viewer, slot);

    // Of two who hand in at once the later waits here, and then sees both.
    const submission = await this.submissions.locked(viewer, slot.submissionId);
    if (slot.purpose !== 'APPEAL' && submission?.state !== 'IN_MARKING')
      return new NotInThatState(WAITS, submission?.state ?? 'ON_HOLD');

    await viewer.tx.manager.update(Mark, { id: mark.id }, { handedInAt: viewer.now });
    await viewer.tx.manager.update(
      MarkingSlot,
      { id: slot.id },
      { state: 'HANDED_IN', leaseUntil: null, handedInAt: viewer.now },
    );
    Object.assign(slot, { state: 'HANDED_IN', leaseUntil: null, handedInAt: viewer.now });
    viewer.forget('own-mark', slot.id);
    viewer.forget(HANDED_IN_FROM, slot.submissionId);
    await record(viewer, new MarkHandedIn(slot.id, slot.submissionId));
    await this.policy.handedIn(viewer, { slot, mark });
    return slot;
  }

  async left(viewer: Viewer, slot: MarkingSlot, mark: Mark): Promise<MarkGap[]> {
    return markGaps(await this.rubric(viewer, slot), mark);
  }

  async rubric(viewer: Viewer, slot: MarkingSlot): Promise<Rubric> {
    const rubric = await this.achievements.rubricOf(viewer, slot.achievementVersionId);
    if (!rubric) throw new Error(`The achievement of slot ${slot.id} is gone.`);
    return rubric;
  }

  private empty(viewer: Viewer, slot: MarkingSlot): Mark {
    return viewer.tx.manager.create(Mark, {
      id: newId(),
      slotId: slot.id,
      assessorId: viewer.personId ?? '',
      revision: 0,
      savedAt: viewer.now,
      handedInAt: null,
      criteria: [],
      rules: UNANSWERED,
      overall: null,
      seenLetters: [],
    });
  }
}

function draftProblems(rubric: Rubric, letters: ReadonlySet<string>, draft: MarkDraft): InputProblem[] {
  const problems: InputProblem[] = [];
  if (draft.seenLetters.some((letter) => !letters.has(letter)))
    problems.push(new InputProblem('seenLetters', 'There is no evidence of this letter.'));
  draft.criteria.forEach((given, index) => {
    const criterion = rubric.criteria.find((each) => each.id === given.criterionId);
    if (!criterion)
      problems.push(new InputProblem(`criteria.${index}.criterionId`, 'This rubric has no such criterion.'));
    else if (given.level !== null && !criterion.levels.some((level) => level.ordinal === given.level))
      problems.push(new InputProblem(`criteria.${index}.level`, `"${criterion.title}" has no level ${given.level}.`));
    if (given.comment.length > MOST_CHARACTERS)
      problems.push(
        new InputProblem(`criteria.${index}.comment`, `A comment has at most ${MOST_CHARACTERS} characters.`),
      );
  });
  if (new Set(draft.criteria.map((each) => each.criterionId)).size < draft.criteria.length)
    problems.push(new InputProblem('criteria', 'A criterion is marked twice.'));
  return problems;
}
