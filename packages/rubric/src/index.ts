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
export { score } from './score.js';
export {
  readRubricTable,
  type RubricTable,
  rubricOfTable,
  type TableColumn,
  type TableNote,
  tableOfRubric,
  type TableWishes,
} from './rubric-table.js';
export type { TableRole } from './table-words.js';
export { type VagueWord, vagueWords, vagueVerb } from './vague-words.js';
