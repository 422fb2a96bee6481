import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { audit } from '../../platform/audit/audit.js';
import { tellProgress } from '../../platform/jobs/progress.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { formatFile } from './format-files.js';
import { countContent } from './framework-content.rules.js';
import { formatOf } from './framework-formats.js';
import { FrameworkImport } from './framework-import.entity.js';
import { ImportColumnsService } from './import-columns.service.js';
import {
  FrameworkImporter,
  type FrameworkOrder,
  type FrameworkPlan,
  type NoPlan,
} from './framework-importer.service.js';
import './framework.policy.js';
import { FrameworkStage } from './framework-stage.service.js';
import { faultyFiles, type Finding, totalsOf } from './import-findings.rules.js';

/** So many findings are kept; their totals are of all of them. */
const MOST_FINDINGS = 5_000;

const CHANGED =
  'The framework was changed since the preview. Nothing was written. This is the new preview: look at it, then apply it.';
const NO_LONGER = 'Whoever applied it may no longer import frameworks. Nothing was written.';

/** What the worker does with an import: reads it for its preview, and applies it. Each in the one transaction of its job. */
@Injectable()
export class FrameworkImportRuns {
  constructor(
    private readonly files: FilesService,
    private readonly importer: FrameworkImporter,
    private readonly stage: FrameworkStage,
    private readonly people: ViewerSource,
    private readonly columns: ImportColumnsService,
  ) {}

  async preview(system: Viewer, importId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (it?.state !== 'READING') return;
    const order = await this.orderOf(system, it);
    if ('problem' in order) return this.write(system, it, { state: 'FAILED', problem: order.problem });
    await this.show(system, it, await this.plan(system, it, order), it.problem);
  }

  /** In the name of whoever applied it, as far as they may now: between the click and this, roles may have ended. */
  async apply(system: Viewer, importId: string, personId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (it?.state !== 'APPLYING') return;
    const order = await this.orderOf(system, it);
    if ('problem' in order) return this.write(system, it, { state: 'FAILED', problem: order.problem });
    const plan = await this.plan(system, it, order);
    if ('problems' in plan || plan.digest !== it.planDigest) return this.show(system, it, plan, CHANGED);
    const by = await this.whoMayStill(system, it, personId);
    if (!by) return this.write(system, it, { state: 'PREVIEWED', problem: NO_LONGER });
    const framework = plan.changesNothing ? plan.base : await this.importer.write(by, order, plan);
    await audit(by, {
      operation: 'applyFrameworkImport',
      target: it.id,
      detail: { previewedBy: it.createdBy, kind: it.kind, changesNothing: plan.changesNothing },
    });
    await this.write(system, it, {
      state: 'APPLIED',
      problem: null,
      appliedAt: system.now,
      appliedFrameworkId: framework?.id ?? null,
    });
  }

  /** The last try failed for a reason that is ours: said so, and everything is as it was. */
  async failed(system: Viewer, importId: string): Promise<void> {
    const it = await this.locked(system, importId);
    if (!it || !['READING', 'APPLYING'].includes(it.state)) return;
    const problem = 'Something went wrong on our side; nothing was changed. Try it again.';
    await this.write(system, it, { state: it.state === 'READING' ? 'FAILED' : 'PREVIEWED', problem });
  }

  private async orderOf(system: Viewer, it: FrameworkImport): Promise<FrameworkOrder | { problem: string }> {
    const format = formatOf(it.kind);
    if (!format) return { problem: 'This format is not known here any more.' };
    const files = [];
    for (const { slot, fileId, name } of it.files) {
      const stored = await this.files.byId(system, fileId);
      if (!stored) return { problem: `The file ${name} is no longer there. Upload it again.` };
      files.push(formatFile(slot, name, () => this.files.open(stored)));
    }
    return { format, about: it.about, options: it.options, files, columns: await this.columns.saidOf(system, it) };
  }

  private plan(system: Viewer, it: FrameworkImport, order: FrameworkOrder): Promise<FrameworkPlan | NoPlan> {
    return this.importer.plan(system, order, (percent) => tellProgress(system.tx, it.id, percent));
  }

  /** Keeps what people look at before they say yes. */
  private async show(
    system: Viewer,
    it: FrameworkImport,
    plan: FrameworkPlan | NoPlan,
    problem: string | null,
  ): Promise<void> {
    const wrong = 'problems' in plan;
    const findings = wrong ? plan.problems : plan.findings;
    await this.keepFindings(system, it.id, findings);
    await this.keepRows(system, it.id, !wrong);
    const totals = totalsOf(findings);
    await this.write(system, it, {
      state: 'PREVIEWED',
      problem,
      errors: findings.filter(({ severity }) => severity === 'ERROR').length,
      outcomes: wrong ? [] : plan.outcomes,
      baseFrameworkId: wrong ? null : (plan.base?.id ?? null),
      planDigest: wrong ? null : plan.digest,
      summary: wrong
        ? { findings: totals, faulty: faultyFiles(findings), tables: plan.tables }
        : {
            findings: totals,
            tables: plan.tables,
            counts: countContent(plan.content),
            scaleLevels: plan.content.levels.map(({ name }) => name),
          },
    });
  }

  private async keepFindings(system: Viewer, importId: string, findings: readonly Finding[]): Promise<void> {
    await system.tx.query('DELETE FROM framework_import_finding WHERE import_id = $1', [importId]);
    await system.tx.query(
      `INSERT INTO framework_import_finding (import_id, n, severity, kind, file, row, "column", message)
       SELECT $1, n, it->>'severity', it->>'kind', it->>'file', (it->>'row')::int, it->>'column', it->>'message'
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS found (it, n)`,
      [importId, JSON.stringify(findings.slice(0, MOST_FINDINGS))],
    );
  }

  private async keepRows(system: Viewer, importId: string, compared: boolean): Promise<void> {
    await system.tx.query('DELETE FROM framework_import_row WHERE import_id = $1', [importId]);
    if (!compared) return;
    await this.stage.keepDifferences(system, importId);
  }

  private async whoMayStill(system: Viewer, it: FrameworkImport, personId: string): Promise<Viewer | null> {
    const known = await this.people.know(system.tx, personId);
    const by = known && Viewer.person(known, system.tx, system.now);
    return by && can(by, 'read', it) ? by : null;
  }

  private locked(system: Viewer, id: string): Promise<FrameworkImport | null> {
    return system.tx.manager.findOne(FrameworkImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async write(system: Viewer, it: FrameworkImport, changes: Partial<FrameworkImport>): Promise<void> {
    Object.assign(it, changes);
    await system.tx.manager.save(it, { reload: false });
  }
}
