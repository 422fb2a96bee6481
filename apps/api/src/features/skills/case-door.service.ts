import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { NotAllowed } from '../../platform/graphql/refusal.js';
import type { Organisation } from '../people/organisation.entity.js';
import { OrganisationService } from '../people/organisation.service.js';
import { CaseExportService } from './case-export.service.js';
import { CaseRubrics } from './case-rubrics.service.js';
import { definitionsOut } from './case-document-out.rules.js';
import { type CaseObject, type DefinitionList, isObject } from './case-shapes.rules.js';
import { FrameworkReadingService } from './framework-reading.service.js';
import { SkillFramework } from './framework.entity.js';

/** Which frameworks are answered for by CASE, and what they define. */
@Injectable()
export class CaseDoorService {
  constructor(
    private readonly reading: FrameworkReadingService,
    private readonly packages: CaseExportService,
    private readonly organisations: OrganisationService,
    private readonly rubrics: CaseRubrics,
  ) {}

  /** Whether strangers may read published frameworks; those whose licence forbids it stay closed all the same. */
  async opensToStrangers(viewer: Viewer): Promise<boolean> {
    const [row] = await viewer.tx.query<{ open: boolean }>('SELECT frameworks_open AS open FROM organisation');
    return row?.open ?? false;
  }

  async openToStrangers(viewer: Viewer, open: boolean): Promise<Organisation | NotAllowed> {
    if (!viewer.mayEverywhere('access.configure'))
      return new NotAllowed('Only an administrator decides what strangers may read.');
    await viewer.tx.query('SELECT app_open_frameworks($1)', [open]);
    return this.organisations.current(viewer);
  }

  /** Published versions that the viewer may read, newest first; null when there is no door for them at all. */
  async frameworks(viewer: Viewer): Promise<SkillFramework[] | null> {
    const stranger = viewer.kind === 'stranger';
    if (stranger ? !(await this.opensToStrangers(viewer)) : !viewer.may('framework.read')) return null;
    const published = await viewer.tx.manager.find(SkillFramework, { order: { publishedAt: 'DESC', id: 'DESC' } });
    return published.filter(
      (framework) => framework.state !== 'DRAFT' && (stranger ? !framework.restricted : can(viewer, 'read', framework)),
    );
  }

  /** By the identifier of the document, or by our own id of the version. */
  byDocument(frameworks: readonly SkillFramework[], identifier: string): SkillFramework | null {
    const found = frameworks.find(
      (framework) =>
        framework.id === identifier || this.packages.contextOf(framework).document.identifier === identifier,
    );
    return found ?? null;
  }

  /** A definition, with those that stand below it by their codes. */
  async definition(
    viewer: Viewer,
    frameworks: readonly SkillFramework[],
    list: DefinitionList,
    identifier: string,
  ): Promise<CaseObject[]> {
    for (const framework of frameworks) {
      const context = this.packages.contextOf(framework);
      const all = definitionsOut(context, await this.reading.scale(viewer, framework.id))[list];
      const known = Array.isArray(all) ? (all as unknown[]).filter(isObject) : [];
      const found = known.find((each) => each['identifier'] === identifier);
      if (!found) continue;
      const { hierarchyCode: code } = found;
      const isBelow = (each: CaseObject) =>
        typeof code === 'string' && code !== '' && String(each['hierarchyCode']).startsWith(`${code}.`);
      return [found, ...known.filter((each) => each !== found && isBelow(each))];
    }
    return [];
  }

  /** One that came with a framework, else one of ours. */
  async rubric(viewer: Viewer, frameworks: readonly SkillFramework[], identifier: string): Promise<CaseObject | null> {
    const all = frameworks.flatMap((framework) => {
      const { rubrics } = this.packages.contextOf(framework).kept;
      return Array.isArray(rubrics) ? (rubrics as unknown[]).filter(isObject) : [];
    });
    return all.find((each) => each['identifier'] === identifier) ?? this.rubrics.find(viewer, identifier);
  }
}
