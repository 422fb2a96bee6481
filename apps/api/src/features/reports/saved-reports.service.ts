import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import type { ReportDefinition } from './report.rules.js';
import { ReportsService } from './reports.service.js';
import './reports.policy.js';
import { nextDue } from './schedule.rules.js';
import { SavedReport, type Schedule } from './saved-report.entity.js';

export interface SaveReport {
  id?: string | null;
  expectedRevision?: number | null;
  name: string;
  definition: ReportDefinition;
  shared: boolean;
  schedule?: Schedule | null;
}

const MOST_KEPT = 100;
const MOST_SHOWN = 200;
const MOST_LETTERS = 120;

/** Reports that people keep, for themselves or for everybody who reads insights. */
@Injectable()
export class SavedReportsService {
  constructor(private readonly reports: ReportsService) {}

  /** Own ones and shared ones, by name. */
  async all(viewer: Viewer): Promise<SavedReport[]> {
    const found = await viewer.tx.manager.find(SavedReport, { order: { name: 'ASC', id: 'ASC' }, take: MOST_SHOWN });
    return found.filter((report) => can(viewer, 'read', report));
  }

  async find(viewer: Viewer, id: string): Promise<SavedReport | null> {
    const report = isId(id) ? await viewer.tx.manager.findOneBy(SavedReport, { id }) : null;
    return report && can(viewer, 'read', report) ? report : null;
  }

  /** For the product itself, when the day of a report comes. */
  kept(system: Viewer, id: string): Promise<SavedReport | null> {
    return system.tx.manager.findOneBy(SavedReport, { id });
  }

  async save(viewer: Viewer, input: SaveReport): Promise<SavedReport | InvalidInput | NotFound | ChangedMeanwhile> {
    const before = input.id ? await this.changeable(viewer, input.id) : null;
    if (input.id && !before) return new NotFound('This report');
    if (before && before.revision !== input.expectedRevision) return new ChangedMeanwhile(before.revision);
    const name = input.name.trim();
    if (!name) return InvalidInput.of('name', 'Give the report a name.');
    if (name.length > MOST_LETTERS) return InvalidInput.of('name', `A name has at most ${MOST_LETTERS} letters.`);
    const wrong = this.reports.problems(viewer, input.definition);
    if (wrong) return wrong;
    const ownerId = viewer.personId ?? '';
    if (!before && (await viewer.tx.manager.countBy(SavedReport, { ownerId })) >= MOST_KEPT)
      return InvalidInput.of('name', `You keep ${MOST_KEPT} reports already. Remove one first.`);
    const schedule = input.schedule ?? null;
    const words = {
      ...{ name, definition: plain(input.definition), shared: input.shared, schedule, changedAt: viewer.now },
      dueAt: schedule === before?.schedule ? (before?.dueAt ?? null) : nextDue(schedule, viewer.now),
    };
    const id = before?.id ?? newId();
    if (before) await viewer.tx.manager.update(SavedReport, { id }, { ...words, revision: before.revision + 1 });
    else await viewer.tx.manager.insert(SavedReport, { id, ownerId, ...words, revision: 1 });
    return viewer.tx.manager.findOneByOrFail(SavedReport, { id });
  }

  async remove(viewer: Viewer, id: string): Promise<SavedReport | NotFound> {
    const report = await this.changeable(viewer, id);
    if (!report) return new NotFound('This report');
    await viewer.tx.manager.delete(SavedReport, { id });
    return report;
  }

  private async changeable(viewer: Viewer, id: string): Promise<SavedReport | null> {
    const seen = await this.find(viewer, id);
    if (!seen || !can(viewer, 'change', seen)) return null;
    return viewer.tx.manager.findOne(SavedReport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}

/** Only what a definition is made of. */
function plain({ subject, columns, filters, groupBy, sort }: ReportDefinition): ReportDefinition {
  return {
    ...{ subject, columns: [...columns], groupBy: [...groupBy] },
    filters: filters.map(({ column, operator, value }) => ({ column, operator, value })),
    sort: sort && { column: sort.column, descending: sort.descending },
  };
}
