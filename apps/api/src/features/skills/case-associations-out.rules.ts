import type { CaseContext } from './case-context.rules.js';
import {
  CASE_UUID,
  type CaseLink,
  type CaseObject,
  compact,
  isObject,
  OTHER_ASSOCIATION_FIELDS,
  pick,
  textOf,
} from './case-shapes.rules.js';
import type {
  EdgeRow,
  RelationRow,
  RequirementRow,
  RoleLevelRow,
  RoleRow,
  SkillEnd,
  SkillRow,
} from './framework-rows.js';
import type { OutgoingLevel } from './case-items-out.rules.js';

/** Where our own things stand in the tree that tools show: below another one, or below the document. */
export function belowDocument(
  context: CaseContext,
  kind: 'skill' | 'job-family',
  code: string,
  name: string,
): CaseObject {
  const identifier = context.itemId(kind, code);
  return association(context, context.id('top', kind, code), {
    associationType: 'isChildOf',
    originNodeURI: context.link('CFItems', identifier, name),
    destinationNodeURI: context.document,
    extensions: { assay: { object: 'TOP' } },
  });
}

export function skillLevelsBelow(context: CaseContext, row: SkillRow, scale: readonly OutgoingLevel[]): CaseObject[] {
  return scale
    .filter(({ ordinal }) => row.descriptors[ordinal - 1] || row.asked.includes(ordinal))
    .map(({ ordinal, label }) =>
      association(context, context.id('below', 'skill-level', row.code, String(ordinal)), {
        associationType: 'isChildOf',
        sequenceNumber: ordinal,
        originNodeURI: context.link('CFItems', context.skillLevelId(row.code, ordinal), `${row.name}: ${label}`),
        destinationNodeURI: skillLink(context, endOf(context, row)),
      }),
    );
}

function endOf(context: CaseContext, row: SkillRow): SkillEnd {
  const fromCase = isObject(row.source['case']);
  return { code: row.code, name: row.name, uri: row.uri, seriesId: context.framework.seriesId, inside: true, fromCase };
}

export function roleBelow(context: CaseContext, row: RoleRow): CaseObject {
  return association(context, context.id('below', 'job-role', row.code), {
    associationType: 'isChildOf',
    sequenceNumber: row.position + 1,
    originNodeURI: context.link('CFItems', context.itemId('job-role', row.code), row.name),
    destinationNodeURI: context.link('CFItems', context.itemId('job-family', row.familyCode), row.familyName),
  });
}

export function roleLevelBelow(context: CaseContext, row: RoleLevelRow): CaseObject {
  return association(context, context.id('below', 'job-role-level', row.code), {
    associationType: 'isChildOf',
    sequenceNumber: row.order,
    originNodeURI: roleLevelLink(context, row.code, row.name),
    destinationNodeURI: context.link('CFItems', context.itemId('job-role', row.roleCode), row.roleName),
  });
}

export function relationAssociation(context: CaseContext, row: RelationRow): CaseObject {
  const { case: kept, ...others } = row.source;
  const fromCase = isObject(kept) ? kept : null;
  const target = row.target.code === null ? outsideLink(row, fromCase) : skillLink(context, row.target);
  const words = [row.type, row.origin.code ?? '', row.target.code ?? row.target.uri ?? ''];
  const identifier = textOf(fromCase?.['identifier']) ?? context.id('relation', ...words);
  const own = compact({ ...(fromCase ? {} : { object: 'RELATION' }), source: others });
  const foreign = isObject(fromCase?.['extensions']) ? fromCase['extensions'] : {};
  return association(context, identifier, {
    ...(fromCase ? pick(fromCase, OTHER_ASSOCIATION_FIELDS) : { sequenceNumber: row.position }),
    associationType: textOf(fromCase?.['associationType']) ?? row.type,
    originNodeURI: skillLink(context, row.origin),
    destinationNodeURI: target,
    extensions: { ...foreign, ...(Object.keys(own).length > 0 ? { assay: own } : {}) },
  });
}

/** A job role asks for a skill at a level, or for the skill where no level is said. */
export function requirementAssociation(
  context: CaseContext,
  row: RequirementRow,
  labelOf: (ordinal: number) => string,
): CaseObject {
  const { level, skill } = row;
  const atLevel = level !== null && skill.inside && skill.code !== null;
  const target = atLevel
    ? context.link('CFItems', context.skillLevelId(skill.code ?? '', level), `${skill.name}: ${labelOf(level)}`)
    : skillLink(context, skill);
  const own = compact({
    object: 'REQUIREMENT',
    importance: row.importance,
    mustHave: row.mustHave || undefined,
    level: atLevel ? undefined : level,
    source: row.source,
  });
  return association(context, context.id('requirement', row.levelCode, skill.code ?? ''), {
    associationType: atLevel ? 'hasSkillLevel' : 'isRelatedTo',
    sequenceNumber: row.position + 1,
    originNodeURI: roleLevelLink(context, row.levelCode, row.levelName),
    destinationNodeURI: target,
    extensions: { assay: own },
  });
}

const EDGE_TYPES = { LADDER: 'precedes', BRANCH: 'precedes', LATERAL: 'isPeerOf' } as const;

export function edgeAssociation(context: CaseContext, row: EdgeRow): CaseObject {
  return association(context, context.id('edge', row.fromCode, row.toCode), {
    associationType: EDGE_TYPES[row.kind],
    originNodeURI: roleLevelLink(context, row.fromCode, row.fromName),
    destinationNodeURI: roleLevelLink(context, row.toCode, row.toName),
    notes: row.note || undefined,
    extensions: { assay: compact({ object: 'EDGE', kind: row.kind, source: row.source }) },
  });
}

function association(context: CaseContext, identifier: string, more: CaseObject): CaseObject {
  return compact({
    lastChangeDateTime: context.changedAt,
    ...more,
    identifier,
    uri: textOf(more['uri']) ?? `${context.base}CFAssociations/${identifier}`,
  });
}

function roleLevelLink(context: CaseContext, code: string, name: string): CaseLink {
  return context.link('CFItems', context.itemId('job-role-level', code), name);
}

/** A skill of this version by its address here; one of another framework by the identity it has there. */
function skillLink(context: CaseContext, { code, name, uri, seriesId, inside, fromCase }: SkillEnd): CaseLink {
  const namespace = inside || seriesId === null ? context.namespace : seriesId;
  return context.link('CFItems', context.itemId('skill', code ?? '', namespace), name ?? '', fromCase ? uri : null);
}

function outsideLink({ target, targetTitle }: RelationRow, kept: CaseObject | null): CaseObject {
  const said = isObject(kept?.['target']) ? kept['target'] : {};
  const uri = target.uri ?? '';
  const last = uri.replace(/\/$/, '').split(/[/:]/).at(-1) ?? uri;
  const identifier = textOf(said['identifier']) ?? (CASE_UUID.test(last) ? last : uri);
  return compact({ title: targetTitle?.trim() || uri, identifier, uri, targetType: said['targetType'] });
}
