import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { JobRole, JobRoleLevel } from '../skills/job-role.entity.js';
import { LevelMovesService } from '../skills/level-moves.service.js';
import { LadderComesRound, PeopleStandHere } from './job-role.refusals.js';
import { LadderService } from './ladder.service.js';
import { placed } from './places.rules.js';
import { codeFor } from './role-codes.rules.js';
import { RoleDraftsService } from './role-drafts.service.js';
import { lineProblems, nameProblems, textProblems, writtenLines } from './role-texts.rules.js';

type No = InvalidInput | NotAllowed | NotFound;
type Saved = Promise<JobRole | No | ChangedMeanwhile | LadderComesRound>;

export interface LevelChange {
  name?: string | null;
  description?: string | null;
  responsibilities?: string[] | null;
}

/** What nothing was derived from: a rung that a person made. */
const NO_FACTS = { titleRank: 0, track: null, meanLevel: 0, seniorCivilService: false };

/** The rungs of a ladder in a draft. Every change counts as a save of their role. */
@Injectable()
export class RoleLevelsService {
  constructor(
    private readonly drafts: RoleDraftsService,
    private readonly frameworks: FrameworksService,
    private readonly moves: LevelMovesService,
    private readonly ladder: LadderService,
  ) {}

  async add(viewer: Viewer, roleId: string, expectedRevision: number, name: string, order?: number | null): Saved {
    const held = await this.drafts.holdRole(viewer, roleId, expectedRevision);
    if (!('role' in held)) return held;
    const before = await this.ofRole(viewer, roleId);
    const problems = this.nameProblems('name', [name], before);
    if (problems.length > 0) return new InvalidInput(problems);
    const [level] = await this.insert(viewer, held.role, [name]);
    // A rung between two others leads where they led: no ladder comes round by it.
    if (level && typeof order === 'number')
      await this.setOrder(viewer, placed([...before, level], level.id, order - 1));
    return this.drafts.saved(viewer, held.role);
  }

  async change(viewer: Viewer, id: string, expectedRevision: number, change: LevelChange): Saved {
    const held = await this.drafts.holdLevel(viewer, id, expectedRevision);
    if (!('level' in held)) return held;
    const others = (await this.ofRole(viewer, held.role.id)).filter((level) => level.id !== id);
    const problems = [
      ...(typeof change.name === 'string' ? this.nameProblems('name', [change.name], others) : []),
      ...[
        ...textProblems('description', change.description, 'text'),
        ...lineProblems('responsibilities', change.responsibilities),
      ].map(({ field, message }) => new InputProblem(field, message)),
    ];
    if (problems.length > 0) return new InvalidInput(problems);
    const { name, description, responsibilities } = change;
    const columns = {
      ...(typeof name === 'string' ? { name: name.trim() } : {}),
      ...(typeof description === 'string' ? { description } : {}),
      ...(responsibilities ? { responsibilities: writtenLines(responsibilities) } : {}),
    };
    if (Object.keys(columns).length > 0) await viewer.tx.manager.update(JobRoleLevel, { id }, columns);
    viewer.forget('job-role-level', id);
    return this.drafts.saved(viewer, held.role);
  }

  async order(viewer: Viewer, roleId: string, expectedRevision: number, levelIds: readonly string[]): Saved {
    const held = await this.drafts.holdRole(viewer, roleId, expectedRevision);
    if (!('role' in held)) return held;
    const levels = await this.ofRole(viewer, roleId);
    const byId = new Map(levels.map((level) => [level.id, level]));
    const wanted = [...new Set(levelIds)].flatMap((id) => byId.get(id) ?? []);
    if (wanted.length !== levels.length || levelIds.length !== levels.length)
      return InvalidInput.of('levelIds', 'Name every level of the role once, lowest first.');
    const round = await this.ladder.roundIf(viewer, held.framework.id, wanted);
    if (round) return round;
    await this.setOrder(viewer, wanted);
    return this.drafts.saved(viewer, held.role);
  }

  /** Whoever stands on it goes to another rung at publishing, or stays on it as it was in the version before. */
  async remove(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
    people: { goTo?: string | null; stay: boolean },
  ): Promise<JobRole | No | ChangedMeanwhile | PeopleStandHere> {
    const held = await this.drafts.holdLevel(viewer, id, expectedRevision);
    if (!('level' in held)) return held;
    const { level, role, framework } = held;
    const others = (await this.ofRole(viewer, role.id)).filter((each) => each.id !== id);
    if (others.length === 0)
      return InvalidInput.of(
        'id',
        'This is the last level of the role. A role without levels cannot be: remove the role.',
      );
    const goTo = people.goTo ? await this.moves.rungOf(viewer, framework.id, people.goTo) : null;
    if (people.goTo && (!goTo || goTo.id === id))
      return InvalidInput.of('peopleGoTo', 'People can go to another level of this draft.');
    const standing = await this.moves.peopleOn(viewer, id);
    if (standing && !goTo && !people.stay)
      return new PeopleStandHere(
        standing,
        level.name,
        'Say to which level they go when this version is published, or that they stay on the level as it was.',
      );
    if (goTo) await this.moves.chooseForCode(viewer, framework, level.code, goTo.id);
    await this.removeRows(viewer, [level]);
    await this.setOrder(viewer, others);
    return this.drafts.saved(viewer, role);
  }

  ofRole(viewer: Viewer, roleId: string): Promise<JobRoleLevel[]> {
    return viewer.tx.manager.find(JobRoleLevel, { where: { roleId }, order: { order: 'ASC' } });
  }

  /** New rungs at the top of the ladder. */
  async insert(viewer: Viewer, role: JobRole, names: readonly string[]): Promise<JobRoleLevel[]> {
    const ladder = await this.ofRole(viewer, role.id);
    const taken = await this.codes(viewer, role.frameworkId);
    const levels = names.map((name, at) => {
      const code = codeFor(name, taken, `${role.code}--`);
      taken.add(code);
      return viewer.tx.manager.create(JobRoleLevel, {
        id: newId(),
        frameworkId: role.frameworkId,
        roleId: role.id,
        code,
        name: name.trim(),
        order: ladder.length + at + 1,
        description: '',
        responsibilities: [],
        facts: NO_FACTS,
      });
    });
    await viewer.tx.manager.insert(JobRoleLevel, levels);
    this.frameworks.forgetRole(viewer, role);
    return levels;
  }

  /** The rungs of one role with all they ask, as rungs of another. */
  async copyAll(viewer: Viewer, from: JobRole, to: JobRole): Promise<void> {
    const levels = await this.ofRole(viewer, from.id);
    const made = await this.insert(
      viewer,
      to,
      levels.map((level) => level.name),
    );
    const pairs = levels.map((level, at) => ({ from: level.id, to: made[at]?.id }));
    const asked = [pairs.map((pair) => pair.from), pairs.map((pair) => pair.to)];
    await viewer.tx.query(
      `UPDATE job_role_level made SET description = level.description, responsibilities = level.responsibilities
       FROM unnest($1::uuid[], $2::uuid[]) AS pair (from_id, to_id) JOIN job_role_level level ON level.id = pair.from_id
       WHERE made.id = pair.to_id`,
      asked,
    );
    await viewer.tx.query(
      `INSERT INTO job_role_requirement
         (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position, adopted_from)
       SELECT gen_random_uuid(), framework_id, pair.to_id, skill_id, level_ordinal, importance, must_have, position, adopted_from
       FROM unnest($1::uuid[], $2::uuid[]) AS pair (from_id, to_id)
       JOIN job_role_requirement asks ON asks.job_role_level_id = pair.from_id`,
      asked,
    );
  }

  /** Why these rungs cannot simply go; null when nobody stands on them. */
  async peopleInTheWay(viewer: Viewer, levels: readonly JobRoleLevel[], name: string): Promise<PeopleStandHere | null> {
    const counts = await Promise.all(levels.map((level) => this.moves.peopleOn(viewer, level.id)));
    const people = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    return people > 0
      ? new PeopleStandHere(people, name, 'Remove its levels one by one first and say where these people go.')
      : null;
  }

  async removeRows(viewer: Viewer, levels: readonly JobRoleLevel[]): Promise<void> {
    const ids = [levels.map(({ id }) => id)];
    await viewer.tx.query('DELETE FROM job_role_requirement WHERE job_role_level_id = ANY ($1::uuid[])', ids);
    await viewer.tx.query(
      'DELETE FROM job_role_edge WHERE from_level_id = ANY ($1::uuid[]) OR to_level_id = ANY ($1::uuid[])',
      ids,
    );
    await viewer.tx.query('DELETE FROM job_role_level_move WHERE to_level_id = ANY ($1::uuid[])', ids);
    await viewer.tx.query('DELETE FROM job_role_level WHERE id = ANY ($1::uuid[])', ids);
    for (const { id } of levels) viewer.forget('job-role-level', id);
  }

  nameProblems(field: string, names: readonly string[], others: readonly JobRoleLevel[] = []): InputProblem[] {
    const taken = new Set(others.map((level) => level.name.trim().toLowerCase()));
    return names.flatMap((name, at) => {
      const path = names.length > 1 || field === 'levels' ? `${field}.${at}` : field;
      const wrong = nameProblems(path, name, 'A level');
      const key = name.trim().toLowerCase();
      if (key && taken.has(key)) wrong.push({ field: path, message: `The role has a level “${name.trim()}” already.` });
      taken.add(key);
      return wrong.map((problem) => new InputProblem(problem.field, problem.message));
    });
  }

  private async setOrder(viewer: Viewer, levels: readonly { id: string }[]): Promise<void> {
    await viewer.tx.query(
      `UPDATE job_role_level SET "order" = place.at FROM unnest($1::uuid[]) WITH ORDINALITY AS place (id, at)
       WHERE job_role_level.id = place.id`,
      [levels.map(({ id }) => id)],
    );
    for (const { id } of levels) viewer.forget('job-role-level', id);
  }

  private async codes(viewer: Viewer, frameworkId: string): Promise<Set<string>> {
    const [known] = await viewer.tx.query<{ codes: string[] }>(
      `SELECT coalesce(array_agg(code), '{}') AS codes FROM job_role_level WHERE framework_id = $1`,
      [frameworkId],
    );
    return new Set(known?.codes);
  }
}
