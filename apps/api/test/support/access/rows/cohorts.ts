import { DESIGNERS, SIGNED_IN, act, byId, list, nested, refusing, type Row } from '../row.js';

const COHORT = '{ name: "Autumn", startsOn: "2026-09-01", endsOn: "2026-12-01" }';
const PROGRAMME = '{ name: "Joining", summary: "", leadId: "{{owner}}", achievementIds: ["{{programmeAchievement}}"] }';

/** Programmes and cohorts. Cleo is in one. */
export const COHORTS: Row[] = [
  ...byId('programme', 'programme', SIGNED_IN),
  ...byId('cohort', 'cohort', ['self', ...DESIGNERS]),
  list('programmes(first: 10)', SIGNED_IN, 'programme'),
  list('myCohorts { id name startsOn endsOn closedAt remindSchedule remindDaysBefore remindAt }', ['self'], 'cohort'),
  nested(
    'programme(id: "{{programme}}") { name summary endedAt viewerCan lead { id } achievements { id } cohorts { id } }',
    ['self', ...DESIGNERS],
    'cohort',
  ),
  nested(
    `cohort(id: "{{cohort}}") { behind sums { people earned places } progress { achievementId counts { state count } }
       members(first: 5) { totalCount edges { node { id behind enrolledAt remindedAt person { id } places { achievementId state } } } } }`,
    DESIGNERS,
    'cleo',
  ),
  nested(
    'cohort(id: "{{cohort}}") { viewerCan programme { id } myPlaces { achievementId state } }',
    ['self'],
    'programmeAchievement',
  ),
  list(
    'enrolmentPreview(input: { cohortId: "{{cohort}}", personIds: ["{{colleague}}"] }) { problem enrol already errors rows { row named outcome problem person { id } } }',
    DESIGNERS,
    'colleague',
  ),
  act(`createProgramme(input: ${PROGRAMME})`, DESIGNERS, 'Programme'),
  act(`changeProgramme(id: "{{programme}}", input: ${PROGRAMME})`, DESIGNERS, 'Programme'),
  act('endProgramme(id: "{{programme}}", ended: true)', DESIGNERS, 'Programme'),
  act(`createCohort(programmeId: "{{programme}}", input: ${COHORT})`, DESIGNERS, refusing('Cohort')),
  act(`changeCohort(id: "{{cohort}}", input: ${COHORT})`, DESIGNERS, 'Cohort'),
  act('enrolInCohort(input: { cohortId: "{{cohort}}", personIds: ["{{colleague}}"] })', DESIGNERS, refusing('Cohort')),
  act('setCohortReminders(id: "{{cohort}}", input: { schedule: null })', DESIGNERS, 'Cohort'),
  act('remindCohort(id: "{{cohort}}")', DESIGNERS, 'CohortReminded'),
  act('removeFromCohort(cohortId: "{{cohort}}", personId: "{{cleo}}")', DESIGNERS, refusing('Cohort')),
  act('closeCohort(id: "{{cohort}}", closed: true)', DESIGNERS, refusing('Cohort')),
];
