import { Injectable } from '@nestjs/common';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { can } from '../../platform/access/policy.js';
import { audit } from '../../platform/audit/audit.js';
import { tellProgress } from '../../platform/jobs/progress.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { guessMapping, mappingProblem } from './import-columns.rules.js';
import { ImportSourceService } from './import-source.service.js';
import type { ImportText } from './import-text.rules.js';
import { PeopleImport } from './people-import.entity.js';
import './people-import.policy.js';
import { type FullImportOrder, PeopleImporterService } from './people-importer.service.js';
import { limitsOfUnits, sameLimits } from './unit-limits.rules.js';

const CHANGED =
  'People or units were changed since the preview. Nothing was applied. This is the new preview: look at it, then apply it.';

const NO_LONGER =
  'Whoever applied it may no longer change people, or only in other units than those of the preview. Nothing was applied.';

/** What the worker does with an import: reads it for its preview, and applies it. Each in the one transaction of its job. */
@Injectable()
export class ImportRunsService {
  constructor(
    private readonly files: FilesService,
    private readonly source: ImportSourceService,
    private readonly importer: PeopleImporterService,
    private readonly people: ViewerSource,
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
    await this.layOut(system, Object.assign(it, { columns, mapping }), text, it.createdBy, it.problem);
  }

  /** In the name of whoever applied it, as far as they may now: between the click and this, roles may have ended. */
  async apply(system: Viewer, importId: string, personId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (it?.state !== 'APPLYING') return;
    const text = await this.textOf(system, it);
    if ('problem' in text) return this.write(system, it, { state: 'FAILED', problem: text.problem });
    const before = it.planDigest;
    await this.layOut(system, it, text, personId, CHANGED);
    if (it.planDigest !== before || it.counts.errors > 0) return;
    const by = await this.whoMayStill(system, it, personId);
    if (!by) return this.write(system, it, { state: 'PREVIEWED', problem: NO_LONGER });
    await tellProgress(system.tx, it.id, 80);
    const problem = await this.importer.merge(by, orderOf(it, personId));
    if (problem) return this.write(system, it, { state: 'PREVIEWED', problem: problem.problem });
    const { rows, ...counts } = it.counts;
    await audit(by, {
      operation: 'applyPeopleImport',
      target: it.id,
      detail: { previewedBy: it.createdBy, rows, ...counts },
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

  private async whoMayStill(system: Viewer, it: PeopleImport, personId: string): Promise<Viewer | null> {
    const known = await this.people.know(system.tx, personId);
    const by = known && Viewer.person(known, system.tx, system.now);
    if (!by || !can(by, 'read', it)) return null;
    return sameLimits(limitsOfUnits(by, 'people.manage'), it.unitIds) ? by : null;
  }

  private async layOut(
    system: Viewer,
    it: PeopleImport,
    text: ImportText,
    orderedBy: string,
    problem: string | null,
  ): Promise<void> {
    await tellProgress(system.tx, it.id, 10);
    const order = orderOf(it, orderedBy);
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

function orderOf({ mapping, effectiveOn, unitIds, missing }: PeopleImport, orderedBy: string): FullImportOrder {
  return { mapping, effectiveOn, unitIds, missing, orderedBy };
}
