import type { ContentFamily, ContentRoleLevel, ContentSkill, FrameworkContent } from './framework-content.rules.js';

/** What frameworks that do not say how important a skill is are taken to mean. */
const IMPORTANT = 2;

/** What a source says that says nothing more. */
const NOTHING = {};

type Cell = string | number | boolean | null | readonly string[] | object;

/** Ids that rows need of one another, made or known before the first is written. */
export interface RowIds {
  /** By the code of the skill. */
  skill(code: string): string;
  /** A new id. */
  next(): string;
}

/**
 * One table of a framework version: which columns its rows fill while they wait, and the rows. Of which version they are is
 * added when they are written, and so is an id that nothing else names: most files change nothing, and write no row.
 */
export interface StagedTable {
  table: string;
  columns: readonly string[];
  rows(content: FrameworkContent, ids: RowIds): Iterable<readonly Cell[]>;
}

/** The tables of a version in the order in which they can be written. Families give their roles ids, and those their levels. */
export function stagedTables(): StagedTable[] {
  const familyIds = new Map<string, string>();
  const roleIds = new Map<string, string>();
  const levelIds = new Map<string, string>();
  return [
    {
      table: 'skill_revision',
      columns: [
        ...['skill_id', 'name', 'description', 'descriptors', 'position', 'kind', 'category'],
        ...['synonyms', 'coding', 'uri', 'notes', 'source'],
      ],
      *rows(content, ids) {
        for (const [position, skill] of content.skills.entries()) yield skillRow(content, skill, position, ids);
      },
    },
    {
      table: 'skill_relation',
      columns: [
        ...['type', 'origin_skill_id', 'target_skill_id', 'target_uri', 'target_title'],
        ...['position', 'source'],
      ],
      *rows({ relations = [] }, ids) {
        for (const [place, it] of relations.entries()) {
          const target = it.target === undefined ? null : ids.skill(it.target);
          const outside = [it.targetUri ?? null, it.targetTitle ?? null];
          yield [
            ...[it.type, ids.skill(it.origin), target, ...outside],
            ...[it.position ?? place, it.source ?? NOTHING],
          ];
        }
      },
    },
    {
      table: 'job_family',
      columns: ['id', 'code', 'name', 'position'],
      *rows({ families }, ids) {
        for (const [position, family] of families.entries())
          yield [made(familyIds, family.id, ids), family.id, family.name, position];
      },
    },
    {
      table: 'job_role',
      columns: [
        ...['id', 'family_id', 'code', 'name', 'description', 'responsibilities', 'position', 'uri'],
        ...['alternative_titles', 'source'],
      ],
      *rows({ families }, ids) {
        for (const family of families)
          for (const [position, role] of family.roles.entries())
            yield [
              ...[made(roleIds, role.id, ids), idIn(familyIds, family.id), role.id, role.name],
              ...[role.description, json(role.responsibilities), position, role.uri ?? null],
              ...[role.alternativeTitles ?? [], role.source ?? NOTHING],
            ];
      },
    },
    {
      table: 'job_role_level',
      columns: ['id', 'role_id', 'code', 'name', 'order', 'description', 'responsibilities', 'facts'],
      *rows({ families }, ids) {
        for (const { role, level } of levelsOf(families))
          yield [
            ...[made(levelIds, level.id, ids), idIn(roleIds, role), level.id, level.name, level.order],
            ...[level.description, json(level.responsibilities), factsOf(level)],
          ];
      },
    },
    {
      table: 'job_role_requirement',
      columns: [
        ...['job_role_level_id', 'skill_id', 'level_ordinal', 'importance', 'must_have'],
        ...['position', 'source'],
      ],
      *rows({ families }, ids) {
        for (const { level } of levelsOf(families)) {
          const levelId = idIn(levelIds, level.id);
          // By far the most rows there are.
          for (const [position, asked] of level.skills.entries())
            yield [
              levelId,
              ids.skill(asked.skill),
              asked.level,
              asked.importance ?? IMPORTANT,
              asked.mustHave ?? false,
              position,
              asked.source ?? NOTHING,
            ];
        }
      },
    },
    {
      table: 'job_role_edge',
      columns: ['from_level_id', 'to_level_id', 'kind', 'origin', 'note', 'source'],
      *rows({ edges = [] }) {
        for (const edge of edges)
          yield [
            ...[idIn(levelIds, edge.from), idIn(levelIds, edge.to), edge.kind],
            ...['DECLARED', edge.note ?? '', edge.source ?? NOTHING],
          ];
      },
    },
  ];
}

/** Rows as COPY reads them, in pieces large enough to be worth sending. */
export function* copyText(rows: Iterable<readonly Cell[]>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    let line = '';
    for (const cell of row) line += `\t${cellText(cell)}`;
    piece += `${line.slice(1)}\n`;
    if (piece.length > PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
const PIECE = 64 * 1024;

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'string') return escaped(cell);
  if (isList(cell)) return cell.length === 0 ? '{}' : escaped(`{${cell.map(quoted).join(',')}}`);
  return cell === NOTHING ? '{}' : escaped(JSON.stringify(cell));
}

const isList = (cell: object): cell is readonly string[] => Array.isArray(cell);
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
/** Most cells hold nothing special, and looking is cheaper than replacing. */
function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

/** A list that is stored as jsonb and not as an array of PostgreSQL. */
const json = (list: readonly string[]): object => ({ toJSON: () => list });

function skillRow(content: FrameworkContent, skill: ContentSkill, position: number, ids: RowIds): readonly Cell[] {
  const descriptors = content.levels.map((level) => skill.levels[level.name.toLowerCase()] ?? null);
  return [
    ...[ids.skill(skill.id), skill.name, skill.description, { toJSON: () => descriptors }],
    ...[position, skill.kind ?? 'SKILL', skill.category ?? null, skill.synonyms ?? [], skill.coding ?? null],
    ...[skill.uri ?? null, skill.notes ?? null, skill.source ?? NOTHING],
  ];
}

function factsOf({ titleRank = 0, track = null, meanLevel = 0, seniorCivilService = false }: ContentRoleLevel): object {
  return { titleRank, track, meanLevel, seniorCivilService };
}

function* levelsOf(families: readonly ContentFamily[]): Generator<{ role: string; level: ContentRoleLevel }> {
  for (const { roles } of families)
    for (const role of roles) for (const level of role.levels) yield { role: role.id, level };
}

function made(ids: Map<string, string>, code: string, { next }: RowIds): string {
  const id = next();
  ids.set(code, id);
  return id;
}

function idIn(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`The framework names what it does not hold: ${code}`);
  return id;
}
