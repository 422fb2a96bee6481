import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { idFor, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import type { FrameworkContent } from './framework-content.rules.js';
import type { AboutFramework } from './framework-import.entity.js';
import { FrameworkStage } from './framework-stage.service.js';
import { ProficiencyLevel, ProficiencyScale, SkillFramework } from './framework.entity.js';
import { FrameworkDrafted } from './skills.events.js';

export type { FrameworkContent };

/** Versions of one framework belong together by publisher and title, whatever their case. */
export function seriesOf(about: Pick<AboutFramework, 'title' | 'publisher'>): string {
  return idFor('framework-series', about.publisher.trim().toLowerCase(), about.title.trim().toLowerCase());
}

/** Writes a framework as a draft version: scale, skills with their revisions, job roles with what they ask. */
@Injectable()
export class FrameworkWriter {
  constructor(private readonly stage: FrameworkStage) {}

  async draft(viewer: Viewer, about: AboutFramework, content: FrameworkContent): Promise<SkillFramework> {
    return this.writeStaged(viewer, about, content, await this.stage.lay(viewer, seriesOf(about), content));
  }

  /** As `draft`, for what was laid out already. */
  async writeStaged(
    viewer: Viewer,
    about: AboutFramework,
    content: FrameworkContent,
    id: string,
  ): Promise<SkillFramework> {
    const framework = await this.rowOf(viewer, about, content, id);
    await viewer.tx.manager.insert(SkillFramework, framework);
    await this.stage.write(viewer, id);
    await record(viewer, new FrameworkDrafted(framework.id));
    return framework;
  }

  /** The row of the version itself. What a person says of it goes before what the files say. */
  private async rowOf(
    viewer: Viewer,
    about: AboutFramework,
    content: FrameworkContent,
    id: string,
  ): Promise<SkillFramework> {
    const { title, publisher, version, licence, attribution, sourceUrl } = about;
    const seriesId = seriesOf(about);
    return viewer.tx.manager.create(SkillFramework, {
      ...{ id, seriesId, title, publisher, version, licence, attribution, sourceUrl },
      restricted: about.restricted ?? false,
      sourceKind: about.sourceKind ?? 'OWN',
      description: content.about?.description ?? '',
      language: content.about?.language ?? 'en',
      licenceUrl: about.licenceUrl ?? content.about?.licenceUrl ?? null,
      uri: content.about?.uri ?? null,
      source: content.about?.source ?? {},
      state: 'DRAFT',
      scaleId: await this.scaleFor(viewer, seriesId, about, content),
      createdAt: viewer.now,
      publishedAt: null,
    });
  }

  /** A version whose levels have the same names keeps the scale, so that levels held stay comparable. */
  private async scaleFor(
    viewer: Viewer,
    seriesId: string,
    about: AboutFramework,
    content: FrameworkContent,
  ): Promise<string> {
    const known = await viewer.tx.query<{ id: string; labels: string[] }>(
      `SELECT scale.id, coalesce(array_agg(level.label ORDER BY level.ordinal) FILTER (WHERE level.id IS NOT NULL), '{}') AS labels
       FROM (SELECT DISTINCT scale_id AS id FROM skill_framework WHERE series_id = $1) scale
       LEFT JOIN proficiency_level level ON level.scale_id = scale.id GROUP BY scale.id`,
      [seriesId],
    );
    const labels = content.levels.map((level) => level.name);
    const same = known.find((scale) => JSON.stringify(scale.labels) === JSON.stringify(labels));
    if (same) return same.id;
    const id = newId();
    await viewer.tx.manager.insert(ProficiencyScale, { id, name: about.title });
    if (content.levels.length > 0)
      await viewer.tx.manager.insert(
        ProficiencyLevel,
        content.levels.map((level) => ({
          id: newId(),
          scaleId: id,
          ordinal: level.value,
          label: level.name,
          description: level.description ?? null,
        })),
      );
    return id;
  }
}
