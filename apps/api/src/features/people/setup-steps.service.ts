import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { OrgUnit } from './org-unit.entity.js';

/** One thing that an installation needs before its first badge. */
export interface SetupStep {
  key: string;
  title: string;
  why: string;
  /** Where it is done in the portal. */
  path: string;
  /** Its place among the others; lower comes first. */
  order: number;
  done(viewer: Viewer): Promise<boolean>;
}

/** What is left until an installation works. Each feature registers its own steps. */
@Injectable()
export class SetupSteps {
  private readonly steps: SetupStep[] = [];

  constructor() {
    this.register({
      key: 'people',
      title: 'Bring your people in',
      why: 'Everything else is about them: who learns, who assesses, who leads whom.',
      path: '/admin/people/import',
      order: 20,
      done: async ({ tx }) => (await tx.query('SELECT 1 FROM person WHERE active OFFSET 1 LIMIT 1')).length > 0,
    });
    this.register({
      key: 'units',
      title: 'Check the organisation',
      why: 'Roles can be limited to a unit, and teams are shown by it.',
      path: '/admin/organisation',
      order: 30,
      done: ({ tx }) => tx.manager.existsBy(OrgUnit, {}),
    });
    this.register({
      key: 'second-administrator',
      title: 'Name a second administrator',
      why: 'Nobody grants roles to themselves, and most grants need a second person to agree.',
      path: '/admin/roles',
      order: 40,
      done: async ({ tx }) =>
        (
          await tx.query(
            `SELECT DISTINCT person_id FROM role_grant JOIN person ON person.id = person_id
             WHERE role = 'ADMINISTRATOR' AND scope_unit_id IS NULL AND active AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())
             OFFSET 1 LIMIT 1`,
          )
        ).length > 0,
    });
  }

  register(step: SetupStep): void {
    if (this.steps.some(({ key }) => key === step.key))
      throw new Error(`Two steps of the set-up are called ${step.key}.`);
    this.steps.push(step);
  }

  async checklist(viewer: Viewer): Promise<(Omit<SetupStep, 'done' | 'order'> & { done: boolean })[]> {
    const inOrder = [...this.steps].sort((one, other) => one.order - other.order);
    return Promise.all(
      inOrder.map(async ({ key, title, why, path, done }) => ({ key, title, why, path, done: await done(viewer) })),
    );
  }
}
