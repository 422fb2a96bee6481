import type { CaseItems, CaseNode, Place } from './case-items.rules.js';
import {
  type CaseObject,
  compact,
  isObject,
  OTHER_ASSOCIATION_FIELDS,
  otherExtensions,
  ownExtension,
  pick,
  textOf,
} from './case-shapes.rules.js';
import { cycleIn } from './cycle.rules.js';
import {
  type ContentEdge,
  type ContentRelation,
  type ContentRequirement,
  EDGE_KINDS,
  RELATION_TYPES,
  type RelationType,
} from './framework-content.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';

/** One end of an association, as the file gives it. */
interface End {
  identifier: string;
  uri: string;
  title: string | undefined;
  targetType: unknown;
  node: CaseNode | undefined;
}

/** Kinds of relation that are made between frameworks, so that the other end may well be in another one of the same publisher. */
const ACROSS: readonly RelationType[] = ['exactMatchOf', 'isRelatedTo', 'replacedBy', 'isTranslationOf', 'exemplar'];

/** The associations of a package, one after another, when all items are known. */
export class CaseAssociations {
  readonly relations: ContentRelation[] = [];
  readonly edges: ContentEdge[] = [];
  /** Between things that are none of our skills: kept with the framework. */
  readonly aside: CaseObject[] = [];
  readonly problems: Finding[] = [];
  readonly findings: Finding[] = [];
  private readonly parents = new Map<string, string[]>();
  private readonly placeOf = new Map<string, () => Place>();
  private readonly met = new Map<string, Place>();

  constructor(
    private readonly items: CaseItems,
    /** Whether the publisher keeps parts of this package under an address. */
    private readonly isOwn: (uri: string) => boolean,
    private readonly document: string,
  ) {}

  take(association: unknown, at: () => Place): void {
    if (!isObject(association))
      return this.refuse('NOT_AN_ASSOCIATION', at(), null, 'Here an association should stand.');
    const said = textOf(association['associationType']);
    const type = this.typeOf(said, at);
    if (!type)
      return this.refuse('UNKNOWN_TYPE', at(), 'associationType', `CASE knows no association “${said ?? ''}”.`);
    const origin = this.end(association['originNodeURI'], 'originNodeURI', type, at);
    const target = this.end(association['destinationNodeURI'], 'destinationNodeURI', type, at);
    if (!origin || !target) return;
    if (!this.isHere(origin) && !this.isHere(target))
      return this.refuse('POINTS_NOWHERE', at(), null, 'Neither end of this association is in this package.');
    this.place(association, { type, said: said ?? type, origin, target }, at);
  }

  /** When all are there: no skill may stand below itself. */
  close(file: string): void {
    const cycle = cycleIn(this.parents);
    if (cycle) {
      const names = cycle.map((identifier) => `“${this.nameOf(identifier)}”`).join(' → ');
      const at = this.placeOf.get(`${cycle[cycle.length - 2]} ${cycle[cycle.length - 1]}`)?.();
      const message = `“is child of” goes round in a circle: ${names}.`;
      this.problems.push(problem('CYCLE', file, at?.row ?? null, at?.path ?? 'CFAssociations', message));
    }
    for (const [message, at] of this.met)
      this.findings.push(finding('ASSOCIATION_AS_IS', at.file, at.row, at.path, message));
  }

  private place(
    association: CaseObject,
    { type, said, origin, target }: { type: RelationType; said: string; origin: End; target: End },
    at: () => Place,
  ): void {
    const own = ownExtension(association);
    const [from, to] = [origin.node, target.node];
    // The heading under the document that we write for tools that show a tree.
    if (own?.['object'] === 'TOP') return;
    if (from?.is === 'SKILL' && (to?.is === 'SKILL' || to === undefined))
      return this.relate(association, { type, said, origin, target }, at);
    if (from?.is === 'JOB_ROLE_LEVEL' && (to?.is === 'SKILL' || to?.is === 'SKILL_LEVEL'))
      return void from.level.skills.push(requirementOf(association, to, this.skillOf(to)));
    if (type === 'isChildOf' && from && to && putBelow(from, to)) return;
    if (from?.is === 'JOB_ROLE_LEVEL' && to?.is === 'JOB_ROLE_LEVEL')
      return void this.edges.push(edgeOf(association, from.level.id, to.level.id));
    this.aside.push(association);
    this.note('Begins at something that is not a skill of this package; kept with the framework.', at);
  }

  private relate(
    association: CaseObject,
    { type, said, origin, target }: { type: RelationType; said: string; origin: End; target: End },
    at: () => Place,
  ): void {
    const own = ownExtension(association);
    const inside = target.node?.is === 'SKILL';
    const kept = compact({
      ...pick(association, OTHER_ASSOCIATION_FIELDS),
      extensions: otherExtensions(association),
      associationType: said === type ? undefined : said,
      target: inside ? undefined : compact({ identifier: target.identifier, targetType: target.targetType }),
    });
    const others = isObject(own?.['source']) ? own['source'] : {};
    const ours = own !== null && own['object'] === 'RELATION';
    const position = ours ? Number(association['sequenceNumber']) : this.relations.length;
    this.relations.push({
      type,
      origin: idOf(origin),
      ...(inside ? { target: idOf(target) } : { targetUri: target.uri, targetTitle: target.title ?? '' }),
      position: Number.isInteger(position) ? position : this.relations.length,
      source: ours ? others : { ...others, case: kept },
    });
    if (!inside && target.identifier !== this.document)
      this.note(`“${type}” points out of this package; the address is kept.`, at);
    if (type !== 'isChildOf' || !inside) return;
    const [below, above] = [origin.identifier, target.identifier];
    this.parents.set(below, [...(this.parents.get(below) ?? []), above]);
    this.placeOf.set(`${below} ${above}`, at);
  }

  /** An end with what it names here. What should be here and is not is refused. */
  private end(link: unknown, field: string, type: RelationType, at: () => Place): End | null {
    const { uri, identifier, title, targetType } = readLink(link);
    if (!uri && !identifier) {
      this.refuse('NO_END', at(), field, 'This end of the association is missing.');
      return null;
    }
    const id = (identifier ?? uri?.replace(/\/$/, '').split('/').at(-1) ?? '').toLowerCase();
    const end = { identifier: id, uri: uri ?? `urn:uuid:${id}`, title, targetType, node: this.items.node(id) };
    const missing = !end.node && id !== this.document && this.isOwn(end.uri);
    if (!missing) return end;
    if (ACROSS.includes(type)) return end;
    const message = `This association points nowhere: ${end.uri} is not in this package.`;
    this.refuse('POINTS_NOWHERE', at(), field, message);
    return null;
  }

  private isHere = (end: End) => end.node !== undefined || end.identifier === this.document;

  private typeOf(said: string | undefined, at: () => Place): RelationType | undefined {
    const known = RELATION_TYPES.find((each) => each === said);
    if (known || !said?.startsWith('ext:')) return known;
    this.note(`“${said}” is a kind of the publisher's own. It is shown as “is related to” and keeps its name.`, at);
    return 'isRelatedTo';
  }

  private skillOf(node: CaseNode): string {
    if (node.is === 'SKILL') return node.skill.id;
    const of = node.is === 'SKILL_LEVEL' ? this.items.node(node.skill) : undefined;
    return of?.is === 'SKILL' ? of.skill.id : '';
  }

  private nameOf(identifier: string): string {
    const node = this.items.node(identifier);
    return node?.is === 'SKILL' ? node.skill.name : identifier;
  }

  /** Each kind of remark once, with the first place: there may be thousands. */
  private note(message: string, at: () => Place): void {
    if (!this.met.has(message)) this.met.set(message, at());
  }

  private refuse(kind: string, at: Place, field: string | null, message: string): void {
    this.problems.push(problem(kind, at.file, at.row, field ? `${at.path}.${field}` : at.path, message));
  }
}

/** Job roles stand below their family, rungs below their role. False where the two are nothing of that. */
function putBelow(node: CaseNode, parent: CaseNode): boolean {
  if (node.is === 'SKILL_LEVEL' && parent.is === 'SKILL') return true;
  if (node.is === 'JOB_ROLE' && parent.is === 'JOB_FAMILY') return parent.family.roles.push(node.role) > 0;
  if (node.is === 'JOB_ROLE_LEVEL' && parent.is === 'JOB_ROLE') return parent.role.levels.push(node.level) > 0;
  return false;
}

function requirementOf(association: CaseObject, to: CaseNode, skill: string): ContentRequirement {
  const own = ownExtension(association) ?? {};
  const importance = Number(own['importance']);
  return {
    skill,
    level: to.is === 'SKILL_LEVEL' ? to.level : null,
    importance: [1, 2, 3].includes(importance) ? importance : 2,
    mustHave: own['mustHave'] === true,
    source: isObject(own['source']) ? own['source'] : {},
  };
}

function edgeOf(association: CaseObject, from: string, to: string): ContentEdge {
  const own = ownExtension(association) ?? {};
  const kind = EDGE_KINDS.find((each) => each === own['kind']);
  const note = textOf(association['notes']) ?? '';
  const source = isObject(own['source']) ? own['source'] : {};
  return { from, to, kind: kind ?? 'LATERAL', note, source };
}

function idOf({ node, identifier }: End): string {
  return node?.is === 'SKILL' ? node.skill.id : identifier;
}

/** A link as CASE writes it, or as the bare address that some older exports have. */
function readLink(link: unknown): { uri?: string; identifier?: string; title?: string; targetType?: unknown } {
  if (typeof link === 'string') return { uri: link };
  if (!isObject(link)) return {};
  return {
    uri: textOf(link['uri']),
    identifier: textOf(link['identifier']),
    title: textOf(link['title']),
    targetType: link['targetType'],
  };
}
