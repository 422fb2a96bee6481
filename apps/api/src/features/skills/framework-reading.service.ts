import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { streamed } from '../../platform/database/streamed.js';
import type { OutgoingLevel } from './case-items-out.rules.js';
import {
  type RelationRow,
  type RequirementRow,
  type RowKind,
  type RowOf,
  ROWS,
  type SkillEnd,
  type StoredRelation,
  type StoredRequirement,
  type StoredSkill,
} from './framework-rows.js';
import { SkillsService } from './skills.service.js';

type Ends = Map<string, SkillEnd>;
/** What is known of the skills of a version before the rows come. */
interface Known {
  ends: Ends;
  asked: ReadonlyMap<string, number[]>;
  below: ReadonlySet<string>;
}
type Stored = {
  [Kind in RowKind]: Kind extends 'skills'
    ? StoredSkill
    : Kind extends 'relations'
      ? StoredRelation
      : Kind extends 'requirements'
        ? StoredRequirement
        : RowOf[Kind];
};

/** Reads the content of a framework version to go out, a handful of rows in memory, however large it is. */
@Injectable()
export class FrameworkReadingService {
  constructor(private readonly skills: SkillsService) {}

  /**
   * One kind after another: there is one cursor. Ends are named here and not by joins: right after an import nobody has
   * counted the tables yet, and the database would join them in the slowest way it knows.
   */
  async *rows<Kind extends RowKind>(viewer: Viewer, frameworkId: string, kind: Kind): AsyncGenerator<RowOf[Kind]> {
    const known = await this.knownFor(viewer, frameworkId, kind, null);
    for await (const row of streamed<Stored[Kind]>(viewer, ROWS[kind](), [frameworkId]))
      yield await this.named(viewer, kind, row, known);
  }

  /** Those that one more condition leaves; `$2` is its parameter. */
  async some<Kind extends RowKind>(
    viewer: Viewer,
    frameworkId: string,
    kind: Kind,
    where: string,
    value: unknown,
  ): Promise<RowOf[Kind][]> {
    const rows = await viewer.tx.query<Stored[Kind]>(ROWS[kind](`AND ${where}`), [frameworkId, value]);
    const known = await this.knownFor(viewer, frameworkId, kind, rows.flatMap(skillsOf));
    const named: RowOf[Kind][] = [];
    for (const row of rows) named.push(await this.named(viewer, kind, row, known));
    return named;
  }

  async scale(viewer: Viewer, frameworkId: string): Promise<OutgoingLevel[]> {
    return (await this.skills.scaleOf(viewer, frameworkId)).levels;
  }

  private async knownFor(viewer: Viewer, frameworkId: string, kind: RowKind, ids: string[] | null): Promise<Known> {
    const ends = kind === 'relations' || kind === 'requirements';
    return {
      ends: ends ? await this.endsOf(viewer, frameworkId, ids) : new Map<string, SkillEnd>(),
      asked: kind === 'skills' ? await this.askedOf(viewer, frameworkId, ids) : new Map<string, number[]>(),
      below: kind === 'skills' ? await this.belowOf(viewer, frameworkId, ids) : new Set<string>(),
    };
  }

  private async named<Kind extends RowKind>(
    viewer: Viewer,
    kind: Kind,
    row: Stored[Kind],
    { ends, asked, below }: Known,
  ): Promise<RowOf[Kind]> {
    if (kind === 'skills') {
      const skill = row as StoredSkill;
      const more = { asked: asked.get(skill.id) ?? [], below: below.has(skill.id) };
      const whole: RowOf[RowKind] = { ...skill, ...more };
      return whole as RowOf[Kind];
    }
    if (kind === 'relations') {
      const relation = row as StoredRelation;
      const { targetId, targetUri: uri, targetTitle: name } = relation;
      const target = targetId ? await this.end(viewer, targetId, ends) : { ...NOTHING, uri, name };
      const origin = await this.end(viewer, relation.originId, ends);
      return { ...relation, origin, target } satisfies RelationRow as RowOf[Kind];
    }
    if (kind === 'requirements') {
      const requirement = row as StoredRequirement;
      const skill = await this.end(viewer, requirement.skillId, ends);
      return { ...requirement, skill } satisfies RequirementRow as RowOf[Kind];
    }
    return row as RowOf[Kind];
  }

  private async askedOf(viewer: Viewer, frameworkId: string, ids: string[] | null): Promise<Map<string, number[]>> {
    const rows = await viewer.tx.query<{ id: string; levels: number[] }>(
      `SELECT skill_id AS id, array_agg(DISTINCT level_ordinal ORDER BY level_ordinal) AS levels FROM job_role_requirement
       WHERE framework_id = $1 AND level_ordinal IS NOT NULL AND ($2::uuid[] IS NULL OR skill_id = ANY ($2)) GROUP BY skill_id`,
      [frameworkId, ids],
    );
    return new Map(rows.map(({ id, levels }) => [id, levels]));
  }

  private async belowOf(viewer: Viewer, frameworkId: string, ids: string[] | null): Promise<Set<string>> {
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT DISTINCT origin_skill_id AS id FROM skill_relation
       WHERE framework_id = $1 AND type = 'isChildOf' AND ($2::uuid[] IS NULL OR origin_skill_id = ANY ($2))`,
      [frameworkId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** A skill of this version; one of another framework in its newest published wording. */
  private async end(viewer: Viewer, id: string, ends: Ends): Promise<SkillEnd> {
    const known = ends.get(id);
    if (known) return known;
    const [found = NOTHING] = await viewer.tx.query<SkillEnd>(
      `SELECT skill.code, skill.series_id AS "seriesId", it.name, it.uri, false AS inside, it.source ? 'case' AS "fromCase"
       FROM skill JOIN skill_revision it ON it.skill_id = skill.id
       JOIN skill_framework framework ON framework.id = it.framework_id AND framework.state <> 'DRAFT'
       WHERE skill.id = $1 ORDER BY framework.published_at DESC LIMIT 1`,
      [id],
    );
    ends.set(id, found);
    return found;
  }

  private async endsOf(viewer: Viewer, frameworkId: string, ids: string[] | null): Promise<Ends> {
    const rows = await viewer.tx.query<SkillEnd & { id: string }>(
      `SELECT skill.id, skill.code, skill.series_id AS "seriesId", it.name, it.uri, true AS inside, it.source ? 'case' AS "fromCase"
       FROM skill_revision it JOIN skill ON skill.id = it.skill_id
       WHERE it.framework_id = $1 AND ($2::uuid[] IS NULL OR it.skill_id = ANY ($2))`,
      [frameworkId, ids],
    );
    return new Map(rows.map(({ id, ...end }) => [id, end]));
  }
}

const NOTHING: SkillEnd = { code: null, name: null, uri: null, seriesId: null, inside: false, fromCase: false };

function skillsOf(row: object): string[] {
  const { id, originId, targetId, skillId } = row as Partial<StoredRelation & StoredRequirement>;
  return [id, originId, targetId, skillId].filter((id) => typeof id === 'string');
}
