import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { JobRoleEdge, JobRoleLevel } from '../skills/job-role.entity.js';
import { LadderComesRound } from './job-role.refusals.js';
import { LadderService } from './ladder.service.js';
import { RoleDraftsService } from './role-drafts.service.js';
import { textProblems } from './role-texts.rules.js';

type No = InvalidInput | NotAllowed | NotFound;
type StepKind = JobRoleEdge['kind'];

export interface NewStep {
  fromLevelId: string;
  toLevelId: string;
  kind: StepKind;
  note?: string | null;
  /** Taken from a suggestion, and not thought of by a person. */
  suggested?: boolean | null;
}

/** Steps between rungs of different job roles. The ladder within a role is the order of its levels. */
@Injectable()
export class RoleStepsService {
  constructor(
    private readonly drafts: RoleDraftsService,
    private readonly frameworks: FrameworksService,
    private readonly ladder: LadderService,
  ) {}

  async add(viewer: Viewer, step: NewStep): Promise<JobRoleEdge | No | LadderComesRound> {
    const held = await this.drafts.holdLevel(viewer, step.fromLevelId);
    if (!('level' in held)) return held;
    const { level: from, framework } = held;
    const to = isId(step.toLevelId)
      ? await viewer.tx.manager.findOneBy(JobRoleLevel, { id: step.toLevelId, frameworkId: framework.id })
      : null;
    const problems = textProblems('note', step.note, 'note');
    if (!to) problems.push({ field: 'toLevelId', message: 'A step leads to another level of this draft.' });
    else if (to.id === from.id)
      problems.push({ field: 'toLevelId', message: `A step leads from “${from.name}” to another level.` });
    else if (to.roleId === from.roleId)
      problems.push({
        field: 'toLevelId',
        message: `“${from.name}” and “${to.name}” are on one ladder: their order says it already.`,
      });
    else if (await viewer.tx.manager.existsBy(JobRoleEdge, { fromLevelId: from.id, toLevelId: to.id }))
      problems.push({ field: 'toLevelId', message: `There is a step from “${from.name}” to “${to.name}” already.` });
    if (problems.length > 0 || !to)
      return new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)));
    if (step.kind === 'LADDER') {
      const round = await this.ladder.roundIf(viewer, framework.id, [], [{ from: from.id, to: to.id }]);
      if (round) return round;
    }
    const edge = viewer.tx.manager.create(JobRoleEdge, {
      id: newId(),
      frameworkId: framework.id,
      fromLevelId: from.id,
      toLevelId: to.id,
      kind: step.kind,
      origin: step.suggested ? 'DERIVED' : 'DECLARED',
      note: step.note?.trim() ?? '',
      source: {},
    });
    await viewer.tx.manager.insert(JobRoleEdge, edge);
    this.forget(viewer, edge);
    return edge;
  }

  async change(
    viewer: Viewer,
    id: string,
    change: { kind?: StepKind | null; note?: string | null },
  ): Promise<JobRoleEdge | No | LadderComesRound> {
    const edge = await this.held(viewer, id);
    if (!(edge instanceof JobRoleEdge)) return edge;
    const problems = textProblems('note', change.note, 'note');
    if (problems.length > 0)
      return new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)));
    const kind = change.kind ?? edge.kind;
    if (kind === 'LADDER' && edge.kind !== 'LADDER') {
      const link = { from: edge.fromLevelId, to: edge.toLevelId };
      const round = await this.ladder.roundIf(viewer, edge.frameworkId, [], [link], edge.id);
      if (round) return round;
    }
    await viewer.tx.manager.update(JobRoleEdge, { id }, { kind, note: change.note?.trim() ?? edge.note });
    this.forget(viewer, edge);
    return viewer.tx.manager.findOneByOrFail(JobRoleEdge, { id });
  }

  /** Gives the level that it led from. */
  async remove(viewer: Viewer, id: string): Promise<JobRoleLevel | No> {
    const edge = await this.held(viewer, id);
    if (!(edge instanceof JobRoleEdge)) return edge;
    await viewer.tx.manager.delete(JobRoleEdge, { id });
    this.forget(viewer, edge);
    return viewer.tx.manager.findOneByOrFail(JobRoleLevel, { id: edge.fromLevelId });
  }

  /** Steps that lead away from a rung, the upward ones first. */
  async from(viewer: Viewer, levelId: string): Promise<JobRoleEdge[]> {
    return (await this.of(viewer, 'fromLevelId', levelId)) ?? [];
  }

  /** Steps that lead to a rung. */
  async to(viewer: Viewer, levelId: string): Promise<JobRoleEdge[]> {
    return (await this.of(viewer, 'toLevelId', levelId)) ?? [];
  }

  private of(viewer: Viewer, end: 'fromLevelId' | 'toLevelId', levelId: string): Promise<JobRoleEdge[] | null> {
    return viewer.load(`steps ${end}`, levelId, async (ids) => {
      const steps = await viewer.tx.manager.find(JobRoleEdge, {
        where: { [end]: In([...ids]) },
        order: { kind: 'ASC', id: 'ASC' },
      });
      return new Map(ids.map((id) => [id, steps.filter((step) => step[end] === id)]));
    });
  }

  private async held(viewer: Viewer, id: string): Promise<JobRoleEdge | NotAllowed | NotFound> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(JobRoleEdge, { id }) : null;
    if (!seen || !(await this.frameworks.find(viewer, seen.frameworkId))) return new NotFound('This step');
    const held = await this.drafts.hold(viewer, seen.frameworkId, 'This step');
    if (held instanceof NotAllowed || held instanceof NotFound) return held;
    return (await viewer.tx.manager.findOneBy(JobRoleEdge, { id })) ?? new NotFound('This step');
  }

  private forget(viewer: Viewer, edge: JobRoleEdge): void {
    viewer.forget('steps fromLevelId', edge.fromLevelId);
    viewer.forget('steps toLevelId', edge.toLevelId);
  }
}
