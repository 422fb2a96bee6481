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
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { progressOf } from '../../platform/jobs/progress.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { FrameworkFormat } from './framework-format.js';
import { formatOf } from './framework-formats.js';
import {
  FrameworkImport,
  type FrameworkImportState,
  type FrameworkObject,
  type FrameworkOutcome,
  type ImportedFile,
} from './framework-import.entity.js';
import { aboutOf, columnProblems, missingWords, optionProblems, slotProblems } from './framework-import.rules.js';
import type { FrameworkFileInput, PreviewFrameworkImportInput } from './framework-import.inputs.js';
import type { FrameworkImportRowType } from './framework-import.type.js';
import './framework.policy.js';
import type { Finding, FindingSeverity } from './import-findings.rules.js';

type Changed = Promise<FrameworkImport | InvalidInput | NotAllowed | NotFound>;

/** Imports of frameworks as designers see them. What files say and do is worked out by the worker. */
@Injectable()
export class FrameworkImportService implements OnModuleInit {
  constructor(
    private readonly files: FilesService,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register(FrameworkImport, 'FrameworkImport', (viewer, id) => this.find(viewer, id));
  }

  async find(viewer: Viewer, id: string): Promise<FrameworkImport | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(FrameworkImport, { id }) : null;
    return found && can(viewer, 'read', found) ? found : null;
  }

  async page(viewer: Viewer, input: PageInput): Promise<Page<FrameworkImport>> {
    const matching = viewer.tx.manager.createQueryBuilder(FrameworkImport, 'it').where('true');
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

  async preview(viewer: Viewer, input: PreviewFrameworkImportInput): Changed {
    if (!viewer.may('framework.manage') || !viewer.personId) return new NotAllowed('You may not import frameworks.');
    const format = formatOf(input.kind);
    if (!format) return InvalidInput.of('kind', 'Frameworks of this kind do not come in by files.');
    const about = aboutOf(input);
    const options = Object.fromEntries((input.options ?? []).map(({ key, value }) => [key, value.trim()]));
    const columns = input.columns?.map(({ field, ...column }) => ({ ...column, field: field ?? '' })) ?? null;
    const wrong = [
      ...missingWords(about),
      ...optionProblems(format, options),
      ...columnProblems(format, columns ?? []),
      ...slotProblems(
        format,
        input.files.map(({ slot }) => slot),
      ),
    ];
    const problems = wrong.map(({ field, message }) => new InputProblem(field, message));
    const files = await this.uploaded(viewer, format, input.files, problems);
    if (problems.length > 0) return new InvalidInput(problems);
    const it = viewer.tx.manager.create(FrameworkImport, {
      ...{ id: newId(), kind: format.kind, state: 'READING' as const, about, files, options, columns },
      ...{ summary: {}, outcomes: [], errors: 0, baseFrameworkId: null, planDigest: null, problem: null },
      ...{ createdAt: viewer.now, createdBy: viewer.personId, appliedAt: null, appliedFrameworkId: null },
    });
    await viewer.tx.manager.insert(FrameworkImport, it);
    await enqueue(viewer.tx, {
      name: 'skills.preview-framework-import',
      id: newId(),
      payload: { importId: it.id },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
    return it;
  }

  async apply(viewer: Viewer, id: string): Changed {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This import');
    if (it.state === 'APPLYING' || it.state === 'APPLIED') return it;
    if (it.errors > 0)
      return InvalidInput.of(
        'id',
        `${it.errors} things in the files stand in the way. Mend them, or read other files.`,
      );
    if (!can(viewer, 'apply', it)) return new NotAllowed(WHY[it.state]);
    // A number of its own for each try: the same import may be applied again after it was previewed anew.
    await enqueue(viewer.tx, {
      name: 'skills.apply-framework-import',
      id: newId(),
      payload: { importId: it.id, personId: viewer.personId },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
    return this.turn(viewer, it, 'APPLYING');
  }

  async cancel(viewer: Viewer, id: string): Changed {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This import');
    if (it.state === 'CANCELLED') return it;
    if (!can(viewer, 'cancel', it)) return new NotAllowed(WHY[it.state]);
    return this.turn(viewer, it, 'CANCELLED');
  }

  async progressOf(viewer: Viewer, it: FrameworkImport): Promise<number> {
    if (it.state === 'READING' || it.state === 'APPLYING') return progressOf(viewer.tx, it.id);
    return it.state === 'PREVIEWED' || it.state === 'APPLIED' ? 100 : 0;
  }

  async findingsOf(
    viewer: Viewer,
    it: FrameworkImport,
    input: PageInput & { kind?: string | null; severity?: FindingSeverity | null },
  ): Promise<Page<Finding & { n: number }>> {
    const { kind = null, severity = null } = input;
    const rows = await viewer.tx.query<Finding & { n: number }>(
      `SELECT n, severity, kind, file, row, "column", message FROM framework_import_finding
       WHERE import_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR severity = $3) AND n > $4 ORDER BY n LIMIT $5`,
      [it.id, kind, severity, placeAfter(input), limitOf(input)],
    );
    const total = (it.summary.findings ?? [])
      .filter((each) => (!kind || each.kind === kind) && (!severity || each.severity === severity))
      .reduce((sum, { count }) => sum + count, 0);
    return pageOf(rows, input, total, ({ n }) => [String(n)]);
  }

  async rowsOf(
    viewer: Viewer,
    it: FrameworkImport,
    input: PageInput & { object?: FrameworkObject | null; outcome?: FrameworkOutcome | null },
  ): Promise<Page<FrameworkImportRowType & { n: number }>> {
    const { object = null, outcome = null } = input;
    const rows = await viewer.tx.query<FrameworkImportRowType & { n: number }>(
      `SELECT n, object, outcome, code, name, fields FROM framework_import_row
       WHERE import_id = $1 AND ($2::text IS NULL OR object = $2) AND ($3::text IS NULL OR outcome = $3) AND n > $4 ORDER BY n LIMIT $5`,
      [it.id, object, outcome, placeAfter(input), limitOf(input)],
    );
    const total = it.outcomes
      .filter((each) => !object || each.object === object)
      .reduce((sum, { create, update, remove }) => {
        const of = { CREATE: create, UPDATE: update, REMOVE: remove };
        return sum + (outcome ? of[outcome] : create + update + remove);
      }, 0);
    return pageOf(rows, input, total, ({ n }) => [String(n)]);
  }

  /** The viewer's own uploads. One that was read before may be read again: only one of the files needs mending, most times. */
  private async uploaded(
    viewer: Viewer,
    format: FrameworkFormat,
    given: readonly FrameworkFileInput[],
    problems: InputProblem[],
  ): Promise<ImportedFile[]> {
    const files: ImportedFile[] = [];
    for (const [at, { slot, fileId }] of given.entries()) {
      const file = isId(fileId) ? await this.files.byId(viewer, fileId) : null;
      if (!file || !viewer.isSelf(file.ownerId) || file.purpose !== 'import') {
        const what = format.slots.find(({ key }) => key === slot)?.title ?? slot;
        problems.push(
          new InputProblem(
            `files.${at}.fileId`,
            `${what}: this upload is not there (any more). Upload the file again.`,
          ),
        );
        continue;
      }
      if (!file.takenAt && problems.length === 0) await this.files.markTaken(viewer, file);
      files.push({ slot, fileId, name: file.name, sha256: file.sha256, bytes: file.bytes });
    }
    return files;
  }

  private async turn(viewer: Viewer, it: FrameworkImport, state: FrameworkImportState): Promise<FrameworkImport> {
    Object.assign(it, { state, problem: null });
    await viewer.tx.manager.update(FrameworkImport, { id: it.id }, { state, problem: null });
    return it;
  }

  private async locked(viewer: Viewer, id: string): Promise<FrameworkImport | null> {
    if (!(await this.find(viewer, id))) return null;
    return viewer.tx.manager.findOne(FrameworkImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}

const WHY: Record<FrameworkImportState, string> = {
  READING: 'It is still being read.',
  PREVIEWED: 'This cannot be done now.',
  APPLYING: 'It is being written.',
  APPLIED: 'It was applied already.',
  FAILED: 'It could not be read.',
  CANCELLED: 'It was given up.',
};

function placeAfter({ after }: PageInput): number {
  const [last = '0'] = readCursor(after) ?? [];
  return /^\d{1,9}$/.test(last) ? Number(last) : 0;
}
