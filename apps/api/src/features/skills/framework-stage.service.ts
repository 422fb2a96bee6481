import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId, newIds } from '../../platform/database/id.js';
import { DIFFERENCES_NAMED, differences, firstOf, STAGED_OBJECTS, staged } from './framework-compare.rules.js';
import { countContent, type FrameworkContent } from './framework-content.rules.js';
import type { FrameworkObject, OutcomeCounts } from './framework-import.entity.js';
import { copyText, stagedTables } from './framework-rows.rules.js';

/** So many rows of one kind of thing are kept for people to look through. */
const MOST_KEPT = 1_000;

type Told = (percent: number) => Promise<void>;

/**
 * A version before it is one: its rows lie in temporary tables, are compared there with what is recorded, and go on from
 * there in one statement per table. COPY goes past row-level rules and is therefore refused on the tables themselves.
 */
@Injectable()
export class FrameworkStage {
  /** Lays the content out; gives the id that the version will have. Skills that the series knows by their code stay the same. */
  async lay(viewer: Viewer, seriesId: string, content: FrameworkContent, told: Told = nobody): Promise<string> {
    const { tx } = viewer;
    // Compiling the comparison costs more than it; its joins fit into this much memory each, and nothing is sorted for them.
    await tx.query(`SET LOCAL jit = off; SET LOCAL work_mem = '64MB'; SET LOCAL enable_mergejoin = off`);
    const known = await tx.query<{ id: string; code: string }>('SELECT id, code FROM skill WHERE series_id = $1', [
      seriesId,
    ]);
    const ids = newIds();
    const next = () => ids.next().value;
    const before = new Map(known.map(({ id, code }) => [code, id]));
    // By the very texts that the content names skills with: comparing those letter by letter took a third of this.
    const skillIds = new Map<string, string>();
    const fresh: string[][] = [];
    for (const { id: code } of content.skills) {
      const id = before.get(code) ?? next();
      skillIds.set(code, id);
      if (!before.has(code)) fresh.push([id, seriesId, code]);
    }
    const frameworkId = next();
    const given = { next, skill: (code: string) => idOf(skillIds, code) };
    await this.fill(viewer, 'skill', ['id', 'series_id', 'code'], fresh);
    for (const [at, { table, columns, rows }] of stagedTables().entries()) {
      await this.fill(viewer, table, columns, rows(content, given));
      await told(at + 1);
    }
    return frameworkId;
  }

  /**
   * What a source said besides is taken over from the version, for files that have no place for it. Both sides lie apart and
   * counted: a version written since the database last counted seems empty to it, and would be gone through row by row.
   */
  async keepSources(viewer: Viewer, baseId: string): Promise<void> {
    for (const { table, joins, same } of KEPT_SOURCES) {
      await viewer.tx.query(
        `CREATE TEMP TABLE was ON COMMIT DROP AS SELECT it.source${same.columns} FROM ${table} it${joins((each) => each)}
           WHERE it.framework_id = '${baseId}';
         CREATE TEMP TABLE named ON COMMIT DROP AS SELECT it.ctid AS row_at${same.columns} FROM ${staged(table)} it${joins(staged)};
         ANALYZE was; ANALYZE named; ANALYZE ${staged(table)};
         UPDATE ${staged(table)} becomes SET source = was.source FROM was, named
           WHERE named.row_at = becomes.ctid AND ${same.when};
         DROP TABLE was, named`,
      );
    }
  }

  /** Notes everything that differs from the version, and counts it. Null: there is none yet, so that all of it is new. */
  async compare(viewer: Viewer, content: FrameworkContent, baseId: string | null): Promise<OutcomeCounts[]> {
    const { tx } = viewer;
    await tx.query('DROP TABLE IF EXISTS staged_difference');
    await tx.query(
      `CREATE TEMP TABLE staged_difference ON COMMIT DROP AS ${baseId ? differences(baseId) : firstOf(MOST_KEPT)}`,
    );
    const all = stagedCounts(content);
    if (!baseId)
      return STAGED_OBJECTS.map((object) => ({ object, create: all[object], update: 0, unchanged: 0, remove: 0 }));
    const found = await tx.query<Omit<OutcomeCounts, 'unchanged'>>(
      `SELECT object, count(*) FILTER (WHERE outcome = 'CREATE')::int AS create,
         count(*) FILTER (WHERE outcome = 'UPDATE')::int AS update, count(*) FILTER (WHERE outcome = 'REMOVE')::int AS remove
       FROM staged_difference GROUP BY object`,
    );
    return STAGED_OBJECTS.map((object) => {
      const { create = 0, update = 0, remove = 0 } = found.find((each) => each.object === object) ?? {};
      return { object, create, update, unchanged: all[object] - create - update, remove };
    });
  }

  /** The digest of everything that differs. */
  async digest(viewer: Viewer): Promise<string> {
    // A skill that is new has another id each time; its code stays.
    const [row] = await viewer.tx.query<{ digest: string }>(
      `SELECT coalesce(md5(string_agg(line, '' ORDER BY line)), '') AS digest FROM (
         SELECT md5(concat_ws('|', object, outcome, each.code, name, coalesce(origin.code, each.origin::text),
           coalesce(target.code, each.target::text), fields)) AS line
         FROM staged_difference each LEFT JOIN staged_skill origin ON origin.id = each.origin
         LEFT JOIN staged_skill target ON target.id = each.target) said`,
    );
    return row?.digest ?? '';
  }

  /** Keeps the first of what differs with an import, for people to look through. */
  async keepDifferences(viewer: Viewer, importId: string): Promise<void> {
    // They are looked for by their ids below.
    await viewer.tx.query('CREATE INDEX ON staged_skill (id); CREATE INDEX ON staged_skill_revision (skill_id)');
    await viewer.tx.query(
      `INSERT INTO framework_import_row (import_id, n, object, outcome, code, name, fields)
       SELECT $2, row_number() OVER (ORDER BY object, outcome, name, code), object, outcome, code, name, fields FROM (${DIFFERENCES_NAMED}) named`,
      [MOST_KEPT, importId],
    );
  }

  /** Writes what lies here, once its version has its own row. */
  async write(viewer: Viewer, frameworkId: string): Promise<void> {
    const { tx } = viewer;
    await tx.query(`INSERT INTO skill (id, series_id, code) SELECT id, series_id, code FROM ${staged('skill')}`);
    for (const { table, columns } of stagedTables()) {
      const list = quoted(columns);
      const [id, numbered] = columns.includes('id') ? ['', ''] : ['id, ', `${NUMBERED}, `];
      await tx.query(
        `INSERT INTO ${table} (${id}framework_id, ${list}) SELECT ${numbered}$1::uuid, ${list} FROM ${staged(table)}`,
        numbered ? [frameworkId, newId()] : [frameworkId],
      );
    }
  }

  private async fill(
    viewer: Viewer,
    table: string,
    columns: readonly string[],
    rows: Parameters<typeof copyText>[0],
  ): Promise<void> {
    const into = staged(table);
    await viewer.tx.query(
      `DROP TABLE IF EXISTS ${into};
       CREATE TEMP TABLE ${into} ON COMMIT DROP AS SELECT ${quoted(columns)} FROM ${table} WITH NO DATA`,
    );
    await viewer.tx.copyIn(`COPY ${into} FROM STDIN`, Readable.from(copyText(rows)));
  }
}

/** Ids one after another, from one that was just made: its last twelve digits count. */
const NUMBERED = `overlay($2::text PLACING lpad(to_hex(row_number() OVER ()), 12, '0') FROM 25)::uuid`;

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

interface KeptSource {
  table: string;
  joins(table: (name: string) => string): string;
  same: { columns: string; when: string };
}

/** By which names a row of one version is that of another. */
const KEPT_SOURCES: readonly KeptSource[] = [
  kept('skill_revision', () => '', { skill: 'it.skill_id' }),
  kept('skill_relation', () => '', {
    type: 'it.type',
    origin: 'it.origin_skill_id',
    target: 'coalesce(it.target_skill_id::text, it.target_uri)',
  }),
  kept('job_role', () => '', { code: 'it.code' }),
  kept('job_role_requirement', (t) => ` JOIN ${t('job_role_level')} level ON level.id = it.job_role_level_id`, {
    level: 'level.code',
    skill: 'it.skill_id',
  }),
  kept(
    'job_role_edge',
    (t) =>
      ` JOIN ${t('job_role_level')} a ON a.id = it.from_level_id JOIN ${t('job_role_level')} b ON b.id = it.to_level_id`,
    { from: 'a.code', to: 'b.code' },
  ),
];

function kept(table: string, joins: KeptSource['joins'], names: Record<string, string>): KeptSource {
  const columns = Object.entries(names).map(([name, of]) => `, ${of} AS same_${name}`);
  const when = Object.keys(names).map((name) => `was.same_${name} = named.same_${name}`);
  return { table, joins, same: { columns: columns.join(''), when: when.join(' AND ') } };
}

const nobody: Told = () => Promise.resolve();

function stagedCounts(content: FrameworkContent): Record<FrameworkObject, number> {
  const counts = countContent(content);
  return {
    FRAMEWORK: 1,
    SCALE_LEVEL: content.levels.length,
    SKILL: counts.skills,
    SKILL_RELATION: content.relations?.length ?? 0,
    JOB_FAMILY: counts.jobFamilies,
    JOB_ROLE: counts.jobRoles,
    JOB_ROLE_LEVEL: counts.jobRoleLevels,
    REQUIREMENT: counts.requirements,
    JOB_ROLE_EDGE: content.edges?.length ?? 0,
  };
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`The framework names a skill that it does not hold: ${code}`);
  return id;
}
