import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { FrameworkSteward } from './governance.entity.js';

/** Who looks after which framework. */
@Injectable()
export class StewardsService {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly people: PeopleService,
  ) {}

  async of(viewer: Viewer, seriesId: string): Promise<Person[]> {
    const ids = await viewer.load('stewards', seriesId, async (series) => {
      const rows = await viewer.tx.query<{ id: string; people: string[] }>(
        `SELECT series_id AS id, array_agg(person_id ORDER BY named_at, person_id) AS people
         FROM framework_steward WHERE series_id = ANY ($1::uuid[]) GROUP BY series_id`,
        [[...series]],
      );
      return new Map(rows.map(({ id, people }) => [id, people]));
    });
    const people = await Promise.all((ids ?? []).map((id) => this.people.byId(viewer, id)));
    return people.filter((person) => person !== null);
  }

  /** A steward decides, so it is somebody who may; naming one twice is naming one. */
  async name(viewer: Viewer, frameworkId: string, personId: string): Promise<SkillFramework | InvalidInput | NotFound> {
    const framework = await this.frameworks.find(viewer, frameworkId);
    if (!framework) return new NotFound('This framework');
    const person = isId(personId) ? await this.people.byId(viewer, personId) : null;
    if (!person) return InvalidInput.of('personId', 'There is no such person.');
    if (!(await this.people.hasRole(viewer, person.id, 'HR_DESIGNER')))
      return InvalidInput.of(
        'personId',
        `${person.displayName} may not manage frameworks. That needs the role HR designer.`,
      );
    await viewer.tx.query(
      'INSERT INTO framework_steward (series_id, person_id, named_by, named_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [framework.seriesId, person.id, viewer.personId, viewer.now],
    );
    viewer.forget('stewards', framework.seriesId);
    return framework;
  }

  async remove(viewer: Viewer, frameworkId: string, personId: string): Promise<SkillFramework | NotFound> {
    const framework = await this.frameworks.find(viewer, frameworkId);
    if (!framework || !isId(personId)) return new NotFound('This framework');
    await viewer.tx.manager.delete(FrameworkSteward, { seriesId: framework.seriesId, personId });
    viewer.forget('stewards', framework.seriesId);
    return framework;
  }
}
