import { act, DESIGNERS, list, NOBODY, type Row } from '../row.js';
import type { Actor } from '../world.js';

const READERS: Actor[] = ['lead', 'designer', 'owner'];
/** The holder, who leads them, and who keeps the badges of their unit or of everybody. */
const KNOWING: Actor[] = ['self', 'boss', 'designer', 'hrIn', 'owner'];
const FIGURES = 'figures { key part of hours low high band n opens }';
const USES = 'figures { kind times people band }';
const ROWS = '{ edges { node { id kind subjectId title detail day } } totalCount }';
const ASKED = '[{ skillId: "{{skill}}", level: 1 }]';
const PEOPLE = '{ subject: PEOPLE, columns: ["person"], filters: [], groupBy: [] }';
const WHO =
  '{ personId name jobTitle unitName lastDay proofs { skillId level verifiedOn validUntil achievementName credentialId recognisedFrom } }';

/** Figures about the whole organisation, the rows behind them, and who can do something. */
export const INSIGHTS: Row[] = [
  list(`peopleInsights { from until ${FIGURES} }`, DESIGNERS, 'part'),
  list(`assessmentInsights { from until ${FIGURES} }`, READERS, 'part'),
  list(`achievementFlows { achievementId name ${FIGURES} }`, READERS, 'part'),
  list(`costInsights { from until ${FIGURES} }`, DESIGNERS, 'part'),
  list(`goalInsights { from until ${FIGURES} }`, DESIGNERS, 'part'),
  // No course of this world has a price, and nobody works at a level.
  list('courseSpend { currency amount completions }', NOBODY),
  list('successionDepth { jobRoleLevelId name there ready band }', NOBODY),
  list(`benchStrength { from until ${FIGURES} }`, NOBODY, 'part'),
  list('skillSupply { edges { node { skillId name of part band holders holdersBand } } }', DESIGNERS, 'skill'),
  list('unitCoverage { unitId name depth people of part band }', DESIGNERS, 'depth'),
  // Too few hold a badge in this world: who plans sees the places, and no number.
  list(
    `badgeUses { from until step whole { people ${USES} } steps { day ${USES} } achievements { name ${USES} } units { name ${USES} } }`,
    DESIGNERS,
    'name',
  ),
  list(`insightRows(key: SKILL_HELD, skillId: "{{skill}}") ${ROWS}`, DESIGNERS, 'cleo'),
  list(`insightRows(key: BEGUN) ${ROWS}`, ['lead'], 'submission'),
  list(`whoCan(requirements: ${ASKED}) { edges { node ${WHO} } }`, KNOWING, 'cleo'),
  list(
    `smallestTeam(requirements: ${ASKED}) { exact considered more uncovered runnerUpWithout
      members { adds person ${WHO} } runnerUp { person { name } } }`,
    KNOWING,
    'cleo',
  ),
  list('reportSubjects { key label description columns { key label description type groups names } }', READERS),
  list(
    `report(definition: ${PEOPLE}) { ... on Report { heads notice rows { id cells } total endCursor } }`,
    DESIGNERS,
    'heads',
  ),
  list(
    `savedReports { id name shared schedule revision changedAt viewerCan owner { id }
      definition { subject columns groupBy filters { column operator value } sort { column descending } } }`,
    READERS,
    'report',
  ),
  act(`saveReport(input: { name: "R", shared: false, definition: ${PEOPLE} })`, DESIGNERS, 'SavedReport'),
  act('removeReport(id: "{{report}}")', ['designer'], 'SavedReport'),
];
