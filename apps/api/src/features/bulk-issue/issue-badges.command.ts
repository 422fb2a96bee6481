import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { Command } from '../../platform/commands/command.js';
import type { CommandContext } from '../../platform/commands/command-registry.js';
import { newId } from '../../platform/database/id.js';
import { NotAllowed, Refusal } from '../../platform/graphql/refusal.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { BulkIssue } from './bulk-issue.entity.js';
import { BulkIssueService } from './bulk-issue.service.js';
import { BulkPlanner, MOST_BYTES } from './bulk-planner.service.js';
import { countsOfBulk, type PlannedRow } from './bulk-rows.rules.js';
import { BulkRunsService } from './bulk-runs.service.js';

const MOST_SHOWN = 50;
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Say = (line: string) => void;

/** The operator's way to a list of badges: the same reading, the same rules and the same trace as on the screen. */
@Injectable()
export class IssueBadgesCommand extends Command {
  readonly name = 'badges issue';
  readonly usage = 'FILE --by MAIL [--badge NAME] [--check]';
  readonly summary =
    'gives the badges of a .csv or .xlsx list, all of them or none; with --check says what it would give';
  override readonly changes = true;
  override readonly options = {
    by: { type: 'string' },
    badge: { type: 'string' },
    check: { type: 'boolean' },
  } as const;

  constructor(
    private readonly files: FilesService,
    private readonly lists: BulkIssueService,
    private readonly people: ViewerSource,
    private readonly planner: BulkPlanner,
    private readonly runs: BulkRunsService,
  ) {
    super();
  }

  async run({ system, args, out, err }: CommandContext): Promise<number> {
    const [path, ...others] = args.positionals;
    const { by: mail, badge, check } = args.values;
    if (!path || others.length > 0) return complain(err, `Name one file: npm run assay -- badges issue ${this.usage}`);
    if (typeof mail !== 'string')
      return complain(err, 'Say with --by MAIL who gives them: it is kept with each badge.');
    const size = (await stat(path).catch(() => null))?.size;
    if (size === undefined) return complain(err, `There is no file “${path}”.`);
    if (size > MOST_BYTES) return complain(err, 'The file is larger than 5 MB. Part it into several.');
    const by = await this.giver(system, mail);
    if (!by?.personId) return complain(err, `Nobody here has the mail address ${mail} and may give badges by a list.`);
    const achievementId = typeof badge === 'string' ? await this.offered(by, badge) : null;
    if (typeof badge === 'string' && !achievementId)
      return complain(err, `No badge called “${badge}” is on offer and given on completion.`);

    const file = { name: basename(path), bytes: await readFile(path) };
    const plan = await this.planner.plan(system, file, { mapping: [], achievementId, givers: [by.personId] });
    if ('problem' in plan) return complain(err, plan.problem);
    for (const { header, field } of plan.mapping) out(`${header.padEnd(24)} ${field ?? '(not read)'}`);
    const counts = countsOfBulk(plan.rows);
    out('');
    out(
      `${counts.rows} rows: ${counts.create} badges to give, ${counts.held} held already, ${counts.errors} with problems.`,
    );
    if (counts.errors > 0) {
      tellProblems(plan.rows, err);
      return complain(err, 'Nothing was given. Mend the file first: it is all of it or nothing.');
    }
    if (check) {
      for (const { row, label, outcome } of plan.rows.slice(0, MOST_SHOWN))
        out(`Row ${row}: ${label}${outcome === 'HELD' ? ' (held already)' : ''}`);
      if (plan.rows.length > MOST_SHOWN) out(`And ${plan.rows.length - MOST_SHOWN} more rows.`);
      out('Nothing was given. The same without --check does it.');
      return 0;
    }
    if (counts.create === 0) return complain(err, 'There is nothing to give: everybody holds it already.');

    const list = await this.previewed(by, file, achievementId);
    if (list instanceof Refusal) return complain(err, list.message);
    await this.lists.write(system, list, { state: 'AWARDING' });
    await this.runs.award(system, list.id, by.personId);
    const { state, problem } = await this.lists.locked(system, list.id);
    if (state !== 'AWARDED') return complain(err, problem ?? 'Nothing was given.');
    out(`Given. The worker signs them; the list is at /programme/credentials/bulk/${list.id}`);
    return 0;
  }

  /** Whose rights are used, whose name is kept, and who gets none of the badges. */
  private async giver(system: Viewer, mail: string): Promise<Viewer | null> {
    const [row] = await system.tx.query<{ id: string }>('SELECT id FROM person WHERE lower(email) = lower($1)', [mail]);
    const known = row && (await this.people.know(system.tx, row.id));
    const viewer = known ? Viewer.person(known, system.tx, system.now) : null;
    return viewer?.mayEverywhere('credential.govern') ? viewer : null;
  }

  private async offered(by: Viewer, name: string): Promise<string | null> {
    const found = (await this.lists.offered(by)).find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
    return found?.achievementId ?? null;
  }

  /** As if it had been uploaded; the operator keeps the file. */
  private async previewed(
    by: Viewer,
    { name, bytes }: { name: string; bytes: Buffer },
    achievementId: string | null,
  ): Promise<BulkIssue | Refusal> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-badges-'));
    try {
      const [id, path] = [newId(), join(folder, 'list')];
      await writeFile(path, bytes);
      const mediaType = name.toLowerCase().endsWith('.xlsx') ? SHEET : 'text/csv';
      const taken = await this.files.takeIn(by, { id, path, name, mediaType, bytes: bytes.length, purpose: 'import' });
      return 'refused' in taken
        ? new NotAllowed(taken.refused)
        : await this.lists.preview(by, { fileId: id, achievementId });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function tellProblems(rows: readonly PlannedRow[], err: Say): void {
  const all = rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })));
  for (const { row, field, message } of all.slice(0, MOST_SHOWN))
    err(`Row ${row}${field ? `, ${field}` : ''}: ${message}`);
  if (all.length > MOST_SHOWN) err(`And ${all.length - MOST_SHOWN} more problems.`);
}

function complain(err: Say, problem: string): number {
  err(problem);
  return 1;
}
