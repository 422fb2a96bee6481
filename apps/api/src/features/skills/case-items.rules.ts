import {
  type CaseObject,
  compact,
  isObject,
  kindOfType,
  OTHER_ITEM_FIELDS,
  otherExtensions,
  ownExtension,
  pick,
  textOf,
  typeOfKind,
} from './case-shapes.rules.js';
import {
  type ContentFamily,
  type ContentRole,
  type ContentRoleLevel,
  type ContentSkill,
  type FrameworkContent,
  SKILL_KINDS,
  type SkillKind,
  type SourceFacts,
} from './framework-content.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';

export interface Place {
  file: string;
  row: number;
  path: string;
}

/** What an item of a package turned out to be. */
export type CaseNode =
  | { is: 'SKILL'; skill: ContentSkill }
  | { is: 'SKILL_LEVEL'; skill: string; level: number; texts: string[] | null; at: () => Place }
  | { is: 'JOB_FAMILY'; family: ContentFamily }
  | { is: 'JOB_ROLE'; role: ContentRole }
  | { is: 'JOB_ROLE_LEVEL'; level: ContentRoleLevel };

const REQUIRED = 'which CASE requires of every item';

/** The items of a package, one after another. */
export class CaseItems {
  readonly levels: FrameworkContent['levels'];
  readonly skills: ContentSkill[] = [];
  readonly families: ContentFamily[] = [];
  readonly problems: Finding[] = [];
  readonly findings: Finding[] = [];
  private readonly nodes = new Map<string, CaseNode>();
  private readonly unknown = new Map<string, Place>();

  constructor(
    private readonly document: CaseObject,
    definitions: CaseObject,
  ) {
    this.levels = levelsOf(definitions);
  }

  node(identifier: string): CaseNode | undefined {
    return this.nodes.get(identifier);
  }

  get size(): number {
    return this.nodes.size;
  }

  take(item: unknown, at: () => Place): void {
    if (!isObject(item)) return this.refuse('NOT_AN_ITEM', at(), null, 'Here an item should stand.');
    const identifier = identifierOf(item);
    if (!identifier) return this.refuse('NO_IDENTIFIER', at(), 'identifier', `The identifier is missing, ${REQUIRED}.`);
    const statement = textOf(item['fullStatement']) ?? textOf(item['abbreviatedStatement']);
    const before = this.nodes.get(identifier);
    if (before || identifier === this.document['identifier']) return this.again(item, identifier, before, at());
    if (!statement)
      return this.refuse('NO_STATEMENT', at(), 'fullStatement', `The full statement is missing, ${REQUIRED}.`);
    for (const field of unknownFields(item)) if (!this.unknown.has(field)) this.unknown.set(field, at());
    this.nodes.set(identifier, this.nodeOf(item, identifier, statement, at));
  }

  /** When all are there: what skill levels say goes to their skills. */
  close(file: string): void {
    for (const node of this.nodes.values()) if (node.is === 'SKILL_LEVEL') this.describe(node);
    for (const [field, at] of this.unknown) {
      const message = `“${field}” is not a property of CASE. It is kept with the item.`;
      this.findings.push(finding('UNKNOWN_PROPERTY', at.file, at.row, `${at.path}.${field}`, message));
    }
    if (this.nodes.size === 0)
      this.problems.push(problem('NOTHING_THERE', file, 1, 'CFItems', 'There is no item in this package.'));
  }

  /** Real exports hold the same item twice, with a label or a type changed. The same statement is the same item. */
  private again(item: CaseObject, identifier: string, before: CaseNode | undefined, at: Place): void {
    const said = before?.is === 'SKILL' ? before.skill : undefined;
    const statement = item['fullStatement'];
    if (!said || (statement !== said.name && statement !== said.description))
      return this.refuse('IDENTIFIER_TWICE', at, 'identifier', `The identifier ${identifier} stands here again.`);
    const other = textOf(item['abbreviatedStatement']) ?? textOf(item['CFItemType']) ?? 'the same';
    const message = `“${said.name}” stands here again (“${other}”). The first one is kept.`;
    this.findings.push(finding('ITEM_AGAIN', at.file, at.row, at.path, message));
  }

  private nodeOf(item: CaseObject, identifier: string, statement: string, at: () => Place): CaseNode {
    const own = ownExtension(item);
    switch (own?.['object']) {
      case 'SKILL_LEVEL': {
        const texts = own['described'] === false ? null : (listOf(own['texts']) ?? statement.split('\n'));
        return { is: 'SKILL_LEVEL', skill: textOf(own['skill']) ?? '', level: Number(own['level']), texts, at };
      }
      case 'JOB_FAMILY': {
        const family = { id: textOf(own['code']) ?? identifier, name: statement, roles: [] };
        this.families.push(family);
        return { is: 'JOB_FAMILY', family };
      }
      case 'JOB_ROLE':
        return { is: 'JOB_ROLE', role: roleOf(item, own, identifier, statement) };
      case 'JOB_ROLE_LEVEL':
        return { is: 'JOB_ROLE_LEVEL', level: roleLevelOf(item, own, identifier, statement) };
      default: {
        const skill = skillOf(item, own, identifier, statement, this.levels);
        this.skills.push(skill);
        return { is: 'SKILL', skill };
      }
    }
  }

  private describe({ skill, level, texts, at }: Extract<CaseNode, { is: 'SKILL_LEVEL' }>): void {
    const of = this.nodes.get(skill);
    const name = this.levels.find((each) => each.value === level)?.name.toLowerCase();
    if (of?.is !== 'SKILL')
      return this.refuse('POINTS_NOWHERE', at(), 'extensions.assay.skill', `There is no skill ${skill} here.`);
    if (name === undefined)
      return this.refuse('UNKNOWN_LEVEL', at(), 'extensions.assay.level', `The scale has no level ${level}.`);
    of.skill.levels[name] = texts;
  }

  private refuse(kind: string, at: Place, field: string | null, message: string): void {
    this.problems.push(problem(kind, at.file, at.row, field ? `${at.path}.${field}` : at.path, message));
  }
}

function skillOf(
  item: CaseObject,
  own: CaseObject | null,
  identifier: string,
  statement: string,
  levels: FrameworkContent['levels'],
): ContentSkill {
  const ours = textOf(own?.['code']) !== undefined;
  const short = textOf(item['abbreviatedStatement']);
  const abbreviated = short !== undefined && textOf(item['fullStatement']) !== undefined && !ours;
  const notes = typeof item['notes'] === 'string' && item['notes'] !== '' ? item['notes'] : null;
  const type = textOf(item['CFItemType']);
  const kind = SKILL_KINDS.find((each) => each === own?.['kind']) ?? kindOfType(type);
  const labels = labelsOf(item, ours);
  const others = isObject(own?.['source']) ? own['source'] : {};
  const source: SourceFacts = {
    ...others,
    ...(ours ? {} : { case: keptOf(item, { abbreviated, kind, labels }) }),
  };
  const category = own?.['category'];
  return {
    id: textOf(own?.['code']) ?? identifier,
    name: abbreviated ? short : statement,
    description: abbreviated ? String(item['fullStatement']) : notes,
    notes: abbreviated ? notes : (textOf(own?.['notes']) ?? null),
    kind,
    category: category === 'TECHNICAL' || category === 'TRANSFERABLE' ? category : null,
    synonyms: labels.synonyms,
    coding: textOf(item['humanCodingScheme']) ?? null,
    uri: ours ? (textOf(own?.['uri']) ?? null) : (textOf(item['uri']) ?? null),
    source,
    levels: Object.fromEntries(levels.map((level) => [level.name.toLowerCase(), null])),
  };
}

interface Labels {
  synonyms: string[];
  /** The keywords are the same labels once more. */
  inKeywords: boolean;
}

/** Other labels of an item. Keywords that begin with the one label there is room for are labels, too; others are topics. */
function labelsOf(item: CaseObject, ours: boolean): Labels {
  const label = textOf(item['alternativeLabel']);
  const keywords = listOf(item['conceptKeywords']) ?? [];
  const inKeywords = label !== undefined && keywords[0] === label;
  if (inKeywords || (ours && keywords.length > 0)) return { synonyms: keywords, inKeywords: true };
  return { synonyms: label === undefined ? [] : [label], inKeywords: false };
}

/** What no field of a skill holds, and what is needed to write the item as it was. */
function keptOf(item: CaseObject, read: { abbreviated: boolean; kind: SkillKind; labels: Labels }): CaseObject {
  const kept = pick(item, OTHER_ITEM_FIELDS);
  if (read.labels.inKeywords) delete kept['conceptKeywords'];
  if (kept['CFItemType'] === typeOfKind(read.kind)) delete kept['CFItemType'];
  const before = ownExtension(item)?.['unknown'];
  const unknown = { ...(isObject(before) ? before : {}), ...pick(item, unknownFields(item)) };
  return compact({
    ...kept,
    extensions: otherExtensions(item),
    abbreviated: read.abbreviated || undefined,
    labelsInKeywords: read.labels.inKeywords || undefined,
    unknown,
  });
}

function roleOf(item: CaseObject, own: CaseObject, identifier: string, statement: string): ContentRole {
  return {
    id: textOf(own['code']) ?? identifier,
    name: statement,
    description: typeof item['notes'] === 'string' ? item['notes'] : '',
    responsibilities: listOf(own['responsibilities']) ?? [],
    levels: [],
    uri: textOf(own['uri']) ?? null,
    alternativeTitles: labelsOf(item, true).synonyms,
    source: isObject(own['source']) ? own['source'] : {},
  };
}

function roleLevelOf(item: CaseObject, own: CaseObject, identifier: string, statement: string): ContentRoleLevel {
  const facts = isObject(own['facts']) ? own['facts'] : {};
  return {
    id: textOf(own['code']) ?? identifier,
    name: statement,
    order: Number(own['order'] ?? 1),
    titleRank: Number(facts['titleRank'] ?? 0),
    track: textOf(facts['track']) ?? null,
    seniorCivilService: facts['seniorCivilService'] === true,
    meanLevel: Number(facts['meanLevel'] ?? 0),
    description: typeof item['notes'] === 'string' ? item['notes'] : '',
    responsibilities: listOf(own['responsibilities']) ?? [],
    skills: [],
  };
}

/** Our own scale stands among the concepts, a level each. */
function levelsOf(definitions: CaseObject): FrameworkContent['levels'] {
  const concepts = definitions['CFConcepts'];
  if (!Array.isArray(concepts)) return [];
  return (concepts as unknown[])
    .flatMap((concept) => {
      const value = isObject(concept) ? ownExtension(concept)?.['level'] : undefined;
      if (!isObject(concept) || typeof value !== 'number') return [];
      const description = textOf(concept['description']);
      return [
        {
          value,
          name: textOf(concept['title']) ?? String(value),
          ...(description === undefined ? {} : { description }),
        },
      ];
    })
    .sort((one, other) => one.value - other.value);
}

/** Older exports name the item by its address only. */
function identifierOf(item: CaseObject): string | undefined {
  return (
    textOf(item['identifier'])?.toLowerCase() ?? /([0-9a-f-]{36})\/?$/i.exec(String(item['uri']))?.[1]?.toLowerCase()
  );
}

const READ_FIELDS = new Set<string>([
  ...OTHER_ITEM_FIELDS,
  'identifier',
  'uri',
  'fullStatement',
  'abbreviatedStatement',
  'alternativeLabel',
  'humanCodingScheme',
  'notes',
  // Forbidden inside a package since 1.1, where it says what is plain anyway.
  'CFDocumentURI',
]);

const unknownFields = (item: CaseObject) => Object.keys(item).filter((field) => !READ_FIELDS.has(field));

function listOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? (value as unknown[]).filter((each) => typeof each === 'string') : undefined;
}
