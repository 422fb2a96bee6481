import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { Course } from './course.entity.js';
import { CourseCatalogue } from './course-catalogue.entity.js';
import { emptyCourse } from './course-facts.rules.js';
import { CourseKeepingService } from './course-keeping.service.js';
import type { KnownCatalogue, PlannedCourse } from './course-plan.rules.js';
import { CourseProvider } from './course-provider.entity.js';
import type { CatalogueAbout } from './course-rows.rules.js';

const AT_ONCE = 500;
const NOT_LOOKED_AT = 'It came in with an import; nobody looked yet.';

/** Writes what a plan of courses came to. */
@Injectable()
export class CourseWriterService {
  constructor(private readonly keeping: CourseKeepingService) {}

  async write(
    by: Viewer,
    planned: readonly PlannedCourse[],
    known: KnownCatalogue,
    about: CatalogueAbout | null,
  ): Promise<void> {
    const touched = planned.filter(({ before, changes }) => !before || changes.length > 0);
    if (touched.length === 0) return;
    const catalogueId = about ? await this.catalogue(by, about, known.catalogueId) : null;
    const providers = await this.providers(by, touched, known);
    const ids = new Map(known.titles.map(({ id, code }) => [code.toLowerCase(), id]));
    const rowsOf = (plan: PlannedCourse) => {
      const { facts, row } = plan;
      const providerId = row.provider ? (providers.get(row.provider.name.toLowerCase()) ?? null) : undefined;
      return {
        ...facts,
        ...(providerId === undefined ? {} : { providerId }),
        ...(row.state ? { state: row.state } : {}),
        ...(row.source ? { source: row.source } : {}),
        ...(catalogueId ? { catalogueId } : {}),
      };
    };
    const fresh = touched.flatMap((plan) => {
      if (plan.before) return [];
      const id = newId();
      ids.set(plan.row.code.toLowerCase(), id);
      return [{ ...emptyCourse(by.now, by.personId), title: plan.row.code, ...rowsOf(plan), id, code: plan.row.code }];
    });
    for (let at = 0; at < fresh.length; at += AT_ONCE)
      await by.tx.manager.insert(Course, fresh.slice(at, at + AT_ONCE));
    for (const plan of touched)
      if (plan.before)
        await by.tx.manager.update(
          Course,
          { id: plan.before.id },
          { ...rowsOf(plan), revision: plan.before.revision + 1, savedAt: by.now },
        );
    // After all courses are there: a row may build on one that stands below it.
    for (const { row, outcomes, requires } of touched) {
      const id = ids.get(row.code.toLowerCase());
      if (!id) throw new Error(`The course ${row.code} was not written.`);
      if (outcomes) await this.keeping.writeOutcomes(by, id, outcomes);
      if (requires)
        await this.keeping.writePrerequisites(
          by,
          id,
          requires.flatMap((code) => ids.get(code) ?? []),
        );
    }
  }

  private async catalogue(by: Viewer, about: CatalogueAbout, id: string | null): Promise<string> {
    if (id) {
      await by.tx.manager.update(CourseCatalogue, { id }, about);
      return id;
    }
    const made = { ...about, id: newId(), createdAt: by.now };
    await by.tx.manager.insert(CourseCatalogue, made);
    return made.id;
  }

  /** Ids by name; a provider that nobody knew is added as one that nobody checked. */
  private async providers(
    by: Viewer,
    planned: readonly PlannedCourse[],
    known: KnownCatalogue,
  ): Promise<Map<string, string>> {
    const ids = new Map(known.providers);
    for (const { row } of planned) {
      if (!row.provider || ids.has(row.provider.name.toLowerCase())) continue;
      const id = newId();
      ids.set(row.provider.name.toLowerCase(), id);
      await by.tx.manager.insert(CourseProvider, {
        id,
        name: row.provider.name,
        website: row.provider.website,
        country: null,
        kind: 'OTHER',
        qualityAssurance: '',
        trust: 'UNCHECKED',
        trustReason: NOT_LOOKED_AT,
        revision: 1,
        createdAt: by.now,
      });
    }
    return ids;
  }
}
