import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  readTimeCursor,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { TableKinds } from '../../platform/tables/table-kinds.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { progressOf } from '../../platform/jobs/progress.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { dayOf } from '../../platform/access/day.js';
import { peopleFit } from './import-columns.rules.js';
import { type ImportOutcome, PeopleImport, type PeopleImportState } from './people-import.entity.js';
import './people-import.policy.js';
import type { ImportRowType, PreviewPeopleImportInput } from './people-import.type.js';
import { limitsOfUnits, sameLimits } from './unit-limits.rules.js';

type Changed = Promise<PeopleImport | InvalidInput | NotAllowed | NotFound>;

const OTHER_LIMITS =
  'The units in which you may change people are others than those of the preview. Nothing was applied. This is the new preview: look at it, then apply it.';

const NOTHING_YET = { rows: 0, create: 0, change: 0, unchanged: 0, leave: 0, errors: 0 };

/** Imports of people as their makers see them. What a file says and does is worked out by the worker. */
@Injectable()
export class PeopleImportService implements OnModuleInit {
  constructor(
    private readonly files: FilesService,
    private readonly nodes: NodeFinders,
    private readonly tables: TableKinds,
  ) {}

  onModuleInit(): void {
    this.tables.register({ word: 'people', what: 'a list of people', path: '/admin/people/import', fit: peopleFit });
    this.nodes.register(PeopleImport, 'PeopleImport', (viewer, id) => this.find(viewer, id));
  }

  async find(viewer: Viewer, id: string): Promise<PeopleImport | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(PeopleImport, { id }) : null;
    return found && can(viewer, 'read', found) ? found : null;
  }

  async page(viewer: Viewer, input: PageInput): Promise<Page<PeopleImport>> {
    const matching = viewer.tx.manager.createQueryBuilder(PeopleImport, 'it').where('true');
    if (!viewer.mayEverywhere('people.manage')) matching.andWhere('it.createdBy = :self', { self: viewer.personId });
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

  async rowsOf(
    viewer: Viewer,
    it: PeopleImport,
    input: PageInput & { outcome?: ImportOutcome | null },
  ): Promise<Page<ImportRowType>> {
    const [last = '0'] = readCursor(input.after) ?? [];
    const rows = await viewer.tx.query<ImportRowType>(
      `SELECT row, outcome, person_id AS "personId", name, changes, problems FROM people_import_row
       WHERE import_id = $1 AND ($2::text IS NULL OR outcome = $2) AND row > $3 ORDER BY row LIMIT $4`,
      [it.id, input.outcome ?? null, /^\d{1,9}$/.test(last) ? Number(last) : 0, limitOf(input)],
    );
    return pageOf(rows, input, total(it, input.outcome ?? null), ({ row }) => [String(row)]);
  }

  async preview(viewer: Viewer, input: PreviewPeopleImportInput): Changed {
    if (!viewer.may('people.manage') || !viewer.personId) return new NotAllowed('You may not import people.');
    const effectiveOn = input.effectiveOn ?? dayOf(viewer);
    if (effectiveOn < dayOf(viewer))
      return InvalidInput.of('effectiveOn', 'Changes hold from today on, or from a later day.');
    const file = isId(input.fileId) ? await this.fileFor(viewer, input.fileId) : null;
    if (!file)
      return InvalidInput.of('fileId', 'There is no finished upload of this id that is yours and meant for an import.');

    const it = viewer.tx.manager.create(PeopleImport, {
      id: newId(),
      fileId: file.id,
      fileName: file.name,
      state: 'READING',
      createdAt: viewer.now,
      createdBy: viewer.personId,
      unitIds: limitsOfUnits(viewer, 'people.manage'),
      effectiveOn,
      missing: input.missing ?? 'KEEP',
      columns: [],
      mapping: (input.mapping ?? []).map(({ header, field }) => ({ header, field: field ?? null })),
      counts: NOTHING_YET,
      planDigest: null,
      problem: null,
      appliedAt: null,
    });
    await viewer.tx.manager.insert(PeopleImport, it);
    await this.beginPreview(viewer, it);
    return it;
  }

  async apply(viewer: Viewer, id: string): Changed {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This import');
    if (it.state === 'APPLYING' || it.state === 'APPLIED') return it;
    if (it.counts.errors > 0)
      return InvalidInput.of(
        'id',
        `${it.counts.errors} rows have something wrong. Mend the file, or change the mapping.`,
      );
    if (!can(viewer, 'apply', it)) return new NotAllowed(whyNot(it.state));
    const unitIds = limitsOfUnits(viewer, 'people.manage');
    if (!sameLimits(unitIds, it.unitIds)) return this.previewAnew(viewer, it, unitIds);
    // A number of its own for each try: the same import may be applied again after it was previewed anew.
    const job = newId();
    await enqueue(viewer.tx, {
      name: 'people.apply-import',
      id: job,
      payload: { importId: it.id, personId: viewer.personId },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
    return this.turn(viewer, it, 'APPLYING');
  }

  async cancel(viewer: Viewer, id: string): Changed {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This import');
    if (it.state === 'CANCELLED') return it;
    if (!can(viewer, 'cancel', it)) return new NotAllowed(whyNot(it.state));
    return this.turn(viewer, it, 'CANCELLED');
  }

  async progressOf(viewer: Viewer, it: PeopleImport): Promise<number> {
    if (it.state === 'READING' || it.state === 'APPLYING') return progressOf(viewer.tx, it.id);
    return it.state === 'PREVIEWED' || it.state === 'APPLIED' ? 100 : 0;
  }

  /** What was shown is not what this viewer may do: read again within the limits of today. */
  private async previewAnew(viewer: Viewer, it: PeopleImport, unitIds: string[] | null): Promise<PeopleImport> {
    const changes = { state: 'READING' as const, unitIds, problem: OTHER_LIMITS };
    Object.assign(it, changes);
    await viewer.tx.manager.update(PeopleImport, { id: it.id }, changes);
    await this.beginPreview(viewer, it);
    return it;
  }

  /** A number of its own for each time: the same import may be read more than once. */
  private beginPreview(viewer: Viewer, it: PeopleImport): Promise<void> {
    return enqueue(viewer.tx, {
      name: 'people.preview-import',
      id: newId(),
      payload: { importId: it.id },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
  }

  private async turn(viewer: Viewer, it: PeopleImport, state: PeopleImportState): Promise<PeopleImport> {
    it.state = state;
    it.problem = null;
    await viewer.tx.manager.update(PeopleImport, { id: it.id }, { state, problem: null });
    return it;
  }

  private async locked(viewer: Viewer, id: string): Promise<PeopleImport | null> {
    if (!(await this.find(viewer, id))) return null;
    return viewer.tx.manager.findOne(PeopleImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** A fresh upload, or the file of an import of one's own: to read it anew with another mapping or another day. */
  private async fileFor(viewer: Viewer, id: string): Promise<{ id: string; name: string } | null> {
    const fresh = await this.files.untaken(viewer, id, 'import');
    if (fresh) {
      await this.files.markTaken(viewer, fresh);
      return fresh;
    }
    const before = await viewer.tx.manager.findOneBy(PeopleImport, { fileId: id, createdBy: viewer.personId ?? '' });
    return before && { id: before.fileId, name: before.fileName };
  }
}

function total({ counts }: PeopleImport, outcome: ImportOutcome | null): number {
  if (outcome === null) return counts.rows + counts.leave;
  const of = {
    CREATE: counts.create,
    CHANGE: counts.change,
    UNCHANGED: counts.unchanged,
    LEAVE: counts.leave,
    ERROR: counts.errors,
  };
  return of[outcome];
}

const WHY: Record<PeopleImportState, string> = {
  READING: 'It is still being read.',
  PREVIEWED: 'This cannot be done now.',
  APPLYING: 'It is being applied.',
  APPLIED: 'It was applied already.',
  FAILED: 'It could not be read.',
  CANCELLED: 'It was given up.',
};
const whyNot = (state: PeopleImportState) => WHY[state];
