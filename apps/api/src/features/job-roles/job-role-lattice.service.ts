import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { searchPattern } from '../../platform/graphql/connection.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import type { JobRole } from '../skills/job-role.entity.js';

/** More are not drawn at once: of a framework with thousands of job roles one looks at a family, or searches. */
const MOST_ROLES = 100;

export interface LatticeFamily {
  id: string;
  name: string;
  roles: number;
  levels: number;
}

export interface RoleLattice {
  framework: SkillFramework;
  families: LatticeFamily[];
  roles: JobRole[];
  /** How many there are that fit, shown or not. */
  matching: number;
}

/** The job roles of one framework version as a whole, or of some of its families. */
@Injectable()
export class JobRoleLatticeService {
  constructor(private readonly frameworks: FrameworksService) {}

  async of(
    viewer: Viewer,
    frameworkId: string,
    wanted: { familyIds?: readonly string[] | null; search?: string | null },
  ): Promise<RoleLattice | null> {
    const framework = await this.frameworks.find(viewer, frameworkId);
    if (!framework) return null;
    const families = await viewer.tx.query<LatticeFamily>(
      `SELECT family.id, family.name, count(DISTINCT role.id)::int AS roles, count(level.id)::int AS levels
       FROM job_family family LEFT JOIN job_role role ON role.family_id = family.id
       LEFT JOIN job_role_level level ON level.role_id = role.id
       WHERE family.framework_id = $1 GROUP BY family.id ORDER BY family.position, family.id`,
      [framework.id],
    );
    const found = await viewer.tx.query<{ id: string; matching: number }>(
      `SELECT role.id, count(*) OVER ()::int AS matching
       FROM job_role role JOIN job_family family ON family.id = role.family_id
       WHERE role.framework_id = $1 AND ($2::uuid[] IS NULL OR role.family_id = ANY ($2))
         AND ($3::text IS NULL OR role.name ILIKE $3 OR EXISTS (
           SELECT FROM job_role_level level WHERE level.role_id = role.id AND level.name ILIKE $3)
           OR EXISTS (SELECT FROM unnest(role.alternative_titles) title WHERE title ILIKE $3))
       ORDER BY family.position, family.id, role.position, role.id LIMIT ${MOST_ROLES}`,
      [framework.id, wanted.familyIds?.length ? wanted.familyIds.filter(isId) : null, searchPattern(wanted.search)],
    );
    const roles = await Promise.all(found.map(({ id }) => this.frameworks.roleById(viewer, id)));
    return {
      framework,
      families,
      roles: roles.filter((role) => role !== null),
      matching: found[0]?.matching ?? 0,
    };
  }

  /** How many skills a rung asks for. */
  async asks(viewer: Viewer, levelId: string): Promise<number> {
    const count = await viewer.load('number-of-requirements', levelId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; n: number }>(
        `SELECT job_role_level_id AS id, count(*)::int AS n FROM job_role_requirement
         WHERE job_role_level_id = ANY ($1::uuid[]) GROUP BY 1`,
        [[...ids]],
      );
      return new Map(rows.map((row) => [row.id, row.n]));
    });
    return count ?? 0;
  }
}
