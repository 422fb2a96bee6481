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
    for (const statement of COPY) await viewer.tx.query(statement, [base.id, draft.id]);
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

  private async taken(viewer: Viewer, { id, seriesId }: SkillFramework, version: string): Promise<boolean> {
    const other = await viewer.tx.manager.findOneBy(SkillFramework, { seriesId, version });
    return other !== null && other.id !== id;
  }
}

/**
 * Everything that belongs to a version, from $1 to $2. Rows find their new owners by the codes that are unique in a
 * version, so nothing has to be remembered between the statements.
 */
const COPY = [
  `INSERT INTO skill_revision (id, skill_id, framework_id, name, description, descriptors, position, kind, category, synonyms, coding, uri, notes, source)
   SELECT gen_random_uuid(), skill_id, $2, name, description, descriptors, position, kind, category, synonyms, coding, uri, notes, source
   FROM skill_revision WHERE framework_id = $1`,
  `INSERT INTO skill_relation (id, framework_id, type, origin_skill_id, target_skill_id, target_uri, target_title, position, source)
   SELECT gen_random_uuid(), $2, type, origin_skill_id, target_skill_id, target_uri, target_title, position, source
   FROM skill_relation WHERE framework_id = $1`,
  `INSERT INTO job_family (id, framework_id, code, name, position)
   SELECT gen_random_uuid(), $2, code, name, position FROM job_family WHERE framework_id = $1`,
  `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position, uri, alternative_titles, source)
   SELECT gen_random_uuid(), $2, own.id, role.code, role.name, role.description, role.responsibilities, role.position, role.uri, role.alternative_titles, role.source
   FROM job_role role JOIN job_family family ON family.id = role.family_id
   JOIN job_family own ON own.framework_id = $2 AND own.code = family.code WHERE role.framework_id = $1`,
  `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
   SELECT gen_random_uuid(), $2, own.id, level.code, level.name, level."order", level.description, level.responsibilities, level.facts
   FROM job_role_level level JOIN job_role role ON role.id = level.role_id
   JOIN job_role own ON own.framework_id = $2 AND own.code = role.code WHERE level.framework_id = $1`,
  `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position, adopted_from, source)
   SELECT gen_random_uuid(), $2, own.id, asked.skill_id, asked.level_ordinal, asked.importance, asked.must_have, asked.position, asked.adopted_from, asked.source
   FROM job_role_requirement asked JOIN job_role_level level ON level.id = asked.job_role_level_id
   JOIN job_role_level own ON own.framework_id = $2 AND own.code = level.code WHERE asked.framework_id = $1`,
  `INSERT INTO job_role_edge (id, framework_id, from_level_id, to_level_id, kind, origin, note, source)
   SELECT gen_random_uuid(), $2, own_from.id, own_to.id, edge.kind, edge.origin, edge.note, edge.source
   FROM job_role_edge edge JOIN job_role_level a ON a.id = edge.from_level_id JOIN job_role_level b ON b.id = edge.to_level_id
   JOIN job_role_level own_from ON own_from.framework_id = $2 AND own_from.code = a.code
   JOIN job_role_level own_to ON own_to.framework_id = $2 AND own_to.code = b.code WHERE edge.framework_id = $1`,
];
