import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { audit } from '../../platform/audit/audit.js';
import { isId, newId } from '../../platform/database/id.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { TableKinds } from '../../platform/tables/table-kinds.js';
import { aloneWithCompletions } from './completions.service.js';
import './course.policy.js';
import { CourseImport } from './course-import.entity.js';
import type { CatalogueInput, PreviewCourseImportInput } from './course-import.type.js';
import { CourseImporterService, digestOf } from './course-importer.service.js';
import { aloneWithCatalogue } from './course-keeping.service.js';
import { isWebAddress } from './course.rules.js';
import { fitOf } from './import-fields.rules.js';
import type { CatalogueAbout } from './course-rows.rules.js';

type Changed = Promise<CourseImport | InvalidInput | NotAllowed | NotFound>;

/** Rows that are kept to be shown; the counts know of all. What is wrong goes first. */
const MOST_SHOWN = 1_000;
const NONE = {
  rows: 0,
  create: 0,
  change: 0,
  unchanged: 0,
  errors: 0,
  newProviders: 0,
  linkedPrerequisites: 0,
  prerequisitesInWords: 0,
};
const KINDS = [
  { kind: 'COURSES', what: 'a list of courses', path: '/programme/courses/import' },
  {
    kind: 'COMPLETIONS',
    what: 'a list of who finished which course',
    path: '/programme/courses/import?kind=COMPLETIONS',
  },
] as const;
const CHANGED =
  'The catalogue or the people were changed since the preview. Nothing was applied. This is the new preview: look at it, then apply it.';
const NO_LONGER = 'Whoever applied it may no longer keep the catalogue. Nothing was applied.';
const OUR_FAULT = 'Something went wrong on our side; nothing was changed. Try it again.';

/** Imports of courses and of completions: a preview first, then all of it or nothing. */
@Injectable()
export class CourseImportService implements OnModuleInit {
  constructor(
    private readonly files: FilesService,
    private readonly importer: CourseImporterService,
    private readonly people: ViewerSource,
    private readonly nodes: NodeFinders,
    private readonly tables: TableKinds,
  ) {}

  onModuleInit(): void {
    for (const { kind, what, path } of KINDS)
      this.tables.register({ word: kind, what, path, fit: (headers) => fitOf(kind, headers) });
    this.nodes.register(CourseImport, 'CourseImport', (viewer, id) => this.find(viewer, id));
  }

  async find(viewer: Viewer, id: string): Promise<CourseImport | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(CourseImport, { id }) : null;
    return found && can(viewer, 'read', found) ? found : null;
  }

  async preview(viewer: Viewer, input: PreviewCourseImportInput): Changed {
    if (!viewer.mayEverywhere('course.manage') || !viewer.personId)
      return new NotAllowed('You may not keep the course catalogue.');
    const problems = catalogueProblems(input.catalogue);
    const file = isId(input.fileId) ? await this.fileFor(viewer, input.fileId) : null;
    if (!file)
      problems.push(new InputProblem('fileId', 'This upload is not there (any more). Please upload the file again.'));
    if (!file || problems.length > 0) return new InvalidInput(problems);
    const it = viewer.tx.manager.create(CourseImport, {
      id: newId(),
      kind: input.kind,
      fileId: file.id,
      fileName: file.name,
      state: 'FAILED',
      catalogue: aboutOf(input.catalogue),
      columns: [],
      mapping: (input.mapping ?? []).map(({ header, field }) => ({ header, field: field ?? null })),
      counts: NONE,
      rows: [],
      planDigest: null,
      problem: null,
      createdAt: viewer.now,
      createdBy: viewer.personId,
      appliedAt: null,
    });
    Object.assign(it, told(await this.planOf(viewer, it)));
    await viewer.tx.manager.insert(CourseImport, it);
    return it;
  }

  async apply(viewer: Viewer, id: string): Changed {
    const seen = await this.find(viewer, id);
    if (!seen) return new NotFound('This import');
    const it = await this.locked(viewer, id);
    if (it.state === 'APPLYING' || it.state === 'APPLIED') return it;
    if (it.state === 'FAILED') return new NotAllowed('It could not be read.');
    if (it.counts.errors > 0)
      return InvalidInput.of(
        'id',
        `${it.counts.errors} rows have something wrong. Mend the file, or change the mapping.`,
      );
    // A number of its own for each try: the same import may be applied again after it was previewed anew.
    await enqueue(viewer.tx, {
      name: 'courses.apply-import',
      id: newId(),
      payload: { importId: it.id, personId: viewer.personId },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
    return this.write(viewer, it, { state: 'APPLYING', problem: null });
  }

  /** What the worker does, in the name of whoever applied it, as far as they may now. */
  async run(system: Viewer, importId: string, personId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (it.state !== 'APPLYING') return;
    const known = await this.people.know(system.tx, personId);
    const by = known && Viewer.person(known, system.tx, system.now);
    if (!by?.mayEverywhere('course.manage')) {
      await this.write(system, it, { state: 'PREVIEWED', problem: NO_LONGER });
      return;
    }
    await (it.kind === 'COURSES' ? aloneWithCatalogue : aloneWithCompletions)(system);
    const plan = await this.planOf(system, it);
    if ('problem' in plan || digestOf(plan) !== it.planDigest) {
      await this.write(system, it, { ...told(plan), ...('problem' in plan ? {} : { problem: CHANGED }) });
      return;
    }
    await plan.write(by);
    const { rows, create, change, unchanged } = it.counts;
    await audit(by, {
      operation: 'applyCourseImport',
      target: it.id,
      detail: { kind: it.kind, rows, create, change, unchanged },
    });
    await this.write(system, it, { state: 'APPLIED', problem: null, appliedAt: system.now });
  }

  /** The last try failed for a reason that is ours: said so, and everything is as it was. */
  async failed(system: Viewer, importId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (it.state === 'APPLYING') await this.write(system, it, { state: 'PREVIEWED', problem: OUR_FAULT });
  }

  private async planOf(
    viewer: Viewer,
    { fileId, kind, mapping, catalogue }: CourseImport,
  ): ReturnType<CourseImporterService['plan']> {
    const file = await this.files.byId(viewer, fileId);
    if (!file) return { problem: 'The file is no longer there.' };
    const bytes = await this.files.bytesOf(file);
    return this.importer.plan(viewer, { name: file.name, bytes }, { kind, mapping, catalogue });
  }

  private locked(viewer: Viewer, id: string): Promise<CourseImport> {
    return viewer.tx.manager.findOneOrFail(CourseImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async write(viewer: Viewer, it: CourseImport, changes: Partial<CourseImport>): Promise<CourseImport> {
    await viewer.tx.manager.update(CourseImport, { id: it.id }, changes);
    return Object.assign(it, changes);
  }

  /** A fresh upload, or the file of an import of one's own: to read it anew with another mapping. */
  private async fileFor(viewer: Viewer, id: string): Promise<{ id: string; name: string } | null> {
    const fresh = await this.files.untaken(viewer, id, 'import');
    if (fresh) {
      await this.files.markTaken(viewer, fresh);
      return fresh;
    }
    const before = await viewer.tx.manager.findOneBy(CourseImport, { fileId: id, createdBy: viewer.personId ?? '' });
    return before && { id: before.fileId, name: before.fileName };
  }
}

/** What a plan tells whoever asked for it. */
function told(plan: Awaited<ReturnType<CourseImporterService['plan']>>): Partial<CourseImport> {
  if ('problem' in plan) return { state: 'FAILED', ...plan };
  const { columns, mapping, catalogue, counts } = plan;
  const wrong = plan.rows.filter(({ outcome }) => outcome === 'ERROR');
  const others = plan.rows.filter(({ outcome }) => outcome === 'CREATE' || outcome === 'CHANGE');
  const rows = [...wrong, ...others].slice(0, MOST_SHOWN);
  return { state: 'PREVIEWED', columns, mapping, catalogue, counts, rows, planDigest: digestOf(plan), problem: null };
}

function catalogueProblems(input: CatalogueInput | null | undefined): InputProblem[] {
  if (!input) return [];
  const problems: InputProblem[] = [];
  if (!input.name.trim()) problems.push(new InputProblem('catalogue.name', 'Give the catalogue a name.'));
  for (const field of ['name', 'licence', 'attribution'] as const)
    if (input[field].length > 500) problems.push(new InputProblem(`catalogue.${field}`, 'At most 500 characters.'));
  if (input.sourceUrl && !isWebAddress(input.sourceUrl))
    problems.push(new InputProblem('catalogue.sourceUrl', 'The source is an address that begins with https://.'));
  return problems;
}

function aboutOf(input: CatalogueInput | null | undefined): CatalogueAbout | null {
  if (!input) return null;
  const { name, licence, attribution, sourceUrl } = input;
  return {
    name: name.trim(),
    licence: licence.trim(),
    attribution: attribution.trim(),
    sourceUrl: sourceUrl?.trim() || null,
  };
}
