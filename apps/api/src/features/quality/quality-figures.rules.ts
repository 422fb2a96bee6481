import { decide, levelAt, raterSeverity, type Rubric, type RulesOfEvidence, score } from '@assay/rubric';
import {
  type Agreement,
  agreementOf,
  type Estimate,
  LEAST_UNITS,
  proportion,
  scoreAgreement,
  tOf,
} from './agreement.rules.js';

export interface GivenLevel {
  criterionId: string;
  level: number | null;
}

/** One mark on work whose markers are all done. Levels, no words. */
export interface GivenMark {
  markId: string;
  submissionId: string;
  achievementId: string;
  versionId: string;
  assessorId: string;
  purpose: string;
  /** An upheld appeal or a recall begins another. */
  round: number;
  levels: GivenLevel[] | null;
  rules: Partial<Record<keyof RulesOfEvidence, RulesOfEvidence[keyof RulesOfEvidence] | null>>;
  handedInAt: Date;
  submittedAt: Date;
  releasedAt: Date | null;
  /** What was released in the end. */
  outcome: string | null;
}

/** One judgement of an exemplar, beside what that is worth. */
export interface JudgedExemplar {
  exemplarId: string;
  versionId: string;
  achievementId: string;
  assessorId: string;
  levels: GivenLevel[] | null;
  definitive: GivenLevel[] | null;
}

/** What a version says that marks are counted by. */
export interface MarkedVersion {
  id: string;
  achievementId: string;
  name: string;
  number: number;
  rubric: Rubric;
  cutScore: number;
}

export interface CriterionFigures {
  criterionId: string;
  title: string;
  number: number;
  agreement: Agreement;
  /** Correlation with the score of the other criteria; null under ten marks or without variation. */
  discrimination: number | null;
  marks: number;
  unusedLevels: string[];
}

export interface RubricFigures {
  version: MarkedVersion;
  decision: Agreement;
  /** ICC(1,1) of scores. */
  scores: Estimate | null;
  criteria: CriterionFigures[];
}

const ALL_HOLD: RulesOfEvidence = { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' };

/** How far assessors agree by one rubric, from work that two marked without seeing each other's marks. */
export function rubricFigures(version: MarkedVersion, marks: readonly GivenMark[]): RubricFigures {
  const pairs = pairsOf(marks);
  const raters = new Set(pairs.flat().map(({ assessorId }) => assessorId)).size;
  const passes = (mark: GivenMark) => (outcomeOf(version, mark.levels, mark.rules) === 'PASS' ? 1 : 0);
  const points = (mark: GivenMark) => score(version.rubric, mark.levels ?? []) ?? 0;
  return {
    version,
    decision: agreementOf(
      pairs.map(([one, other]) => [passes(one), passes(other)] as const),
      [1, 0],
      raters,
    ),
    scores: scoreAgreement(pairs.map(([one, other]) => [points(one), points(other)] as const)),
    criteria: version.rubric.criteria.map((criterion, index) => {
      const given = (mark: GivenMark) => mark.levels?.find((each) => each.criterionId === criterion.id)?.level ?? null;
      const both = pairs.flatMap(([one, other]) => {
        const [a, b] = [given(one), given(other)];
        return a === null || b === null ? [] : [[a, b] as const];
      });
      const used = new Set(marks.map(given));
      const categories = criterion.levels.map(({ ordinal }) => ordinal).sort((a, b) => a - b);
      return {
        criterionId: criterion.id,
        title: criterion.title,
        number: index + 1,
        agreement: agreementOf(both, categories, raters),
        discrimination: discriminationOf(version.rubric, criterion.id, marks),
        marks: marks.length,
        unusedLevels:
          marks.length < LEAST_UNITS
            ? []
            : criterion.levels.filter(({ ordinal }) => !used.has(ordinal)).map(({ label }) => label),
      };
    }),
  };
}

/** First and second mark of the same work. Third marks were asked for because two differed, and would colour the figure. */
function pairsOf(marks: readonly GivenMark[]): [GivenMark, GivenMark][] {
  const place = ({ submissionId, round }: GivenMark) => `${submissionId} ${round}`;
  const firsts = new Map(marks.filter(({ purpose }) => purpose === 'FIRST').map((mark) => [place(mark), mark]));
  return marks
    .filter(({ purpose }) => purpose === 'SECOND')
    .flatMap((second): [GivenMark, GivenMark][] => {
      const first = firsts.get(place(second));
      return first ? [[first, second]] : [];
    });
}

function outcomeOf(version: MarkedVersion, levels: GivenLevel[] | null, given: GivenMark['rules'] | null): string {
  const rules = { ...ALL_HOLD };
  for (const [name, answer] of Object.entries(given ?? {})) if (answer) rules[name as keyof RulesOfEvidence] = answer;
  const { rubric, cutScore } = version;
  return decide({ rubric, marks: levels ?? [], cutScore, rules, authenticityQuery: rules.authentic !== 'YES' }).outcome;
}

/** Pearson's correlation of a criterion's points with the score of the others, over all marks. */
function discriminationOf(rubric: Rubric, criterionId: string, marks: readonly GivenMark[]): number | null {
  const criterion = rubric.criteria.find(({ id }) => id === criterionId);
  const rest = { criteria: rubric.criteria.filter(({ id }) => id !== criterionId) };
  if (!criterion || rest.criteria.length === 0) return null;
  const rows = marks.flatMap(({ levels }) => {
    const own = levels?.find((each) => each.criterionId === criterionId);
    const points = own ? levelAt(criterion, own.level)?.points : undefined;
    const others = score(rest, levels ?? []);
    return points === undefined || others === null ? [] : [[points, others] as const];
  });
  return rows.length < LEAST_UNITS ? null : correlation(rows);
}

function correlation(rows: readonly (readonly [number, number])[]): number | null {
  const mean = (at: 0 | 1) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length;
  const [a, b] = [mean(0), mean(1)];
  const sum = (of: (row: readonly [number, number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const spread = Math.sqrt(sum((row) => (row[0] - a) ** 2) * sum((row) => (row[1] - b) ** 2));
  return spread < 1e-12 ? null : sum((row) => (row[0] - a) * (row[1] - b)) / spread;
}

export interface AssessorSeverity {
  assessorId: string;
  /** Points of a hundred more severe than the others of the group; negative is lenient. */
  severity: number;
  low: number;
  high: number;
  units: number;
}

/** Assessors who can be compared, since they hang together by work that several marked. */
export interface ComparableGroup {
  assessorIds: string[];
  units: number;
  needed: number;
  assessors: AssessorSeverity[];
  /** Why there are no figures although there are enough units. */
  why: string | null;
  /** How likely differences this large come by chance alone. */
  p: number | null;
}

/** Severity of assessors by an additive fit over everything that more than one has judged, exemplars included. */
export function severityOf(
  marks: readonly GivenMark[],
  exemplars: readonly JudgedExemplar[],
  versions: ReadonlyMap<string, MarkedVersion>,
): ComparableGroup[] {
  const units = new Map<string, Map<string, number>>();
  const put = (unit: string, who: string, versionId: string, levels: GivenLevel[] | null) => {
    const version = versions.get(versionId);
    const reached = version ? score(version.rubric, levels ?? []) : null;
    if (reached === null) return;
    const given = units.get(unit) ?? new Map<string, number>();
    given.set(who, reached * 100);
    units.set(unit, given);
  };
  for (const mark of marks) put(mark.submissionId, mark.assessorId, mark.versionId, mark.levels);
  for (const each of exemplars) put(each.exemplarId, each.assessorId, each.versionId, each.levels);
  const shared = [...units.values()].filter(({ size }) => size > 1);
  return groupsOf(shared.map((unit) => [...unit.keys()])).map((assessorIds) => severityIn(assessorIds, shared));
}

function severityIn(assessorIds: string[], shared: readonly ReadonlyMap<string, number>[]): ComparableGroup {
  const own = shared.filter((unit) => assessorIds.some((id) => unit.has(id)));
  const none = { assessorIds, units: own.length, assessors: [], p: null };
  if (own.length < LEAST_UNITS) return { ...none, needed: LEAST_UNITS - own.length, why: null };
  const found = raterSeverity(own.map((unit) => assessorIds.map((id) => unit.get(id) ?? null)));
  if ('why' in found) return { ...none, needed: 0, why: found.why };
  const assessors = assessorIds.map((assessorId, place) => {
    const n = own.filter((unit) => unit.has(assessorId)).length;
    const severity = found.severity[place] ?? 0;
    // An estimate from n differences between two judgements, each of them off by the residual.
    const reach = tOf(found.df) * found.residualSD * Math.sqrt(2 / n);
    return { assessorId, severity, low: severity - reach, high: severity + reach, units: n };
  });
  return { ...none, needed: 0, why: null, p: found.p, assessors: assessors.sort((a, b) => b.severity - a.severity) };
}

/** Who hangs together with whom by common units (union-find). Groups with the most people first. */
export function groupsOf(units: readonly (readonly string[])[]): string[][] {
  const above = new Map<string, string>();
  const top = (id: string): string => {
    const next = above.get(id) ?? id;
    if (next === id) return id;
    const found = top(next);
    above.set(id, found);
    return found;
  };
  for (const unit of units)
    for (const id of unit) {
      const [first] = unit;
      if (!above.has(id)) above.set(id, id);
      if (first !== undefined) above.set(top(id), top(first));
    }
  const groups = new Map<string, string[]>();
  for (const id of above.keys()) groups.set(top(id), [...(groups.get(top(id)) ?? []), id]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** How likely an assessor drawn at random gives the outcome that holds in the end. */
export interface Definitive {
  judgements: number;
  units: number;
  needed: number;
  estimate: Estimate | null;
}

/** From work that more than one marked, against what was released, and from exemplars, against what they are worth. */
export function definitiveOutcome(
  marks: readonly GivenMark[],
  exemplars: readonly JudgedExemplar[],
  versions: ReadonlyMap<string, MarkedVersion>,
): Definitive {
  const twice = new Set(pairsOf(marks).map(([first]) => first.submissionId));
  const right: boolean[] = [];
  const units = new Set<string>();
  for (const mark of marks) {
    const version = versions.get(mark.versionId);
    if (!version || mark.outcome === null || !twice.has(mark.submissionId)) continue;
    units.add(mark.submissionId);
    right.push((outcomeOf(version, mark.levels, mark.rules) === 'PASS') === (mark.outcome === 'PASS'));
  }
  for (const each of exemplars) {
    const version = versions.get(each.versionId);
    if (!version) continue;
    units.add(each.exemplarId);
    right.push(outcomeOf(version, each.levels, null) === outcomeOf(version, each.definitive, null));
  }
  const needed = Math.max(0, LEAST_UNITS - units.size);
  const estimate = needed > 0 ? null : proportion(right.filter(Boolean).length, right.length);
  return { judgements: right.length, units: units.size, needed, estimate };
}

export interface CutScoreSimulation {
  cutScore: number;
  passed: number;
  of: number;
}

/** What other scores to pass would have made of past marks. Must-pass criteria and rules of evidence stay as they are. */
export function simulateCutScores(version: MarkedVersion, marks: readonly GivenMark[]): CutScoreSimulation[] {
  const firsts = marks.filter(({ purpose, versionId }) => purpose === 'FIRST' && versionId === version.id);
  if (firsts.length < LEAST_UNITS) return [];
  return [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9].map((cutScore) => ({
    cutScore,
    of: firsts.length,
    passed: firsts.filter((mark) => outcomeOf({ ...version, cutScore }, mark.levels, mark.rules) === 'PASS').length,
  }));
}
