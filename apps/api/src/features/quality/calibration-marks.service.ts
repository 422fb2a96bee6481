import { levelAt } from '@assay/rubric';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { AssessorQualification } from '../assessments/assessor-qualification.entity.js';
import type { CriterionMark } from '../assessments/mark.entity.js';
import { compared, isWithin } from './calibration.rules.js';
import { CalibrationMark, CalibrationRound } from './calibration.entity.js';
import { CalibrationRoundsService } from './calibration-rounds.service.js';
import { ExemplarsService } from './exemplars.service.js';
import { QualificationKeepingService } from './qualification-keeping.service.js';
import { CalibrationFinished } from './quality.events.js';
import { QUALIFIED } from './quality.policy.js';

type Saved = CalibrationRound | ChangedMeanwhile | InvalidInput | NotAllowed | NotFound;

const MOST_COMMENT = 10_000;

/** Judging exemplars: saved as one goes, handed in once, and only then compared with what they are worth. */
@Injectable()
export class CalibrationMarksService implements OnModuleInit {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly exemplars: ExemplarsService,
    private readonly keeping: QualificationKeepingService,
    private readonly listeners: EventListeners,
    private readonly rounds: CalibrationRoundsService,
  ) {}

  onModuleInit(): void {
    // By the product: nobody approves themselves.
    this.listeners.on(CalibrationFinished, (system, event) => this.approve(system, event));
  }

  /** The viewer's own judgements of a round. */
  async own(viewer: Viewer, roundId: string): Promise<CalibrationMark[]> {
    if (!viewer.personId) return [];
    const found = await viewer.load('own-calibration', roundId, async (ids) => {
      const rows = await viewer.tx.manager.findBy(CalibrationMark, {
        ...{ roundId: In([...ids]), personId: viewer.personId ?? '' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.roundId === id)]));
    });
    return found ?? [];
  }

  async save(
    viewer: Viewer,
    roundId: string,
    exemplarId: string,
    draft: { criteria: CriterionMark[]; expectedRevision: number },
  ): Promise<Saved> {
    const place = await this.place(viewer, roundId, exemplarId);
    if (!('mark' in place)) return place;
    const { round, mark } = place;
    if (mark.revision !== draft.expectedRevision) return new ChangedMeanwhile(mark.revision);
    const problems = await this.problems(viewer, round, draft.criteria);
    if (problems.length > 0) return new InvalidInput(problems);
    Object.assign(mark, { criteria: draft.criteria, revision: mark.revision + 1, savedAt: viewer.now });
    await this.store(viewer, mark);
    return round;
  }

  async handIn(viewer: Viewer, roundId: string, exemplarId: string): Promise<Saved> {
    const place = await this.place(viewer, roundId, exemplarId);
    if (!('mark' in place)) return place;
    const { round, mark } = place;
    const version = await this.achievements.versionById(viewer, round.achievementVersionId);
    const left = version?.rubric.criteria.filter(
      ({ id }) => (mark.criteria.find((each) => each.criterionId === id)?.level ?? null) === null,
    );
    if (!left || left.length > 0)
      return InvalidInput.of(
        'criteria',
        `Choose a level for ${(left ?? []).map(({ title }) => `"${title}"`).join(', ')}.`,
      );
    mark.handedInAt = viewer.now;
    await viewer.tx.manager.update(CalibrationMark, { id: mark.id }, { handedInAt: viewer.now });
    viewer.forget('own-calibration', round.id);
    const done = (await this.own(viewer, round.id)).filter(({ handedInAt }) => handedInAt !== null);
    if (done.length === round.exemplarIds.length)
      await record(viewer, new CalibrationFinished(round.id, round.achievementId, mark.personId));
    return round;
  }

  private async place(
    viewer: Viewer,
    roundId: string,
    exemplarId: string,
  ): Promise<{ round: CalibrationRound; mark: CalibrationMark } | NotAllowed | NotFound> {
    const round = await this.rounds.find(viewer, roundId);
    if (!round?.exemplarIds.includes(exemplarId) || !viewer.personId) return new NotFound('This exemplar');
    if (viewer.loaded<boolean>(QUALIFIED, round.achievementId) !== true)
      return new NotAllowed('Exemplars are judged by the assessors of the achievement.');
    if (round.closedAt) return new NotAllowed('This round is closed.');
    const worth = await this.exemplars.worthOf(viewer, exemplarId);
    if (worth && [worth.proposedBy, worth.agreedBy].includes(viewer.personId))
      return new NotAllowed('You said what this exemplar is worth: others judge it.');
    await viewer.tx.aloneIn(`calibration ${round.id} ${viewer.personId}`);
    const mark = (await this.own(viewer, round.id)).find((each) => each.exemplarId === exemplarId);
    if (mark?.handedInAt) return new NotAllowed('You have handed this in; it no longer changes.');
    return { round, mark: mark ?? this.empty(viewer, round, exemplarId) };
  }

  private async problems(viewer: Viewer, round: CalibrationRound, criteria: CriterionMark[]): Promise<InputProblem[]> {
    const version = await this.achievements.versionById(viewer, round.achievementVersionId);
    const known = new Map(version?.rubric.criteria.map((criterion) => [criterion.id, criterion]));
    const problems = criteria.flatMap(({ criterionId, level, comment }, index) => {
      const criterion = known.get(criterionId);
      if (!criterion) return [new InputProblem(`criteria.${index}.criterionId`, 'This rubric has no such criterion.')];
      if (level !== null && !levelAt(criterion, level))
        return [new InputProblem(`criteria.${index}.level`, `"${criterion.title}" has no level ${level}.`)];
      if (comment.length > MOST_COMMENT)
        return [new InputProblem(`criteria.${index}.comment`, `A comment has at most ${MOST_COMMENT} characters.`)];
      return [];
    });
    if (new Set(criteria.map(({ criterionId }) => criterionId)).size < criteria.length)
      problems.push(new InputProblem('criteria', 'A criterion is marked twice.'));
    return problems;
  }

  private async store(viewer: Viewer, mark: CalibrationMark): Promise<void> {
    await viewer.tx.manager.save(CalibrationMark, mark);
    viewer.forget('own-calibration', mark.roundId);
  }

  private empty(viewer: Viewer, { id: roundId, achievementId }: CalibrationRound, exemplarId: string): CalibrationMark {
    return viewer.tx.manager.create(CalibrationMark, {
      ...{ id: newId(), roundId, exemplarId, achievementId, personId: viewer.personId ?? '' },
      ...{ revision: 0, criteria: [], savedAt: viewer.now, handedInAt: null },
    });
  }

  /** Enough exemplars within tolerance make a new assessor, or one on watch, approved. A suspension only a lead lifts. */
  private async approve(system: Viewer, { subjectId, personId }: CalibrationFinished): Promise<void> {
    const round = await system.tx.manager.findOneBy(CalibrationRound, { id: subjectId });
    if (!round) return;
    const { achievementId, exemplarIds, needed, tolerance } = round;
    const marks = await system.tx.manager.findBy(CalibrationMark, { roundId: round.id, personId });
    const worth = await Promise.all(exemplarIds.map((id) => this.exemplars.worthOf(system, id)));
    const within = marks.filter(({ handedInAt, exemplarId, criteria }) => {
      const definitive = worth.find((each) => each?.exemplarId === exemplarId);
      return handedInAt !== null && definitive && isWithin(compared(criteria, definitive.criteria, tolerance));
    }).length;
    const qualification = await system.tx.manager.findOneBy(AssessorQualification, {
      ...{ achievementId, personId, endedAt: IsNull() },
    });
    if (!qualification || within < needed) return;
    if (qualification.state !== 'PROVISIONAL' && qualification.state !== 'WATCH') return;
    const words = `${within} of ${exemplarIds.length} exemplars within tolerance in "${round.name}"; ${needed} were needed`;
    await this.keeping.put(system, qualification, 'APPROVED', 'CALIBRATED', words);
  }
}
