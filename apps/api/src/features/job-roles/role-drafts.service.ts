import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { ChangedMeanwhile, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { DraftSteps } from '../skills/draft-steps.service.js';
import { SkillFramework } from '../skills/framework.entity.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { JobFamily, JobRole, JobRoleLevel } from '../skills/job-role.entity.js';

type No = NotAllowed | NotFound;

/** What is held for a change: others who change the same draft wait until this transaction has ended. */
export interface HeldRole {
  framework: SkillFramework;
  role: JobRole;
}

/** Opens drafts of the job architecture for a change. What is published is looked at only. */
@Injectable()
export class RoleDraftsService {
  constructor(
    private readonly steps: DraftSteps,
    private readonly frameworks: FrameworksService,
  ) {}

  async hold(viewer: Viewer, frameworkId: string, missing = 'This framework'): Promise<SkillFramework | No> {
    const held = await this.steps.hold(viewer, frameworkId);
    return held instanceof NotFound ? new NotFound(missing) : held;
  }

  async holdFamily(viewer: Viewer, id: string): Promise<{ framework: SkillFramework; family: JobFamily } | No> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(JobFamily, { id }) : null;
    if (!seen) return new NotFound('This family');
    const framework = await this.hold(viewer, seen.frameworkId, 'This family');
    if (!(framework instanceof SkillFramework)) return framework;
    const family = await viewer.tx.manager.findOneBy(JobFamily, { id });
    return family ? { framework, family } : new NotFound('This family');
  }

  /** With a revision: only when nobody saved in between. */
  async holdRole(viewer: Viewer, id: string): Promise<HeldRole | No>;
  async holdRole(viewer: Viewer, id: string, expectedRevision: number): Promise<HeldRole | No | ChangedMeanwhile>;
  async holdRole(viewer: Viewer, id: string, expectedRevision?: number): Promise<HeldRole | No | ChangedMeanwhile> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(JobRole, { id }) : null;
    if (!seen) return new NotFound('This job role');
    const framework = await this.hold(viewer, seen.frameworkId, 'This job role');
    if (!(framework instanceof SkillFramework)) return framework;
    const role = await viewer.tx.manager.findOneBy(JobRole, { id });
    if (!role) return new NotFound('This job role');
    return expectedRevision !== undefined && role.revision !== expectedRevision
      ? new ChangedMeanwhile(role.revision)
      : { framework, role };
  }

  async holdLevel(viewer: Viewer, id: string): Promise<(HeldRole & { level: JobRoleLevel }) | No>;
  async holdLevel(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
  ): Promise<(HeldRole & { level: JobRoleLevel }) | No | ChangedMeanwhile>;
  async holdLevel(
    viewer: Viewer,
    id: string,
    expectedRevision?: number,
  ): Promise<(HeldRole & { level: JobRoleLevel }) | No | ChangedMeanwhile> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(JobRoleLevel, { id }) : null;
    if (!seen) return new NotFound('This level');
    const held =
      expectedRevision === undefined
        ? await this.holdRole(viewer, seen.roleId)
        : await this.holdRole(viewer, seen.roleId, expectedRevision);
    if (!('role' in held)) return held instanceof NotFound ? new NotFound('This level') : held;
    const level = await viewer.tx.manager.findOneBy(JobRoleLevel, { id });
    return level ? { ...held, level } : new NotFound('This level');
  }

  /** One save more; whoever saves on what was before is told. */
  async saved(viewer: Viewer, role: JobRole): Promise<JobRole> {
    await viewer.tx.manager.increment(JobRole, { id: role.id }, 'revision', 1);
    this.frameworks.forgetRole(viewer, role);
    return viewer.tx.manager.findOneByOrFail(JobRole, { id: role.id });
  }
}
