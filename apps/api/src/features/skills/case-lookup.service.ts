import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { findableIdSql } from '../../platform/database/id.js';
import {
  belowDocument,
  edgeAssociation,
  relationAssociation,
  requirementAssociation,
  roleBelow,
  roleLevelBelow,
  skillLevelsBelow,
} from './case-associations-out.rules.js';
import type { CaseContext } from './case-context.rules.js';
import { asideOf, CaseExportService, labels } from './case-export.service.js';
import { familyItem, itemsOfSkill, type OutgoingLevel, roleItem, roleLevelItem } from './case-items-out.rules.js';
import type { CaseObject } from './case-shapes.rules.js';
import { FrameworkReadingService } from './framework-reading.service.js';
import type { RowKind } from './framework-rows.js';
import type { SkillFramework } from './framework.entity.js';

/** Where something that was asked for by its identifier stands. */
interface Found {
  context: CaseContext;
  kind: RowKind;
  rowId: string;
}

const NAMESPACE = `coalesce(framework.source->'case'->>'namespace', framework.series_id::text)`;
const id = (...words: string[]) => `${findableIdSql(NAMESPACE, ...words)} = $2::uuid`;
const CODE = (alias: string) => `${alias}.code = $2::text`;

/** How an identifier is looked for: the words of `findableIdFor` again, computed where the rows are. Keys before codes before sums. */
const ITEM_SEARCHES: [RowKind, string][] = [
  ['skills', `skill_revision it JOIN skill ON skill.id = it.skill_id WHERE ${CODE('skill')}`],
  ['skills', `skill_revision it JOIN skill ON skill.id = it.skill_id WHERE ${id(`'skill'`, 'skill.code')}`],
  ['families', `job_family it WHERE ${id(`'job-family'`, 'it.code')}`],
  ['roles', `job_role it WHERE ${id(`'job-role'`, 'it.code')}`],
  ['levels', `job_role_level it WHERE ${id(`'job-role-level'`, 'it.code')}`],
  [
    'skills',
    `skill_revision it JOIN skill ON skill.id = it.skill_id
     JOIN proficiency_level step ON step.scale_id = framework.scale_id WHERE ${id(`'skill-level'`, 'skill.code', 'step.ordinal::text')}`,
  ],
];

const ASSOCIATION_SEARCHES: [RowKind, string][] = [
  ['relations', `skill_relation it WHERE it.source->'case'->>'identifier' = $2::text`],
  [
    'relations',
    `skill_relation it JOIN skill origin ON origin.id = it.origin_skill_id LEFT JOIN skill target ON target.id = it.target_skill_id
     WHERE ${id(`'relation'`, 'it.type', 'origin.code', 'coalesce(target.code, it.target_uri)')}`,
  ],
  ['skills', `skill_revision it JOIN skill ON skill.id = it.skill_id WHERE ${id(`'top'`, `'skill'`, 'skill.code')}`],
  ['families', `job_family it WHERE ${id(`'top'`, `'job-family'`, 'it.code')}`],
  ['roles', `job_role it WHERE ${id(`'below'`, `'job-role'`, 'it.code')}`],
  ['levels', `job_role_level it WHERE ${id(`'below'`, `'job-role-level'`, 'it.code')}`],
  [
    'skills',
    `skill_revision it JOIN skill ON skill.id = it.skill_id JOIN proficiency_level step ON step.scale_id = framework.scale_id
     WHERE ${id(`'below'`, `'skill-level'`, 'skill.code', 'step.ordinal::text')}`,
  ],
  [
    'edges',
    `job_role_edge it JOIN job_role_level origin ON origin.id = it.from_level_id
     JOIN job_role_level target ON target.id = it.to_level_id WHERE ${id(`'edge'`, 'origin.code', 'target.code')}`,
  ],
  [
    'requirements',
    `job_role_requirement it JOIN job_role_level level ON level.id = it.job_role_level_id JOIN skill ON skill.id = it.skill_id
     WHERE ${id(`'requirement'`, 'level.code', 'skill.code')}`,
  ],
];

/** Finds items and associations by the identifiers under which they go out, in the newest of the versions given. */
@Injectable()
export class CaseLookupService {
  constructor(
    private readonly reading: FrameworkReadingService,
    private readonly packages: CaseExportService,
  ) {}

  async item(viewer: Viewer, frameworks: readonly SkillFramework[], identifier: string): Promise<CaseObject | null> {
    const found = await this.find(viewer, frameworks, ITEM_SEARCHES, identifier);
    const item = found ? (await this.itemsOf(viewer, found)).find((each) => each['identifier'] === identifier) : null;
    return found && item ? { ...item, CFDocumentURI: found.context.document } : null;
  }

  async association(
    viewer: Viewer,
    frameworks: readonly SkillFramework[],
    identifier: string,
  ): Promise<CaseObject | null> {
    const found = await this.find(viewer, frameworks, ASSOCIATION_SEARCHES, identifier);
    if (found) {
      const all = await this.associationsOf(viewer, found);
      const one = all.find((each) => each['identifier'] === identifier);
      return one ? { ...one, CFDocumentURI: found.context.document } : null;
    }
    for (const context of frameworks.map((framework) => this.packages.contextOf(framework))) {
      const aside = asideOf(context).find((each) => each['identifier'] === identifier);
      if (aside) return { ...aside, CFDocumentURI: context.document };
    }
    return null;
  }

  /** An item with everything that begins or ends at it. */
  async itemWithAssociations(
    viewer: Viewer,
    frameworks: readonly SkillFramework[],
    identifier: string,
  ): Promise<{ CFItem: CaseObject; CFAssociations: CaseObject[] } | null> {
    const found = await this.find(viewer, frameworks, ITEM_SEARCHES, identifier);
    const item = found ? (await this.itemsOf(viewer, found)).find((each) => each['identifier'] === identifier) : null;
    if (!found || !item) return null;
    const around = await this.around(viewer, found);
    const touching = around.filter((each) => touches(each, identifier));
    return { CFItem: { ...item, CFDocumentURI: found.context.document }, CFAssociations: touching };
  }

  private async find(
    viewer: Viewer,
    frameworks: readonly SkillFramework[],
    searches: typeof ITEM_SEARCHES,
    identifier: string,
  ): Promise<Found | null> {
    for (const [kind, from] of searches) {
      const [row] = await viewer.tx.query<{ frameworkId: string; rowId: string }>(
        `SELECT framework.id AS "frameworkId", row_id AS "rowId"
         FROM skill_framework framework CROSS JOIN LATERAL (
           SELECT ${kind === 'skills' ? 'it.skill_id' : 'it.id'} AS row_id FROM ${from} AND it.framework_id = framework.id LIMIT 1) hit
         WHERE framework.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], framework.id) LIMIT 1`,
        [frameworks.map((framework) => framework.id), identifier],
      );
      const framework = row && frameworks.find((each) => each.id === row.frameworkId);
      if (framework) return { context: this.packages.contextOf(framework), kind, rowId: row.rowId };
    }
    return null;
  }

  private async itemsOf(viewer: Viewer, { context, kind, rowId }: Found): Promise<CaseObject[]> {
    const { id: version } = context.framework;
    switch (kind) {
      case 'skills':
        return this.skillItems(viewer, context, rowId);
      case 'families':
        return (await this.reading.some(viewer, version, kind, 'it.id = $2', rowId)).map((row) =>
          familyItem(context, row),
        );
      case 'roles':
        return (await this.reading.some(viewer, version, kind, 'it.id = $2', rowId)).map((row) =>
          roleItem(context, row),
        );
      case 'levels':
        return (await this.reading.some(viewer, version, kind, 'it.id = $2', rowId)).map((row) =>
          roleLevelItem(context, row),
        );
      default:
        return [];
    }
  }

  private async skillItems(viewer: Viewer, context: CaseContext, skillId: string): Promise<CaseObject[]> {
    const scale = await this.reading.scale(viewer, context.framework.id);
    const rows = await this.reading.some(viewer, context.framework.id, 'skills', 'it.skill_id = $2', skillId);
    return rows.flatMap((row) => itemsOfSkill(context, row, scale));
  }

  private async associationsOf(viewer: Viewer, { context, kind, rowId }: Found): Promise<CaseObject[]> {
    return kind === 'skills'
      ? this.treeOfSkill(viewer, context, rowId)
      : this.ofRows(viewer, context, kind, 'it.id = $2', rowId);
  }

  /** All associations that have to do with one thing. */
  private async around(viewer: Viewer, { context, kind, rowId }: Found): Promise<CaseObject[]> {
    const of = (each: RowKind, where: string) => this.ofRows(viewer, context, each, where, rowId);
    const groups: Partial<Record<RowKind, () => Promise<CaseObject[][]>>> = {
      skills: async () => [
        await of('relations', '(it.origin_skill_id = $2 OR it.target_skill_id = $2)'),
        await this.treeOfSkill(viewer, context, rowId),
        await of('requirements', 'it.skill_id = $2'),
      ],
      families: async () => [await of('families', 'it.id = $2'), await of('roles', 'it.family_id = $2')],
      roles: async () => [await of('roles', 'it.id = $2'), await of('levels', 'it.role_id = $2')],
      levels: async () => [
        await of('levels', 'it.id = $2'),
        await of('requirements', 'it.job_role_level_id = $2'),
        await of('edges', '(it.from_level_id = $2 OR it.to_level_id = $2)'),
      ],
    };
    return [...((await groups[kind]?.()) ?? []).flat(), ...asideOf(context)];
  }

  /** Where a skill stands in the tree of the document, and its levels below it. */
  private async treeOfSkill(viewer: Viewer, context: CaseContext, skillId: string): Promise<CaseObject[]> {
    const scale: OutgoingLevel[] = await this.reading.scale(viewer, context.framework.id);
    const rows = await this.reading.some(viewer, context.framework.id, 'skills', 'it.skill_id = $2', skillId);
    return rows.flatMap((row) => [
      ...(context.own && !row.below ? [belowDocument(context, 'skill', row.code, row.name)] : []),
      ...skillLevelsBelow(context, row, scale),
    ]);
  }

  private async ofRows(
    viewer: Viewer,
    context: CaseContext,
    kind: RowKind,
    where: string,
    value: string,
  ): Promise<CaseObject[]> {
    const { id: version } = context.framework;
    const some = <Kind extends RowKind>(each: Kind) => this.reading.some(viewer, version, each, where, value);
    switch (kind) {
      case 'relations':
        return (await some(kind)).map((row) => relationAssociation(context, row));
      case 'requirements': {
        const labelOf = labels(await this.reading.scale(viewer, version));
        return (await some(kind)).map((row) => requirementAssociation(context, row, labelOf));
      }
      case 'edges':
        return (await some(kind)).map((row) => edgeAssociation(context, row));
      case 'families':
        return (await some(kind)).map((row) => belowDocument(context, 'job-family', row.code, row.name));
      case 'roles':
        return (await some(kind)).map((row) => roleBelow(context, row));
      case 'levels':
        return (await some(kind)).map((row) => roleLevelBelow(context, row));
      case 'skills':
        return [];
    }
  }
}

function touches(association: CaseObject, identifier: string): boolean {
  return [association['originNodeURI'], association['destinationNodeURI']].some(
    (end) => (end as { identifier?: unknown }).identifier === identifier,
  );
}
