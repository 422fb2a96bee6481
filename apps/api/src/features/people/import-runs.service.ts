import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { tellProgress } from '../../platform/jobs/progress.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { guessMapping, mappingProblem } from './import-columns.rules.js';
import { ImportSourceService } from './import-source.service.js';
import type { ImportText } from './import-text.rules.js';
import { PeopleImport } from './people-import.entity.js';
import { type FullImportOrder, PeopleImporterService } from './people-importer.service.js';

const CHANGED =
  'People or units were changed since the preview. Nothing was applied. This is the new preview: look at it, then apply it.';

/** What the worker does with an import: reads it for its preview, and applies it. Each in the one transaction of its job. */
@Injectable()
export class ImportRunsService {
  constructor(
    private readonly files: FilesService,
    private readonly source: ImportSourceService,
    private readonly importer: PeopleImporterService,
  ) {}

  async preview(system: Viewer, importId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (it?.state !== 'READING') return;
    const text = await this.textOf(system, it);
    if ('problem' in text) return this.write(system, it, { state: 'FAILED', problem: text.problem });
    const mapping = it.mapping.length > 0 ? it.mapping : guessMapping(text.headers);
    const columns = text.headers.map((header, index) => ({
      header,
      samples: text.samples.map((row) => (row[index] ?? '').slice(0, 100)).filter((sample) => sample !== ''),
    }));
    const wrong = mappingProblem(mapping, text.headers);
    if (wrong) return this.write(system, it, { state: 'FAILED', columns, mapping, problem: wrong });
    await this.layOut(system, Object.assign(it, { columns, mapping }), text, null);
  }

  async apply(system: Viewer, importId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (it?.state !== 'APPLYING') return;
    const text = await this.textOf(system, it);
    if ('problem' in text) return this.write(system, it, { state: 'FAILED', problem: text.problem });
    const before = it.planDigest;
    await this.layOut(system, it, text, CHANGED);
    if (it.planDigest !== before || it.counts.errors > 0) return;
    await tellProgress(system.tx, it.id, 80);
    const problem = await this.importer.merge(system, orderOf(it));
    if (problem) return this.write(system, it, { state: 'PREVIEWED', problem: problem.problem });
    const { rows, ...counts } = it.counts;
    await audit(system, {
      operation: 'applyPeopleImport',
      target: it.id,
      detail: { by: 'worker', orderedBy: it.createdBy, rows, ...counts },
    });
    await this.write(system, it, { state: 'APPLIED', problem: null, appliedAt: system.now });
  }

  /** The last try failed for a reason that is ours: said so, and everything is as it was. */
  async failed(system: Viewer, importId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (!it || !['READING', 'APPLYING'].includes(it.state)) return;
    const problem = 'Something went wrong on our side; nothing was changed. Try it again.';
    await this.write(system, it, { state: it.state === 'READING' ? 'FAILED' : 'PREVIEWED', problem });
  }

  private async layOut(system: Viewer, it: PeopleImport, text: ImportText, problem: string | null): Promise<void> {
    await tellProgress(system.tx, it.id, 10);
    const order = orderOf(it);
    const counts = await this.importer.plan(system, text, order, (percent) => tellProgress(system.tx, it.id, percent));
    if ('problem' in counts) return this.write(system, it, { state: 'FAILED', problem: counts.problem });
    const planDigest = await this.importer.keepRows(system, it.id, text, order);
    const { columns, mapping } = it;
    await this.write(system, it, { state: 'PREVIEWED', columns, mapping, counts, planDigest, problem });
  }

  private async textOf(system: Viewer, it: PeopleImport): Promise<ImportText | { problem: string }> {
    const file = await this.files.byId(system, it.fileId);
    if (!file) return { problem: 'The file is no longer there.' };
    return this.source.read(file.name, await this.files.bytesOf(file));
  }

  private locked(system: Viewer, id: string): Promise<PeopleImport | null> {
    return system.tx.manager.findOne(PeopleImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async write(system: Viewer, it: PeopleImport, changes: Partial<PeopleImport>): Promise<void> {
    Object.assign(it, changes);
    await system.tx.manager.update(PeopleImport, { id: it.id }, changes);
  }
}

function orderOf({ mapping, effectiveOn, unitIds, missing, createdBy }: PeopleImport): FullImportOrder {
  return { mapping, effectiveOn, unitIds, missing, orderedBy: createdBy };
}
