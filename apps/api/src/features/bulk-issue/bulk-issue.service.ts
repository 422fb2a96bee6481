import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { progressOf } from '../../platform/jobs/progress.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { columnsFit } from '../../platform/tables/columns.rules.js';
import { TableKinds } from '../../platform/tables/table-kinds.js';
import { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { Award } from '../credentials/award.entity.js';
import { BulkIssue } from './bulk-issue.entity.js';
import './bulk-issue.policy.js';
import type { PreviewBulkIssueInput } from './bulk-issue.type.js';
import { BulkPlanner, type BulkPlan, type UnreadableBulk } from './bulk-planner.service.js';
import { BULK_COLUMN_NAMES, BULK_FIELDS, bulkNeeds, countsOfBulk } from './bulk-rows.rules.js';

type Changed = Promise<BulkIssue | InvalidInput | NotAllowed | NotFound>;

/** How the badges that a list gave stand now. */
export interface BulkIssueStanding {
  waiting: number;
  issued: number;
  quarantined: number;
  withdrawn: number;
}

/** Rows that are kept to be shown; the counts know of all. What is wrong goes first. */
const MOST_SHOWN = 1_000;
const MOST_OFFERED = 200;
const MOST_CHARACTERS = 1_000;
const NOT_YOURS = 'You may not give badges by a list.';

/** Lists of badges to be given, as those who keep badges see them. What they order, the worker does. */
@Injectable()
export class BulkIssueService implements OnModuleInit {
  constructor(
    private readonly files: FilesService,
    private readonly planner: BulkPlanner,
    private readonly nodes: NodeFinders,
    private readonly tables: TableKinds,
  ) {}

  onModuleInit(): void {
    this.tables.register({
      ...{ word: 'BULK_ISSUE', what: 'a list of badges to be given', path: '/programme/credentials/bulk' },
      fit: (headers) => columnsFit(headers, BULK_FIELDS, BULK_COLUMN_NAMES, bulkNeeds(false)),
    });
    this.nodes.register(BulkIssue, 'BulkIssue', (viewer, id) => this.find(viewer, id));
  }

  async find(viewer: Viewer, id: string): Promise<BulkIssue | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(BulkIssue, { id }) : null;
    return found && can(viewer, 'read', found) ? found : null;
  }

  /** Newest first. */
  async page(viewer: Viewer, input: PageInput): Promise<Page<BulkIssue>> {
    const matching = viewer.tx.manager.createQueryBuilder(BulkIssue, 'it').where('true');
    if (!viewer.mayEverywhere('credential.govern')) matching.where('false');
    const total = await matching.getCount();
    const from = readTimeCursor(input.after);
    if (from) matching.andWhere('(it.createdAt, it.id) < (:at::timestamptz, :id::uuid)', from);
    const rows = await matching
      .orderBy('it.createdAt', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (it) => [it.createdAt.toISOString(), it.id]);
  }

  /** What a list can give: whatever is on offer and given on completion. */
  async offered(viewer: Viewer): Promise<AchievementVersion[]> {
    if (!viewer.mayEverywhere('credential.govern')) return [];
    return viewer.tx.manager.find(AchievementVersion, {
      where: { state: 'PUBLISHED', route: 'COMPLETION' },
      order: { name: 'ASC', id: 'ASC' },
      take: MOST_OFFERED,
    });
  }

  /** Who was given what, in the order of the list. */
  async awardsOf(viewer: Viewer, it: BulkIssue, input: PageInput): Promise<Page<Award>> {
    const matching = viewer.tx.manager
      .createQueryBuilder(Award, 'award')
      .where('award.bulkIssueId = :list', { list: it.id });
    const total = await matching.getCount();
    const from = readTimeCursor(input.after);
    if (from) matching.andWhere('(award.createdAt, award.id) > (:at::timestamptz, :id::uuid)', from);
    const rows = await matching.orderBy('award.createdAt').addOrderBy('award.id').limit(limitOf(input)).getMany();
    return pageOf(rows, input, total, (award) => [award.createdAt.toISOString(), award.id]);
  }

  standingOf(viewer: Viewer, { id }: BulkIssue): Promise<BulkIssueStanding | null> {
    return viewer.load('bulk-issue-standing', id, async (ids) => {
      const rows = await viewer.tx.query<BulkIssueStanding & { id: string }>(
        `SELECT list.id,
           count(*) FILTER (WHERE award.state = 'PENDING')::int AS waiting,
           count(*) FILTER (WHERE award.state = 'ISSUED' AND credential.status IS DISTINCT FROM 'REVOKED')::int AS issued,
           count(*) FILTER (WHERE award.state = 'QUARANTINED')::int AS quarantined,
           count(*) FILTER (WHERE award.state = 'CANCELLED' OR credential.status = 'REVOKED')::int AS withdrawn
         FROM unnest($1::uuid[]) AS list (id)
         LEFT JOIN award ON award.bulk_issue_id = list.id
         LEFT JOIN credential ON credential.award_id = award.id AND credential.superseded_by IS NULL
         GROUP BY list.id`,
        [[...ids]],
      );
      return new Map(rows.map(({ id: list, ...standing }) => [list, standing]));
    });
  }

  async progressOf(viewer: Viewer, { id, state }: BulkIssue): Promise<number> {
    if (state === 'AWARDING' || state === 'UNDOING') return progressOf(viewer.tx, id);
    return state === 'FAILED' ? 0 : 100;
  }

  async preview(viewer: Viewer, input: PreviewBulkIssueInput): Changed {
    if (!viewer.mayEverywhere('credential.govern') || !viewer.personId) return new NotAllowed(NOT_YOURS);
    const achievementId = input.achievementId ?? null;
    if (achievementId && !(await this.offered(viewer)).some((each) => each.achievementId === achievementId))
      return InvalidInput.of('achievementId', 'A list can give only what is on offer and given on completion.');
    const file = isId(input.fileId) ? await this.fileFor(viewer, input.fileId) : null;
    if (!file) return InvalidInput.of('fileId', 'This upload is not there (any more). Please upload the file again.');
    const it = viewer.tx.manager.create(BulkIssue, {
      ...{ id: newId(), fileId: file.id, fileName: file.name, achievementId, state: 'FAILED', columns: [] },
      mapping: (input.mapping ?? []).map(({ header, field }) => ({ header, field: field ?? null })),
      ...{ counts: countsOfBulk([]), rows: [], planDigest: null, problem: null },
      ...{ createdAt: viewer.now, createdBy: viewer.personId, appliedAt: null },
      ...{ undoneAt: null, undoneBy: null, undoneReason: null },
    });
    Object.assign(it, toldOf(await this.planOf(viewer, it, [viewer.personId])));
    await viewer.tx.manager.insert(BulkIssue, it);
    return it;
  }

  /** What the list would do today; as whoever asks may see it. */
  async planOf(viewer: Viewer, it: BulkIssue, givers: readonly string[]): Promise<BulkPlan | UnreadableBulk> {
    const file = await this.files.byId(viewer, it.fileId);
    if (!file) return { problem: 'The file is no longer there.' };
    const { mapping, achievementId } = it;
    return this.planner.plan(
      viewer,
      { name: file.name, bytes: await this.files.bytesOf(file) },
      { mapping, achievementId, givers },
    );
  }

  async apply(viewer: Viewer, id: string): Changed {
    if (!(await this.find(viewer, id))) return new NotFound('This list');
    const it = await this.locked(viewer, id);
    if (it.state === 'AWARDING' || it.state === 'AWARDED') return it;
    if (it.counts.errors > 0)
      return InvalidInput.of(
        'id',
        `${it.counts.errors} rows have something wrong. Mend the file, or change the columns.`,
      );
    if (!can(viewer, 'apply', it)) return new NotAllowed('There is nothing to be given by this list.');
    await enqueue(viewer.tx, {
      name: 'credentials.bulk-award',
      // A number of its own for each try: the same list may be ordered again after it was previewed anew.
      id: newId(),
      payload: { bulkIssueId: it.id, personId: viewer.personId },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
    return this.write(viewer, it, { state: 'AWARDING', problem: null });
  }

  /** Takes every badge of the list back, as given in error. */
  async undo(viewer: Viewer, id: string, said: string): Changed {
    if (!(await this.find(viewer, id))) return new NotFound('This list');
    const it = await this.locked(viewer, id);
    const reason = said.trim();
    if (!reason) return InvalidInput.of('reason', 'Say why; the holders read it.');
    if (reason.length > MOST_CHARACTERS) return InvalidInput.of('reason', 'At most 1,000 characters fit here.');
    if (!can(viewer, 'undo', it)) return new NotAllowed('Only what was given can be taken back, and once.');
    await enqueue(viewer.tx, {
      name: 'credentials.bulk-undo',
      id: newId(),
      payload: { bulkIssueId: it.id },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
    const by = { undoneBy: viewer.personId, undoneReason: reason };
    return this.write(viewer, it, { state: 'UNDOING', problem: null, ...by });
  }

  locked(viewer: Viewer, id: string): Promise<BulkIssue> {
    return viewer.tx.manager.findOneOrFail(BulkIssue, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async write(viewer: Viewer, it: BulkIssue, changes: Partial<BulkIssue>): Promise<BulkIssue> {
    await viewer.tx.manager.update(BulkIssue, { id: it.id }, changes);
    return Object.assign(it, changes);
  }

  /** A fresh upload, or the file of a list of one's own: to read it anew with other columns. */
  private async fileFor(viewer: Viewer, id: string): Promise<{ id: string; name: string } | null> {
    const fresh = await this.files.untaken(viewer, id, 'import');
    if (fresh) {
      await this.files.markTaken(viewer, fresh);
      return fresh;
    }
    const before = await viewer.tx.manager.findOneBy(BulkIssue, { fileId: id, createdBy: viewer.personId ?? '' });
    return before && { id: before.fileId, name: before.fileName };
  }
}

/** What a plan tells whoever asked for it. */
export function toldOf(plan: BulkPlan | UnreadableBulk): Partial<BulkIssue> {
  if ('problem' in plan) return { state: 'FAILED', ...plan };
  const wrongFirst = [
    ...plan.rows.filter(({ outcome }) => outcome === 'ERROR'),
    ...plan.rows.filter(({ outcome }) => outcome !== 'ERROR'),
  ];
  return {
    ...{ state: 'PREVIEWED', columns: plan.columns, mapping: plan.mapping, counts: countsOfBulk(plan.rows) },
    rows: wrongFirst.slice(0, MOST_SHOWN).map(({ row, outcome, label, personId, awardedOn, problems }) => ({
      row,
      outcome,
      label,
      personId,
      awardedOn,
      problems,
    })),
    ...{ planDigest: plan.digest, problem: null },
  };
}
