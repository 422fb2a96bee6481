import type { Rubric, RubricCriterion, RubricCriterionLevel } from './rubric.js';
import { rubricProblems } from './rubric-problems.js';

/** What a package of CASE 1.1 says around a rubric. */
export interface CaseSurroundings {
  /** UUID of the document, and of the rubric in it. */
  documentId: string;
  rubricId: string;
  title: string;
  creator: string;
  language: string;
  changedAt: Date;
  /** Address of something with this id. */
  uriOf: (kind: 'CFDocuments' | 'CFRubrics' | 'CFRubricCriteria' | 'CFRubricCriterionLevels', id: string) => string;
  /** A UUID for an id of ours; the same for the same one. */
  uuidOf: (id: string) => string;
}

interface OwnCriterion {
  id: string;
  title: string;
  description: string;
  mustReach: number | null;
  skillId?: string;
}

export interface CaseRubricPackage {
  CFDocument: object;
  CFRubrics: Record<string, unknown>[];
}

/** The rubric as a package of CASE 1.1. What its vocabulary has no word for stands in extensions, so that nothing is lost. */
export function casePackageOf(rubric: Rubric, around: CaseSurroundings): CaseRubricPackage {
  const { documentId, rubricId, title, creator, language, uriOf, uuidOf } = around;
  const lastChangeDateTime = around.changedAt.toISOString();
  const head = (kind: 'CFRubricCriteria' | 'CFRubricCriterionLevels', id: string) => ({
    identifier: uuidOf(id),
    uri: uriOf(kind, uuidOf(id)),
    lastChangeDateTime,
  });
  const levelOf = (criterionId: string) => (level: RubricCriterionLevel) => ({
    ...head('CFRubricCriterionLevels', level.id),
    description: level.descriptor,
    quality: level.label,
    score: level.points,
    position: level.ordinal,
    rubricCriterionId: uuidOf(criterionId),
    extensions: [{ id: level.id, isCompetent: level.isCompetent }],
  });
  const criterionOf = (criterion: RubricCriterion, index: number) => {
    const { id, title: name, description, mustReach, skillId, weight, levels } = criterion;
    const own: OwnCriterion = { id, title: name, description, mustReach, ...(skillId ? { skillId } : {}) };
    return {
      ...head('CFRubricCriteria', id),
      description: description ? `${name}\n${description}` : name,
      weight,
      position: index + 1,
      rubricId,
      CFRubricCriterionLevels: levels.map(levelOf(id)),
      extensions: own,
    };
  };
  return {
    CFDocument: {
      identifier: documentId,
      uri: uriOf('CFDocuments', documentId),
      creator,
      title,
      lastChangeDateTime,
      language,
      caseVersion: '1.1',
    },
    CFRubrics: [
      {
        identifier: rubricId,
        uri: uriOf('CFRubrics', rubricId),
        title,
        lastChangeDateTime,
        CFRubricCriteria: rubric.criteria.map(criterionOf),
      },
    ],
  };
}

export interface CaseProblem {
  /** Where, e.g. `CFRubrics[0].CFRubricCriteria[2].weight`. */
  place: string;
  message: string;
}

export interface CaseRubric {
  title: string;
  rubric: Rubric;
  /** What the rubric says and ours has no room for. */
  notes: CaseProblem[];
}

const MOST_RUBRICS = 50;

/** The rubrics of a package, or of one CFRubric alone; or every place in which it cannot be one. */
export function readCaseRubrics(content: unknown): { rubrics: CaseRubric[] } | { problems: CaseProblem[] } {
  const reader = new Reader();
  const root = reader.object(content, 'The file');
  if (!root) return { problems: reader.problems };
  const isAlone = 'CFRubricCriteria' in root && !('CFRubrics' in root);
  const listed = isAlone ? [root] : reader.list(root.CFRubrics, 'CFRubrics');
  if (!isAlone && root.CFRubrics === undefined)
    return {
      problems: [{ place: 'CFRubrics', message: 'This is no CASE package with a rubric: it has no CFRubrics.' }],
    };
  if (listed.length === 0) reader.say('CFRubrics', 'The package holds no rubric.');
  if (listed.length > MOST_RUBRICS) reader.say('CFRubrics', `The package holds more than ${MOST_RUBRICS} rubrics.`);
  const rubrics = listed
    .slice(0, MOST_RUBRICS)
    .flatMap((each, index) => reader.rubric(each, isAlone ? 'CFRubric' : `CFRubrics[${index}]`) ?? []);
  return reader.problems.length ? { problems: reader.problems } : { rubrics };
}

type Fields = Record<string, unknown>;

/** Notes every place that is not as it must be, and goes on to find the others. */
class Reader {
  readonly problems: CaseProblem[] = [];
  private notes: CaseProblem[] = [];
  private readonly seen = new Map<string, string>();

  say(place: string, message: string): void {
    if (this.problems.length < 100) this.problems.push({ place, message });
  }

  object(value: unknown, place: string): Fields | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    this.say(place, 'An object is expected here.');
    return null;
  }

  list(value: unknown, place: string): unknown[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.say(place, 'A list is expected here.');
    return [];
  }

  rubric(value: unknown, place: string): CaseRubric | null {
    const fields = this.object(value, place);
    if (!fields) return null;
    this.notes = [];
    const title = this.text(fields, 'title', place);
    this.leftOut(fields, place, ['description']);
    const listed = this.list(fields.CFRubricCriteria, `${place}.CFRubricCriteria`);
    const criteria = this.inOrder(listed, `${place}.CFRubricCriteria`).flatMap(
      ({ each, at }) => this.criterion(each, at) ?? [],
    );
    if (criteria.length === 0 && this.problems.length === 0)
      this.say(`${place}.CFRubricCriteria`, 'The rubric has no criteria.');
    const rubric = { criteria };
    for (const problem of rubricProblems(rubric))
      if (problem.kind === 'WRONG') this.say(`${place} (${problem.path})`, problem.message);
    return { title, rubric, notes: this.notes };
  }

  private criterion(fields: Fields, place: string): RubricCriterion | null {
    const identifier = this.identifier(fields, place);
    const own = this.own(fields.extensions);
    const words = this.text(fields, 'description', place);
    const category = this.text(fields, 'category', place);
    const [first = '', ...rest] = words.split('\n');
    const listed = this.list(fields.CFRubricCriterionLevels, `${place}.CFRubricCriterionLevels`);
    const levels = this.inOrder(listed, `${place}.CFRubricCriterionLevels`).map(({ each, at }, index) =>
      this.level(each, at, index),
    );
    if (levels.length === 0) this.say(`${place}.CFRubricCriterionLevels`, 'The criterion has no levels.');
    const lowestFirst = this.lowestFirst(levels);
    const weight = this.number(fields, 'weight', place) ?? 1;
    const mustReach = typeof own?.mustReach === 'number' ? own.mustReach : null;
    const half = Math.ceil((levels.length + 1) / 2);
    return {
      id: typeof own?.id === 'string' ? own.id : identifier,
      title: typeof own?.title === 'string' ? own.title : first.slice(0, 200).trim(),
      description:
        typeof own?.description === 'string'
          ? own.description
          : [category, first.length > 200 ? words : rest.join('\n')].filter(Boolean).join('\n').trim(),
      weight,
      mustReach,
      ...(typeof own?.skillId === 'string' && UUID.test(own.skillId) ? { skillId: own.skillId } : {}),
      levels: lowestFirst.map(({ competent, ...level }, index) => ({
        ...level,
        ordinal: index + 1,
        isCompetent: competent ?? index + 1 >= half,
      })),
    };
  }

  private level(fields: Fields, place: string, index: number) {
    const [own] = this.list(fields.extensions, `${place}.extensions`).map((each) => this.own(each));
    this.leftOut(fields, place, ['feedback']);
    const identifier = this.identifier(fields, place);
    return {
      id: typeof own?.id === 'string' ? own.id : identifier,
      label: this.text(fields, 'quality', place) || (own ? '' : `Level ${index + 1}`),
      points: this.number(fields, 'score', place) ?? index,
      descriptor: this.text(fields, 'description', place),
      competent: typeof own?.isCompetent === 'boolean' ? own.isCompetent : null,
    };
  }

  /** CASE says where a level stands and what it scores, not which end is the better one; the score decides. */
  private lowestFirst<Level extends { points: number; competent: boolean | null }>(levels: Level[]): Level[] {
    if (levels.some(({ competent }) => competent !== null)) return levels;
    const [first, last] = [levels[0]?.points ?? 0, levels.at(-1)?.points ?? 0];
    return first > last ? [...levels].reverse() : levels;
  }

  private inOrder(listed: unknown[], place: string): { each: Fields; at: string }[] {
    const read = listed.flatMap((value, index) => {
      const at = `${place}[${index}]`;
      const each = this.object(value, at);
      return each ? [{ each, at, position: this.number(each, 'position', at) ?? index + 1 }] : [];
    });
    return read.sort((a, b) => a.position - b.position);
  }

  private identifier(fields: Fields, place: string): string {
    const { identifier } = fields;
    if (typeof identifier !== 'string' || !UUID.test(identifier)) {
      this.say(`${place}.identifier`, 'An identifier is a UUID.');
      return '';
    }
    const before = this.seen.get(identifier);
    if (before) this.say(`${place}.identifier`, `The same identifier stands at ${before}.`);
    this.seen.set(identifier, place);
    return identifier;
  }

  private text(fields: Fields, name: string, place: string): string {
    const value = fields[name];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.trim();
    this.say(`${place}.${name}`, 'A text is expected here.');
    return '';
  }

  private number(fields: Fields, name: string, place: string): number | null {
    const value = fields[name];
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.say(`${place}.${name}`, 'A number is expected here.');
    return null;
  }

  private own(value: unknown): Fields | null {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  }

  private leftOut(fields: Fields, place: string, names: string[]): void {
    for (const name of names)
      if (typeof fields[name] === 'string' && fields[name].trim())
        this.notes.push({
          place: `${place}.${name}`,
          message: `“${name}” has no place in a rubric here and is left out.`,
        });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
