import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { SkillFramework } from '../skills/framework.entity.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { JobFamily, JobRole } from '../skills/job-role.entity.js';
import { placed } from './places.rules.js';
import { codeFor } from './role-codes.rules.js';
import { RoleDraftsService } from './role-drafts.service.js';
import { nameProblems } from './role-texts.rules.js';

type No = InvalidInput | NotAllowed | NotFound;

/** Families of job roles in a draft. */
@Injectable()
export class JobFamiliesService {
  constructor(
    private readonly drafts: RoleDraftsService,
    private readonly frameworks: FrameworksService,
  ) {}

  async add(viewer: Viewer, frameworkId: string, name: string): Promise<JobFamily | No> {
    const framework = await this.drafts.hold(viewer, frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const families = await this.frameworks.familiesOf(viewer, framework.id);
    const problems = this.problems(name, families);
    if (problems.length > 0) return new InvalidInput(problems);
    const family = viewer.tx.manager.create(JobFamily, {
      id: newId(),
      frameworkId: framework.id,
      code: codeFor(name, new Set(families.map(({ code }) => code))),
      name: name.trim(),
      position: Math.max(-1, ...families.map(({ position }) => position)) + 1,
    });
    await viewer.tx.manager.insert(JobFamily, family);
    return family;
  }

  async change(
    viewer: Viewer,
    id: string,
    change: { name?: string | null; position?: number | null },
  ): Promise<JobFamily | No> {
    const held = await this.drafts.holdFamily(viewer, id);
    if (!('family' in held)) return held;
    const families = await this.frameworks.familiesOf(viewer, held.framework.id);
    const others = families.filter((family) => family.id !== id);
    const problems = typeof change.name === 'string' ? this.problems(change.name, others) : [];
    if (problems.length > 0) return new InvalidInput(problems);
    if (typeof change.name === 'string')
      await viewer.tx.manager.update(JobFamily, { id }, { name: change.name.trim() });
    if (typeof change.position === 'number') await this.order(viewer, placed(families, id, change.position));
    viewer.forget('job-family', id);
    return viewer.tx.manager.findOneByOrFail(JobFamily, { id });
  }

  async remove(viewer: Viewer, id: string): Promise<SkillFramework | No> {
    const held = await this.drafts.holdFamily(viewer, id);
    if (!('family' in held)) return held;
    const roles = await viewer.tx.manager.countBy(JobRole, { familyId: id });
    if (roles > 0)
      return InvalidInput.of('id', `“${held.family.name}” still holds ${roles} job roles. Move or remove them first.`);
    await viewer.tx.manager.delete(JobFamily, { id });
    return held.framework;
  }

  private problems(name: string, others: readonly JobFamily[]): InputProblem[] {
    const wrong = nameProblems('name', name, 'A family');
    const same = others.find((family) => family.name.trim().toLowerCase() === name.trim().toLowerCase());
    if (same) wrong.push({ field: 'name', message: `There is a family “${same.name}” already.` });
    return wrong.map(({ field, message }) => new InputProblem(field, message));
  }

  private async order(viewer: Viewer, families: readonly JobFamily[]): Promise<void> {
    await viewer.tx.query(
      `UPDATE job_family SET position = place.at - 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS place (id, at)
       WHERE job_family.id = place.id`,
      [families.map(({ id }) => id)],
    );
  }
}
