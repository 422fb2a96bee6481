export { type Band, cumulativeMembership, LANDIS_KOCH } from './agreement/benchmark.js';
export {
  type ChanceCorrected,
  chanceCorrected,
  chanceCorrectedOfCounts,
  type Coefficient,
  type CoefficientOrWhy,
} from './agreement/chance-corrected.js';
export { fCdf, fQuantile, normalCdf } from './agreement/distributions.js';
export { type Interval, type Intraclass, intraclass } from './agreement/intraclass.js';
export { krippendorffAlpha, krippendorffOfCounts, type Metric } from './agreement/krippendorff.js';
export type { Figure, Missing } from './agreement/not-computable.js';
export { type Rasch, raschSeverity } from './agreement/rasch.js';
export { type Ratings, usedCategories } from './agreement/ratings.js';
export { raterSeverity, type Severity } from './agreement/severity.js';
export {
  isKappaParadox,
  type Kappa,
  krippendorffNominal,
  percentAdjacent,
  percentExact,
  type Table,
  twoByTwo,
  type TwoByTwo,
  twoRaters,
  type TwoRaters,
} from './agreement/two-raters.js';
export { type Category, type Weights, weightTable } from './agreement/weights.js';
export {
  casePackageOf,
  type CaseProblem,
  type CaseRubricPackage,
  type CaseRubric,
  type CaseSurroundings,
  readCaseRubrics,
} from './case-rubric.js';
export {
  type AngoffEstimate,
  type AngoffResult,
  type BorderlineRegression,
  borderlineRegression,
  type GlobalJudgement,
  LEAST_JUDGEMENTS,
  modifiedAngoff,
  type NotEnoughJudgements,
} from './cut-score.js';
export {
  decide,
  type EvidenceRuleAnswer,
  type Judgement,
  type Outcome,
  type RulesOfEvidence,
  type UnmetCriterion,
  type Verdict,
} from './decide.js';
export {
  type CriterionMark,
  isMet,
  levelAt,
  levelToMeet,
  type Rubric,
  type RubricCriterion,
  type RubricCriterionLevel,
} from './rubric.js';
export { type RubricProblem, rubricProblems } from './rubric-problems.js';
export { type PassingPath, passingPath } from './passing-path.js';
export { leastSample, sampleSize } from './sample-size.js';
export { isNearCut, score } from './score.js';
export { type Staffing, staffing, underWay, type Workload } from './staffing.js';
export {
  readRubricTable,
  type RubricTable,
  rubricOfTable,
  type TableColumn,
  type TableNote,
  type TableRow,
  tableOfRubric,
  type TableWishes,
} from './rubric-table.js';
export type { TableRole } from './table-words.js';
export { seenWording, type VagueWord, vagueWords, vagueVerb } from './vague-words.js';
