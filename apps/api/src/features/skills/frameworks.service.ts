import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { ContentCounts } from './framework-content.rules.js';
import { SkillFramework } from './framework.entity.js';
import './framework.policy.js';
import { JobFamily, JobRole, JobRoleLevel } from './job-role.entity.js';
import { LevelMovesService } from './level-moves.service.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { FrameworkPublished } from './skills.events.js';

/** Framework versions: finding them, counting them, publishing them, and the job roles inside. */
@Injectable()
export class FrameworksService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly moves: LevelMovesService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(SkillFramework, 'SkillFramework', (viewer, id) => this.find(viewer, id));
  }

  /** Those that the viewer may see, newest first. */
  async all(viewer: Viewer): Promise<SkillFramework[]> {
    const frameworks = await viewer.tx.manager.find(SkillFramework, { order: { createdAt: 'DESC', id: 'DESC' } });
    return frameworks.filter((framework) => can(viewer, 'read', framework));
  }

  /** Versions of one framework that the viewer may see, newest first. */
  async versionsOf(viewer: Viewer, seriesId: string): Promise<SkillFramework[]> {
    const versions = await viewer.load('versions-of-framework', seriesId, async (ids) => {
      const found = await viewer.tx.manager.find(SkillFramework, {
        where: { seriesId: In([...ids]) },
        order: { createdAt: 'DESC', id: 'DESC' },
      });
      return rowsBy(found, (framework) => framework.seriesId);
    });
    return (versions ?? []).filter((framework) => can(viewer, 'read', framework));
  }

  byId(viewer: Viewer, id: string): Promise<SkillFramework | null> {
    return viewer.loadKept(
      'framework',
      id,
      async (ids) => {
        const found = await viewer.tx.manager.findBy(SkillFramework, { id: In([...ids]) });
        return new Map(found.map((framework) => [framework.id, framework]));
      },
      ({ state }) => state !== 'DRAFT',
    );
  }

  /** As `byId`, for an id from outside and only when the viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<SkillFramework | null> {
    const framework = isId(id) ? await this.byId(viewer, id) : null;
    return framework && can(viewer, 'read', framework) ? framework : null;
  }

  /** From now on this is the version that counts; the one before it is superseded. */
  async publish(viewer: Viewer, id: string): Promise<SkillFramework | InvalidInput | NotAllowed | NotFound> {
    const seen = await this.find(viewer, id);
    if (!seen) return new NotFound('This framework');
    if (!viewer.may('framework.manage')) return new NotAllowed('You may not publish frameworks.');
    await this.oneAtATime(viewer, seen.seriesId);
    const framework = await viewer.tx.manager.findOneByOrFail(SkillFramework, { id: seen.id });
    if (framework.contentState !== 'WHOLE') return InvalidInput.of('id', 'This version is still being copied.');
    if (!can(viewer, 'publish', framework)) return InvalidInput.of('id', 'This version is published already.');

    const { seriesId } = framework;
    const before = await viewer.tx.manager.findOneBy(SkillFramework, { seriesId, state: 'PUBLISHED' });
    if (before) await viewer.tx.manager.update(SkillFramework, { id: before.id }, { state: 'SUPERSEDED' });
    await viewer.tx.manager.update(SkillFramework, { id }, { state: 'PUBLISHED', publishedAt: viewer.now });
    await this.moves.carryOut(viewer, id);
    await record(viewer, new FrameworkPublished(id, before?.id ?? null));
    viewer.forget('framework', id);
    return viewer.tx.manager.findOneByOrFail(SkillFramework, { id });
  }

  /** Versions of one framework are written and published one after another. */
  async oneAtATime(viewer: Viewer, seriesId: string): Promise<void> {
    await viewer.tx.aloneIn(`framework ${seriesId}`);
  }

  async countsOf(viewer: Viewer, frameworkId: string): Promise<ContentCounts> {
    const counts = await viewer.load('framework-counts', frameworkId, async (ids) => {
      const rows = await viewer.tx.query<ContentCounts & { id: string }>(
        `SELECT f.id,
           (SELECT count(*)::int FROM skill_revision s WHERE s.framework_id = f.id) AS skills,
           (SELECT count(*)::int FROM job_family j WHERE j.framework_id = f.id) AS "jobFamilies",
           (SELECT count(*)::int FROM job_role j WHERE j.framework_id = f.id) AS "jobRoles",
           (SELECT count(*)::int FROM job_role_level j WHERE j.framework_id = f.id) AS "jobRoleLevels",
           (SELECT count(*)::int FROM job_role_requirement j WHERE j.framework_id = f.id) AS requirements,
           (SELECT count(*)::int FROM skill_revision s WHERE s.framework_id = f.id
             AND NOT jsonb_path_exists(s.descriptors, '$[*] ? (@ != null)')) AS "skillsWithoutDescriptors"
         FROM skill_framework f WHERE f.id = ANY ($1::uuid[])`,
        [[...ids]],
      );
      return new Map(rows.map(({ id, ...rest }) => [id, rest]));
    });
    if (!counts) throw new Error(`There is no framework ${frameworkId}.`);
    return counts;
  }

  familiesOf(viewer: Viewer, frameworkId: string): Promise<JobFamily[]> {
    return viewer.tx.manager.find(JobFamily, { where: { frameworkId }, order: { position: 'ASC' } });
  }

  familyById(viewer: Viewer, id: string): Promise<JobFamily | null> {
    return viewer.load('job-family', id, async (ids) => {
      const families = await viewer.tx.manager.findBy(JobFamily, { id: In([...ids]) });
      return new Map(families.map((family) => [family.id, family]));
    });
  }

  async rolesOf(viewer: Viewer, familyId: string): Promise<JobRole[]> {
    const roles = await viewer.load('job-roles-of-family', familyId, async (ids) => {
      const found = await viewer.tx.manager.find(JobRole, {
        where: { familyId: In([...ids]) },
        order: { position: 'ASC' },
      });
      return rowsBy(found, (role) => role.familyId);
    });
    return roles ?? [];
  }

  roleById(viewer: Viewer, id: string): Promise<JobRole | null> {
    return viewer.loadKept(
      'job-role',
      id,
      async (ids) => {
        const roles = await viewer.tx.manager.findBy(JobRole, { id: In([...ids]) });
        return new Map(roles.map((role) => [role.id, role]));
      },
      async ({ frameworkId }) => (await this.byId(viewer, frameworkId))?.state !== 'DRAFT',
    );
  }

  async levelsOf(viewer: Viewer, roleId: string): Promise<JobRoleLevel[]> {
    const levels = await viewer.load('levels-of-job-role', roleId, async (ids) => {
      const found = await viewer.tx.manager.find(JobRoleLevel, {
        where: { roleId: In([...ids]) },
        order: { order: 'ASC' },
      });
      return rowsBy(found, (level) => level.roleId);
    });
    return levels ?? [];
  }

  /** What was read of a role and its ladder is read again. */
  forgetRole(viewer: Viewer, role: JobRole): void {
    viewer.forget('job-role', role.id);
    viewer.forget('job-roles-of-family', role.familyId);
    viewer.forget('levels-of-job-role', role.id);
  }
}
