import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { findableIdFor } from '../../platform/database/id.js';
import {
  belowDocument,
  edgeAssociation,
  relationAssociation,
  requirementAssociation,
  roleBelow,
  roleLevelBelow,
  skillLevelsBelow,
} from './case-associations-out.rules.js';
import { CaseContext } from './case-context.rules.js';
import { definitionsOut, documentOf } from './case-document-out.rules.js';
import { familyItem, itemsOfSkill, type OutgoingLevel, roleItem, roleLevelItem } from './case-items-out.rules.js';
import { type CaseObject, isObject, OTHER_ASSOCIATION_FIELDS, pick } from './case-shapes.rules.js';
import { FrameworkReadingService } from './framework-reading.service.js';
import type { SkillFramework } from './framework.entity.js';

/** Where CASE is answered, below the address of the product. */
export const CASE_PATH = '/ims/case/v1p1/';

/** Writes a framework version as a package of CASE 1.1, an element a line, as it is read from the database. */
@Injectable()
export class CaseExportService {
  constructor(
    private readonly reading: FrameworkReadingService,
    private readonly config: Config,
  ) {}

  contextOf(framework: SkillFramework): CaseContext {
    return new CaseContext(framework, `${this.config.publicUrl}${CASE_PATH}`, findableIdFor);
  }

  async *package(viewer: Viewer, framework: SkillFramework): AsyncGenerator<string> {
    const context = this.contextOf(framework);
    const scale = await this.reading.scale(viewer, framework.id);
    yield `{"CFDocument":${JSON.stringify(documentOf(context))},\n`;
    yield* list('CFItems', this.items(viewer, context, scale));
    yield ',\n';
    yield* list('CFAssociations', this.associations(viewer, context, scale));
    const definitions = definitionsOut(context, scale);
    if (Object.keys(definitions).length > 0) yield `,\n"CFDefinitions":${JSON.stringify(definitions)}`;
    const { rubrics } = context.kept;
    if (Array.isArray(rubrics)) yield `,\n"CFRubrics":${JSON.stringify(rubrics)}`;
    yield '}\n';
  }

  private async *items(
    viewer: Viewer,
    context: CaseContext,
    scale: readonly OutgoingLevel[],
  ): AsyncGenerator<CaseObject> {
    const { id } = context.framework;
    for await (const row of this.reading.rows(viewer, id, 'skills')) yield* itemsOfSkill(context, row, scale);
    for await (const row of this.reading.rows(viewer, id, 'families')) yield familyItem(context, row);
    for await (const row of this.reading.rows(viewer, id, 'roles')) yield roleItem(context, row);
    for await (const row of this.reading.rows(viewer, id, 'levels')) yield roleLevelItem(context, row);
  }

  private async *associations(
    viewer: Viewer,
    context: CaseContext,
    scale: readonly OutgoingLevel[],
  ): AsyncGenerator<CaseObject> {
    const { id } = context.framework;
    const labelOf = labels(scale);
    for await (const row of this.reading.rows(viewer, id, 'relations')) yield relationAssociation(context, row);
    for await (const row of this.reading.rows(viewer, id, 'skills')) {
      if (context.own && !row.below) yield belowDocument(context, 'skill', row.code, row.name);
      yield* skillLevelsBelow(context, row, scale);
    }
    for await (const row of this.reading.rows(viewer, id, 'families'))
      yield belowDocument(context, 'job-family', row.code, row.name);
    for await (const row of this.reading.rows(viewer, id, 'roles')) yield roleBelow(context, row);
    for await (const row of this.reading.rows(viewer, id, 'levels')) yield roleLevelBelow(context, row);
    for await (const row of this.reading.rows(viewer, id, 'requirements'))
      yield requirementAssociation(context, row, labelOf);
    for await (const row of this.reading.rows(viewer, id, 'edges')) yield edgeAssociation(context, row);
    yield* asideOf(context);
  }
}

export function labels(scale: readonly OutgoingLevel[]): (ordinal: number) => string {
  return (ordinal) => scale.find((level) => level.ordinal === ordinal)?.label ?? String(ordinal);
}

/** Associations between things that are none of our skills, as they came. */
export function asideOf({ kept }: CaseContext): CaseObject[] {
  const aside = Array.isArray(kept['associations']) ? (kept['associations'] as unknown[]).filter(isObject) : [];
  const fields = [...OTHER_ASSOCIATION_FIELDS, 'associationType', 'originNodeURI', 'destinationNodeURI'];
  return aside.map((association) => pick(association, fields));
}

async function* list(name: string, elements: AsyncGenerator<CaseObject>): AsyncGenerator<string> {
  yield `"${name}":[`;
  let between = '\n';
  for await (const element of elements) {
    yield between + JSON.stringify(element);
    between = ',\n';
  }
  yield '\n]';
}
