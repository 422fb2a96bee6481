import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { DraftSteps } from './draft-steps.service.js';
import {
  type FrameworkChanges,
  frameworkColumns,
  frameworkProblems,
  nextVersionName,
} from './framework-draft.rules.js';
import { SkillFramework } from './framework.entity.js';
import './framework.policy.js';
import { FrameworksService } from './frameworks.service.js';
import { FrameworkDrafted } from './skills.events.js';

type Refused = InvalidInput | NotAllowed | NotFound;

/** The draft of a framework's next version: begun as a copy of the published one, and what it says of itself. */
@Injectable()
export class FrameworkDraftService {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly steps: DraftSteps,
  ) {}

  /** One draft at a time: the one that is there already is given back. */
  async startNext(viewer: Viewer, id: string): Promise<SkillFramework | Refused> {
    const base = await this.frameworks.find(viewer, id);
    if (!base) return new NotFound('This framework');
    await this.frameworks.oneAtATime(viewer, base.seriesId);
    const versions = await viewer.tx.manager.findBy(SkillFramework, { seriesId: base.seriesId });
    const begun = versions.find((version) => version.state === 'DRAFT');
    if (begun) return begun;
    if (!can(viewer, 'startNextVersion', base))
      return new NotAllowed('The next version begins from the published one.');

    const draft = viewer.tx.manager.merge(SkillFramework, viewer.tx.manager.create(SkillFramework, base), {
      id: newId(),
      version: nextVersionName(base.version, (name) => versions.some((version) => version.version === name)),
      state: 'DRAFT',
      createdAt: viewer.now,
      publishedAt: null,
      revision: 1,
      basedOnId: base.id,
    });
    await viewer.tx.manager.insert(SkillFramework, draft);
    await this.copy(viewer, base.id, draft.id);
    await record(viewer, new FrameworkDrafted(draft.id));
    return draft;
  }

  async save(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
    changes: FrameworkChanges,
  ): Promise<SkillFramework | Refused | ChangedMeanwhile> {
    const draft = await this.steps.hold(viewer, id);
    if (!(draft instanceof SkillFramework)) return draft;
    if (draft.revision !== expectedRevision) return new ChangedMeanwhile(draft.revision);
    const problems = frameworkProblems(changes).map(({ field, message }) => new InputProblem(field, message));
    const version = changes.version?.trim();
    if (version && version !== draft.version && (await this.taken(viewer, draft, version)))
      problems.push(new InputProblem('version', 'Another version of this framework has this name.'));
    if (problems.length) return new InvalidInput(problems);
    await viewer.tx.manager.update(
      SkillFramework,
      { id: draft.id },
      { ...frameworkColumns(changes), revision: draft.revision + 1 },
    );
    viewer.forget('framework', draft.id);
    return viewer.tx.manager.findOneByOrFail(SkillFramework, { id: draft.id });
  }

  /** What job roles ask for is by far the most: it goes piece by piece, so that no statement outlasts a request's patience. */
  private async copy(viewer: Viewer, fromId: string, toId: string): Promise<void> {
    for (const statement of BEFORE_REQUIREMENTS) await viewer.tx.query(statement, [fromId, toId]);
    const rungs = await viewer.tx.query<{ id: string }>(
      'SELECT id FROM job_role_level WHERE framework_id = $1 ORDER BY id',
      [fromId],
    );
    const ids = rungs.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += RUNGS_AT_ONCE)
      await viewer.tx.query(`${REQUIREMENTS} AND job_role_level_id = ANY ($3::uuid[])`, [
        ...[fromId, toId],
        ids.slice(at, at + RUNGS_AT_ONCE),
      ]);
    await viewer.tx.query(EDGES, [fromId, toId]);
  }

  private async taken(viewer: Viewer, { id, seriesId }: SkillFramework, version: string): Promise<boolean> {
    const other = await viewer.tx.manager.findOneBy(SkillFramework, { seriesId, version });
    return other !== null && other.id !== id;
  }
}

const RUNGS_AT_ONCE = 400;

/**
 * The id of a row's copy: its own with the moment at which the draft began, which is what the id of the draft ($2) begins
 * with. So nothing has to be looked up between the statements, and the copies lie in the indexes in the order of their rows.
 */
const copied = (id: string) => `overlay(${id}::text placing left($2::uuid::text, 13) from 1)::uuid`;

/** Everything of one table, from version $1 to $2. `ids`: the row's own, and those of rows that are copied too. */
const copyOf = (table: string, ids: string[], columns: string) =>
  `INSERT INTO ${table} (framework_id, ${ids.join(', ')}, ${columns})
   SELECT $2::uuid, ${ids.map(copied).join(', ')}, ${columns} FROM ${table} WHERE framework_id = $1`;

const BEFORE_REQUIREMENTS = [
  copyOf(
    'skill_revision',
    ['id'],
    'skill_id, name, description, descriptors, position, kind, category, synonyms, coding, uri, notes, source',
  ),
  copyOf(
    'skill_relation',
    ['id'],
    'type, origin_skill_id, target_skill_id, target_uri, target_title, position, source',
  ),
  copyOf('job_family', ['id'], 'code, name, position'),
  copyOf(
    'job_role',
    ['id', 'family_id'],
    'code, name, description, responsibilities, position, uri, alternative_titles, source',
  ),
  copyOf('job_role_level', ['id', 'role_id'], 'code, name, "order", description, responsibilities, facts'),
];
const REQUIREMENTS = copyOf(
  'job_role_requirement',
  ['id', 'job_role_level_id'],
  'skill_id, level_ordinal, importance, must_have, position, adopted_from, source',
);
const EDGES = copyOf('job_role_edge', ['id', 'from_level_id', 'to_level_id'], 'kind, origin, note, source');
