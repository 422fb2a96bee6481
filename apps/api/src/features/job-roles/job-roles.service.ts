import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { JobFamily, JobRole, JobRoleLevel } from '../skills/job-role.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { PeopleStandHere } from './job-role.refusals.js';
import { placed } from './places.rules.js';
import { codeFor } from './role-codes.rules.js';
import { RoleDraftsService } from './role-drafts.service.js';
import { RoleLevelsService } from './role-levels.service.js';
import { lineProblems, nameProblems, textProblems, writtenLines } from './role-texts.rules.js';

type No = InvalidInput | NotAllowed | NotFound;

export interface RoleChange {
  name?: string | null;
  description?: string | null;
  responsibilities?: string[] | null;
  familyId?: string | null;
  /** Its place in its family, counted from 0. */
  position?: number | null;
}

/** Job roles in a draft: begun, described, moved, copied, removed. */
@Injectable()
export class JobRolesService {
  constructor(
    private readonly drafts: RoleDraftsService,
    private readonly frameworks: FrameworksService,
    private readonly levels: RoleLevelsService,
    private readonly skills: SkillsService,
  ) {}

  async find(viewer: Viewer, id: string): Promise<JobRole | null> {
    const role = isId(id) ? await this.frameworks.roleById(viewer, id) : null;
    return role && (await this.frameworks.find(viewer, role.frameworkId)) ? role : null;
  }

  async findLevel(viewer: Viewer, id: string): Promise<JobRoleLevel | null> {
    const level = isId(id) ? await this.skills.jobRoleLevelById(viewer, id) : null;
    return level && (await this.frameworks.find(viewer, level.frameworkId)) ? level : null;
  }

  /** A role begins with its ladder: without a level nobody could stand on it. */
  async add(viewer: Viewer, familyId: string, name: string, levels: readonly string[]): Promise<JobRole | No> {
    const held = await this.drafts.holdFamily(viewer, familyId);
    if (!('family' in held)) return held;
    const problems = this.problems({ name });
    if (levels.length === 0) problems.push(new InputProblem('levels', 'A job role needs at least one level.'));
    problems.push(...this.levels.nameProblems('levels', levels));
    if (problems.length > 0) return new InvalidInput(problems);
    const role = await this.insert(viewer, held.family, { name, description: '', responsibilities: [] });
    await this.levels.insert(viewer, role, levels);
    return role;
  }

  async change(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
    change: RoleChange,
  ): Promise<JobRole | No | ChangedMeanwhile> {
    const held = await this.drafts.holdRole(viewer, id, expectedRevision);
    if (!('role' in held)) return held;
    const { role, framework } = held;
    const problems = this.problems(change);
    const familyId = change.familyId ?? role.familyId;
    const family = isId(familyId) ? await viewer.tx.manager.findOneBy(JobFamily, { id: familyId }) : null;
    if (family?.frameworkId !== framework.id)
      problems.push(new InputProblem('familyId', 'This family is not one of the framework.'));
    if (problems.length > 0) return new InvalidInput(problems);
    await viewer.tx.manager.update(JobRole, { id }, { ...columnsOf(change), familyId });
    if (typeof change.position === 'number' || familyId !== role.familyId)
      await this.order(viewer, familyId, id, change.position ?? Number.MAX_SAFE_INTEGER);
    return this.drafts.saved(viewer, role);
  }

  /** The same ladder with the same requirements under another name, in the same family. */
  async copy(viewer: Viewer, id: string, name: string): Promise<JobRole | No> {
    const held = await this.drafts.holdRole(viewer, id);
    if (!('role' in held)) return held;
    const problems = this.problems({ name });
    if (problems.length > 0) return new InvalidInput(problems);
    const family = await viewer.tx.manager.findOneByOrFail(JobFamily, { id: held.role.familyId });
    const role = await this.insert(viewer, family, {
      name,
      description: held.role.description,
      responsibilities: held.role.responsibilities,
    });
    await this.levels.copyAll(viewer, held.role, role);
    return role;
  }

  async remove(viewer: Viewer, id: string): Promise<JobFamily | No | PeopleStandHere> {
    const held = await this.drafts.holdRole(viewer, id);
    if (!('role' in held)) return held;
    const levels = await viewer.tx.manager.findBy(JobRoleLevel, { roleId: id });
    const inTheWay = await this.levels.peopleInTheWay(viewer, levels, held.role.name);
    if (inTheWay) return inTheWay;
    await this.levels.removeRows(viewer, levels);
    await viewer.tx.manager.delete(JobRole, { id });
    this.frameworks.forgetRole(viewer, held.role);
    return viewer.tx.manager.findOneByOrFail(JobFamily, { id: held.role.familyId });
  }

  private async insert(
    viewer: Viewer,
    family: JobFamily,
    texts: Pick<JobRole, 'name' | 'description' | 'responsibilities'>,
  ): Promise<JobRole> {
    const [known] = await viewer.tx.query<{ codes: string[]; last: number }>(
      `SELECT coalesce(array_agg(code), '{}') AS codes, coalesce(max(position) FILTER (WHERE family_id = $2), -1) AS last
       FROM job_role WHERE framework_id = $1`,
      [family.frameworkId, family.id],
    );
    const role = viewer.tx.manager.create(JobRole, {
      id: newId(),
      frameworkId: family.frameworkId,
      familyId: family.id,
      code: codeFor(texts.name, new Set(known?.codes)),
      name: texts.name.trim(),
      description: texts.description,
      responsibilities: texts.responsibilities,
      position: (known?.last ?? -1) + 1,
      revision: 1,
      uri: null,
      alternativeTitles: [],
      source: {},
    });
    await viewer.tx.manager.insert(JobRole, role);
    this.frameworks.forgetRole(viewer, role);
    return role;
  }

  private async order(viewer: Viewer, familyId: string, id: string, place: number): Promise<void> {
    const roles = await viewer.tx.manager.find(JobRole, {
      where: { familyId },
      order: { position: 'ASC', id: 'ASC' },
      select: { id: true },
    });
    await viewer.tx.query(
      `UPDATE job_role SET position = place.at - 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS place (id, at)
       WHERE job_role.id = place.id`,
      [placed(roles, id, place).map((role) => role.id)],
    );
  }

  private problems(change: RoleChange): InputProblem[] {
    return [
      ...nameProblems('name', change.name, 'A job role'),
      ...textProblems('description', change.description, 'text'),
      ...lineProblems('responsibilities', change.responsibilities),
    ].map(({ field, message }) => new InputProblem(field, message));
  }
}

function columnsOf({ name, description, responsibilities }: RoleChange): Partial<JobRole> {
  return {
    ...(typeof name === 'string' ? { name: name.trim() } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(responsibilities ? { responsibilities: writtenLines(responsibilities) } : {}),
  };
}
