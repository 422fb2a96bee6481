import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { dayAfter, inWords } from '../../platform/access/day.js';
import { GrantsService } from './grants.service.js';
import { COUNT_TOGETHER, LEAVERS, MERGE } from './import-merge.rules.js';
import { meantTwice, sameRows } from './import-compare.rules.js';
import { columnsOf, type ImportOrder, ImportPlanService } from './import-plan.service.js';
import {
  leavingBy,
  LINES_AFTERWARDS,
  PROBLEMS_OF_LEAVING,
  PROBLEMS_OF_LINES,
  PROBLEMS_OF_PLAN,
} from './import-problems.rules.js';
import { COUNTS, ROWS_THAT_MATTER, ROWS_UNCHANGED } from './import-rows.rules.js';
import type { ImportText } from './import-text.rules.js';
import { JobRoleLevels } from './job-role-levels.service.js';
import type { ImportCounts, MissingPeople } from './people-import.entity.js';
import { cycleInWords, firstCycle, type ReportingLine } from './reporting-lines.rules.js';
import { pathText, UnitPaths, type KnownUnit } from './unit-paths.rules.js';

/** Everything an import is to do. */
export interface FullImportOrder extends ImportOrder {
  missing: MissingPeople;
  /** Who ordered it: nobody takes themselves out by a file. Null: from the command line. */
  orderedBy: string | null;
}

type Told = (percent: number) => Promise<void>;

/** Circles are shown one by one; whoever made more than this many starts with these. */
const MOST_CIRCLES = 20;

/** An import inside one transaction: what it would do, and doing it. Works as the product itself, in sets and not row by row. */
@Injectable()
export class PeopleImporterService {
  constructor(
    private readonly planner: ImportPlanService,
    private readonly levels: JobRoleLevels,
    private readonly grants: GrantsService,
  ) {}

  /** Works out what the file would do. From here to the end of the transaction nobody else changes people. */
  async plan(
    system: Viewer,
    source: ImportText,
    order: FullImportOrder,
    told: Told = () => Promise.resolve(),
  ): Promise<ImportCounts | { problem: string }> {
    await system.tx.aloneIn('people');
    const laid = await this.planner.lay(system, source, order);
    if ('problem' in laid) return laid;
    await told(50);
    const parameters = [order.effectiveOn, order.unitIds, order.orderedBy];
    for (const statement of [...PROBLEMS_OF_LINES, meantTwice(laid.columns)]) await system.tx.query(statement);
    await system.tx.query(PROBLEMS_OF_PLAN, parameters);
    if (order.mapping.some(({ field }) => field === 'MANAGER_EMAIL' || field === 'MANAGER_NUMBER'))
      await this.findCircles(system, order.effectiveOn);
    if (order.missing === 'LEAVE')
      for (const statement of [leavingBy(laid.columns), PROBLEMS_OF_LEAVING])
        await system.tx.query(statement, parameters);
    await told(70);
    return this.counts(system);
  }

  /** Does what the plan of this transaction says. The plan must be without problems. */
  async merge(system: Viewer, order: FullImportOrder): Promise<{ problem: string } | null> {
    const [wrong] = await system.tx.query('SELECT 1 FROM import_problem LIMIT 1');
    if (wrong) throw new Error('A plan with problems is not merged.');
    const leavers = await system.tx.query<{ personId: string; lastDay: string }>(LEAVERS, [order.effectiveOn]);
    for (const { personId, lastDay } of leavers) {
      const problem = await this.endRoles(system, personId, lastDay);
      if (problem) return { problem };
    }
    const given = { day: order.effectiveOn, now: system.now };
    await system.tx.query(COUNT_TOGETHER.begin);
    for (const step of MERGE) await system.tx.query(step.sql, step.given ? [given[step.given]] : []);
    await system.tx.query(COUNT_TOGETHER.end);
    return null;
  }

  /** Keeps what each row would do, for people to read; unchanged rows too. Gives the digest of everything that would change. */
  async keepRows(system: Viewer, importId: string, source: ImportText, order: FullImportOrder): Promise<string> {
    const columns = columnsOf(source, order.mapping);
    await this.nameThings(system);
    await system.tx.query('DELETE FROM people_import_row WHERE import_id = $1', [importId]);
    const into = 'INSERT INTO people_import_row (import_id, row, outcome, person_id, name, changes, problems)';
    await system.tx.query(`${into} SELECT $2::uuid, each.* FROM (${ROWS_THAT_MATTER}) each`, [
      order.effectiveOn,
      importId,
    ]);
    const [told] = await system.tx.query<{ digest: string | null }>(
      `SELECT md5(string_agg(md5(concat_ws('|', row, outcome, person_id, name, changes, problems)), '' ORDER BY row)) AS digest
       FROM people_import_row WHERE import_id = $1`,
      [importId],
    );
    const unchanged = `${sameRows(columns)} UNION ALL ${ROWS_UNCHANGED}`;
    await system.tx.query(`${into} SELECT $1::uuid, each.* FROM (${unchanged}) each`, [importId]);
    return createHash('sha256')
      .update(`${order.effectiveOn} ${order.missing} ${told?.digest ?? ''}`)
      .digest('hex');
  }

  /** The first problems, for whoever reads them on a terminal. */
  problems(system: Viewer, most: number): Promise<{ row: number; field: string; message: string }[]> {
    return system.tx.query('SELECT row, field, message FROM import_problem ORDER BY row, field LIMIT $1', [most]);
  }

  private async counts(system: Viewer): Promise<ImportCounts> {
    const [found] = await system.tx.query<Omit<ImportCounts, 'unchanged'> & { kept: number }>(COUNTS);
    const { kept, ...counts } = found ?? { rows: 0, create: 0, change: 0, leave: 0, errors: 0, kept: 0 };
    // Who is kept from leaving is an error of no row of the file.
    return { ...counts, unchanged: counts.rows - counts.create - counts.change - (counts.errors - kept) };
  }

  private async findCircles(system: Viewer, day: string): Promise<void> {
    const [moves] = await system.tx.query(
      `SELECT 1 FROM import_plan WHERE place_changes AND new_manager IS NOT NULL AND new_manager IS DISTINCT FROM old_manager LIMIT 1`,
    );
    if (!moves) return;
    let lines = await system.tx.query<ReportingLine>(LINES_AFTERWARDS, [day]);
    for (let found = firstCycle(lines, day), n = 0; found && n < MOST_CIRCLES; found = firstCycle(lines, day), n += 1) {
      const { people } = found;
      const rows = await system.tx.query<{ id: string; row: number | null; name: string }>(
        `SELECT wanted.id, line.row, coalesce(line.name, line.old_name, person.display_name, '') AS name
         FROM unnest($1::uuid[]) WITH ORDINALITY wanted (id, place) LEFT JOIN import_line line ON line.person_id = wanted.id
         LEFT JOIN person ON person.id = wanted.id ORDER BY wanted.place`,
        [people],
      );
      const says = `That would be a circle: ${cycleInWords(rows.map(({ name }) => name))}.`;
      for (const { row } of rows)
        if (row !== null) await system.tx.query(`INSERT INTO import_problem VALUES ($1, 'manager', $2)`, [row, says]);
      lines = lines.filter(
        ({ personId, managerId }) => !(personId === people[0] && managerId === (people[1] ?? people[0])),
      );
    }
  }

  private async endRoles(system: Viewer, personId: string, lastDay: string): Promise<string | null> {
    const over = new Date(`${dayAfter(lastDay)}T00:00:00Z`);
    const at = over > system.now ? over : system.now;
    const ended = await this.grants.endAllOf(system, personId, at, `Leaves on ${inWords(lastDay)}, by an import.`);
    return ended instanceof Refusal ? ended.message : null;
  }

  /** Names of all units and of the levels that the plan touches. */
  private async nameThings(system: Viewer): Promise<void> {
    await system.tx.query('CREATE INDEX ON import_line (person_id)');
    await system.tx.query('CREATE TEMP TABLE import_label (id uuid PRIMARY KEY, label text) ON COMMIT DROP');
    const units = await system.tx.query<KnownUnit>('SELECT id, name, parent_id AS "parentId" FROM org_unit');
    const paths = new UnitPaths(units);
    const ids = await system.tx.query<{ id: string }>(
      `SELECT old_level AS id FROM import_plan WHERE old_level IS NOT NULL UNION SELECT new_level FROM import_plan WHERE new_level IS NOT NULL`,
    );
    const levels = await this.levels.labels(
      system,
      ids.map(({ id }) => id),
    );
    const labels = [
      ...units.map(({ id }) => ({ id, label: pathText(paths.pathOf(id)) })),
      ...[...levels].map(([id, label]) => ({ id, label })),
    ];
    await system.tx.query(
      'INSERT INTO import_label SELECT id, label FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, label text)',
      [JSON.stringify(labels)],
    );
    await system.tx.query(
      'INSERT INTO import_label SELECT DISTINCT ON (unit_id) unit_id, label FROM import_unit WHERE unit_id IS NOT NULL ON CONFLICT DO NOTHING',
    );
  }
}
