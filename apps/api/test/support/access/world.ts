import { HALLMARK } from '@assay/credential';
import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/database/id.js';
import { startApi, type TestApi, TestClient } from '../api.js';
import { addFounders, claim, handInMark, saveMark, slotOf } from '../assessor.js';
import { addText, claimLevel, handIn, link, start } from '../candidate.js';
import { makeAfterMark, makeAllocation } from './after-mark-world.js';
import { makeEndorsements } from './endorsing-world.js';
import { makeCohorts } from './cohorts-world.js';
import { makeRecognition } from './recognition-world.js';
import { makeQuality } from './quality-world.js';
import { addGrant, addUnit, employIn } from '../grants.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from '../programme.js';

/** Everybody there is, by what they are to Cleo (`self`), who handed work in and holds a badge. */
export const ACTORS = [
  'stranger',
  // Brings a session that nobody gave out.
  'forged',
  'self',
  'colleague',
  'boss',
  'bossOfBoss',
  'otherBoss',
  // Led Cleo until yesterday.
  'formerBoss',
  // Holds Cleo's work for marking.
  'marker',
  // Might have taken it instead.
  'otherAssessor',
  // Qualified, and reports to Cleo.
  'conflicted',
  // Assesses something else.
  'unqualified',
  'lead',
  'designer',
  // A designer for Cleo's unit, and one for another.
  'hrIn',
  'hrOut',
  'owner',
  'admin',
  // An administrator for another unit.
  'adminOut',
  'auditor',
] as const;
export type Actor = (typeof ACTORS)[number];
type Person = Exclude<Actor, 'stranger' | 'forged'>;

export interface World {
  api: TestApi;
  as: Record<Actor, TestClient>;
  /** Ids of things, by the words that the table uses between double braces. */
  ids: Record<string, string>;
  close(): Promise<void>;
}

/** What nobody may read but those who are named beside it: looked for in every answer to anybody. */
export const CANARIES: Record<string, { text: string; for: Actor[] }> = {
  'text of private evidence': { text: 'canary-library-7401', for: ['self'] },
  'text of handed-in evidence': { text: 'A change with its tests', for: ['self', 'marker'] },
  reflection: { text: 'It shows it.', for: ['self', 'marker'] },
  'comment of an assessor before release': { text: 'canary-comment-7403', for: ['marker'] },
  'token of a link': { text: 'canary-token-7404-0123456789', for: ['self'] },
  'mail address of Cleo': {
    text: 'canary-mail-7405',
    for: ['self', 'boss', 'designer', 'hrIn', 'owner', 'admin', 'auditor'],
  },
  'personnel number': { text: 'canary-number-7406', for: ['self', 'designer', 'hrIn', 'owner', 'admin', 'auditor'] },
  'name of a draft': { text: 'canary-draft-7407', for: ['designer', 'owner'] },
  'comment on a course': { text: 'canary-course-comment-7409', for: ['self', 'designer', 'owner'] },
  'secret of a provider': { text: 'canary-secret-7408', for: [] },
};

const person = (name: string) => name as Person;

/** An organisation in which everything exists once. */
export async function makeWorld(): Promise<World> {
  const api = await startApi();
  await foundOrganisation(api);
  const roles = {
    self: [],
    colleague: [],
    boss: [],
    bossOfBoss: [],
    otherBoss: [],
    formerBoss: [],
    marker: ['ASSESSOR'],
    otherAssessor: ['ASSESSOR'],
    conflicted: ['ASSESSOR'],
    unqualified: ['ASSESSOR'],
    lead: ['ASSESSMENT_LEAD'],
    designer: ['HR_DESIGNER'],
    hrIn: [],
    hrOut: [],
    owner: ['PROGRAMME_OWNER'],
    admin: ['ADMINISTRATOR'],
    adminOut: [],
    auditor: ['AUDITOR'],
    gone: [],
    leftLong: [],
    second: ['ADMINISTRATOR'],
    report: [],
  } as const;
  const people = (await addPeople(api, roles as never)) as Record<string, string>;
  const ids: Record<string, string> = { ...people, nobody: newId(), cleo: people.self ?? '' };
  const id = (name: string) => ids[name] ?? '';
  await api.sql(
    `UPDATE person SET email = 'canary-mail-7405@example.org', person_number = 'canary-number-7406' WHERE id = $1`,
    [id('cleo')],
  );
  await placePeople(api, ids);
  const as = await signIn(api, people as Record<Person, string>);
  await makeProgramme(api, as, ids);
  await handThingsIn(api, as, ids);
  await holdSomething(api, as, ids);
  await makeAdministration(api, ids);
  await makeCourses(api, ids);
  await makeStanding(api, ids);
  await makeQuality(api, ids);
  await makeAfterMark(api, as, ids);
  await makeAllocation(api, ids);
  return { api, as, ids, close: () => api.close() };
}

async function placePeople(api: TestApi, ids: Record<string, string>): Promise<void> {
  const id = (name: string) => ids[name] ?? '';
  ids.works = await addUnit(api, 'Works');
  ids.operations = await addUnit(api, 'Operations', ids.works);
  ids.sales = await addUnit(api, 'Sales', ids.works);
  ids.emptyUnit = await addUnit(api, 'Nobody here', ids.works);
  await api.sql(
    `INSERT INTO employment (id, person_id, job_title, org_unit_id, manager_id, starts_on, ends_on) VALUES ($1, $2, 'Apprentice', $3, $4, current_date - 400, current_date - 1)`,
    [(ids.past = newId()), id('cleo'), ids.operations, id('formerBoss')],
  );
  await employIn(api, id('cleo'), ids.operations, id('boss'));
  ids.employment = await one(api, 'SELECT id FROM employment WHERE person_id = $1 AND ends_on IS NULL', id('cleo'));
  await employIn(api, id('boss'), ids.operations, id('bossOfBoss'));
  await employIn(api, id('conflicted'), ids.operations, id('cleo'));
  for (const name of ['marker', 'otherAssessor', 'unqualified', 'colleague']) await employIn(api, id(name), ids.sales);
  await employIn(api, id('report'), ids.sales, id('otherBoss'));
  await api.sql(
    `INSERT INTO employment (id, person_id, job_title, org_unit_id, starts_on, is_primary) VALUES ($1, $2, 'First aider', $3, current_date, false)`,
    [(ids.secondary = newId()), id('colleague'), ids.sales],
  );
  await api.sql(
    `INSERT INTO employment (id, person_id, job_title, org_unit_id, starts_on) VALUES ($1, $2, 'Planned', $3, current_date + 30)`,
    [(ids.planned = newId()), id('lead'), ids.sales],
  );
  await api.sql(
    `INSERT INTO employment (id, person_id, job_title, org_unit_id, starts_on, ends_on) VALUES ($1, $2, 'Clerk', $3, current_date - 300, current_date - 2)`,
    [newId(), id('gone'), ids.sales],
  );
  await api.sql('UPDATE person SET last_day = current_date - 2 WHERE id = ANY ($1)', [[id('gone'), id('leftLong')]]);
  ids.leftLong = id('leftLong');
  await api.sql(
    `INSERT INTO erasure (id, person_id, reason, state, asked_by, asked_at) VALUES ($1, $2, 'Asked for it.', 'PROPOSED', $3, now())`,
    [(ids.erasure = newId()), id('gone'), id('second')],
  );
  await api.sql('UPDATE person SET last_day = current_date + 40 WHERE id = $1', [id('second')]);
  await addGrant(api, id('hrIn'), 'HR_DESIGNER', { unit: ids.operations });
  await addGrant(api, id('hrOut'), 'HR_DESIGNER', { unit: ids.sales });
  await addGrant(api, id('adminOut'), 'ADMINISTRATOR', { unit: ids.sales });
}

async function signIn(api: TestApi, people: Record<Person, string>): Promise<Record<Actor, TestClient>> {
  const as = {
    stranger: api.stranger,
    forged: new TestClient(api.url, `assay_session=${randomUUID()}.c2lnbmF0dXJl`),
  } as Record<Actor, TestClient>;
  for (const actor of ACTORS.slice(2)) as[actor] = await api.as(people[person(actor)]);
  return as;
}

async function makeProgramme(api: TestApi, as: Record<Actor, TestClient>, ids: Record<string, string>): Promise<void> {
  const assessors = ['marker', 'otherAssessor', 'conflicted'].map((name) => ids[name] ?? '');
  ids.skill = (await addSkill(api)).id;
  ids.framework = await one(api, 'SELECT id FROM skill_framework LIMIT 1');
  await api.sql(
    `INSERT INTO search_entry (kind, id, title, context, synonyms, source_id, weight, title_words, code_words, words)
     VALUES ('SKILL', $1, 'Testing', 'Our skills', '{}', $2, 1, ' testing ', '', ' testing ')`,
    [ids.skill, ids.framework],
  );
  for (const [name, founders] of Object.entries({
    held: assessors,
    open: assessors,
    judged: assessors,
    drafted: assessors,
    prior: assessors,
    begun: assessors,
    other: [ids.unqualified ?? ''],
  })) {
    const made = await addAchievement(api, ids.skill, `Achievement ${name}`);
    ids[`${name}Version`] = made.id;
    ids[`${name}Achievement`] = made.achievementId;
    ids[`${name}Criterion`] = made.rubric.criteria[0]?.id ?? '';
    await addFounders(api, made.achievementId, founders);
  }
  ids.draftVersion = newId();
  await api.sql(
    `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, skill_id, level_ordinal, outcomes, rubric,
       evidence_asked, cut_score, route, marking_policy, descriptors, created_at)
     SELECT $1, achievement_id, 2, 'DRAFT', 'canary-draft-7407', 'About it', skill_id, level_ordinal, outcomes, rubric, evidence_asked, 0.5, 'PORTFOLIO', 'SINGLE', descriptors, now()
     FROM achievement_version WHERE id = $2`,
    [ids.draftVersion, ids.otherVersion],
  );
  ids.draftFramework = newId();
  await api.sql(
    `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
     SELECT $1, $2, 'canary-draft-7407 framework', 'Us', '1', 'DRAFT', 'CC0-1.0', 'Ours', scale_id, now() FROM skill_framework WHERE id = $3`,
    [ids.draftFramework, newId(), ids.framework],
  );
  await makeJobRoles(api, ids);
  await makeKeeping(api, ids);
  ids.badgeTemplate = newId();
  await api.sql(
    `INSERT INTO badge_template (id, name, slots, created_at, changed_at) VALUES ($1, 'Round', $2, now(), now())`,
    [ids.badgeTemplate, JSON.stringify(HALLMARK)],
  );
  await api.sql(
    `INSERT INTO badge_template (id, name, slots, created_at, changed_at, archived_at, earlier) VALUES ($1, 'Square', $2, now(), now(), now(),
       jsonb_build_array(jsonb_build_object('revision', 1, 'name', 'Cube', 'slots', $2::jsonb, 'changedAt', now())))`,
    [newId(), JSON.stringify(HALLMARK)],
  );
  for (const kind of ['KIT', 'CERTIFICATE'])
    await api.sql(
      `INSERT INTO studio_version (id, kind, number, state, revision, content, changed_at, in_use_since)
       VALUES ($1, $2, 1, 'IN_USE', 1, '{}', now(), now())`,
      [newId(), kind],
    );
  ids.frameworkImport = newId();
  await api.sql(
    `INSERT INTO framework_import (id, about, kind, state, created_at, created_by)
     VALUES ($1, '{"title":"canary-draft-7407","publisher":"Us","version":"1","licence":"CC0-1.0","attribution":"","sourceUrl":null}',
       'CSV', 'PREVIEWED', now(), $2)`,
    [ids.frameworkImport, ids.designer],
  );
}

/** Skills of a draft with a tie and a step, a wish of a colleague, a cross-walk that lacks a second person, and a note. */
async function makeKeeping(api: TestApi, ids: Record<string, string>): Promise<void> {
  const named = (name: string) => (ids[name] = newId());
  for (const name of ['keptSkill', 'otherKeptSkill']) {
    await api.sql(
      'INSERT INTO skill (id, series_id, code) SELECT $1, series_id, $2 FROM skill_framework WHERE id = $3',
      [...[named(name), name, ids.draftFramework]],
    );
    await api.sql(
      `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position) VALUES ($1, $2, $3, 'canary-draft-7407 skill', '[]', 0)`,
      [newId(), ids[name], ids.draftFramework],
    );
  }
  await api.sql(
    `INSERT INTO skill_relation (id, framework_id, type, origin_skill_id, target_skill_id, position) VALUES ($1, $2, 'isPeerOf', $3, $4, 0)`,
    [named('tie'), ids.draftFramework, ids.keptSkill, ids.otherKeptSkill],
  );
  await api.sql(
    `INSERT INTO framework_step (id, framework_id, kind, subject, removed, added, made_by, made_at)
     VALUES ($1, $2, 'ADD_RELATION', 'canary-draft-7407', '{}', jsonb_build_object('skill_relation', jsonb_build_array($3::text)), $4, now())`,
    [named('writtenStep'), ids.draftFramework, ids.tie, ids.designer],
  );
  await api.sql(
    `INSERT INTO skill_proposal (id, series_id, name, why, evidence, proposed_by, proposed_at, state)
     SELECT $1, series_id, 'Wish', 'Needed', '', $2, now(), 'WAITING' FROM skill_framework WHERE id = $3`,
    [named('wish'), ids.colleague, ids.framework],
  );
  await api.sql("INSERT INTO proficiency_scale VALUES ($1, 'Other')", [named('otherScale')]);
  await api.sql(`INSERT INTO proficiency_level (id, scale_id, ordinal, label) VALUES ($1, $2, 1, 'One')`, [
    ...[newId(), ids.otherScale],
  ]);
  ids.scale = await one(api, 'SELECT scale_id AS id FROM skill_framework LIMIT 1');
  await api.sql(
    `INSERT INTO scale_crosswalk (id, from_scale_id, to_scale_id, pairs, reason, state, revision, written_by, written_at)
     VALUES ($1, $2, $3, '[]', 'Compared', 'DRAFT', 1, $4, now())`,
    [named('crosswalk'), ids.scale, ids.otherScale, ids.owner],
  );
  await api.sql(
    `INSERT INTO strategy_note (id, title, body, horizon, skill_ids, revision, written_by, written_at, changed_at)
     VALUES ($1, 'Plan', '', 'NOW', $2, 1, $3, now(), now())`,
    [named('plan'), [ids.skill], ids.designer],
  );
}

/** Two roles in the published framework and in the draft, with a step between them; the draft has an empty family besides. */
async function makeJobRoles(api: TestApi, ids: Record<string, string>): Promise<void> {
  ids.roleFramework = newId();
  await api.sql(
    `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
     SELECT $1, $2, 'Trades', 'Us', '1', 'DRAFT', 'CC0-1.0', 'Ours', scale_id, now() FROM skill_framework WHERE id = $3`,
    [ids.roleFramework, newId(), ids.framework],
  );
  for (const [which, framework] of [
    ['', ids.roleFramework],
    ['draft', ids.draftFramework],
  ] as const) {
    const named = (name: string) => (ids[which + (which ? name[0]?.toUpperCase() + name.slice(1) : name)] = newId());
    const [family, empty, role, other] = [named('family'), named('emptyFamily'), named('role'), named('otherRole')];
    const [low, high, across] = [named('level'), named('highLevel'), named('otherLevel')];
    await api.sql(
      `INSERT INTO job_family (id, framework_id, code, name, position) VALUES ($1, $3, 'trade', 'Trade', 0), ($2, $3, 'none', 'None', 1)`,
      [family, empty, framework],
    );
    await api.sql(
      `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position)
       SELECT id, $3, $4, code, $5 || code, '', '[]', 0 FROM (VALUES ($1::uuid, 'fitter'), ($2::uuid, 'welder')) AS role (id, code)`,
      [role, other, framework, family, which ? 'canary-draft-7407 ' : ''],
    );
    await api.sql(
      `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
       SELECT id, $4, role, code, code, place, '', '[]', '{}'
       FROM (VALUES ($1::uuid, $5::uuid, 'low', 1), ($2::uuid, $5::uuid, 'high', 2), ($3::uuid, $6::uuid, 'across', 1)) AS level (id, role, code, place)`,
      [low, high, across, framework, role, other],
    );
    await api.sql(
      `INSERT INTO job_role_edge (id, framework_id, from_level_id, to_level_id, kind, origin) VALUES ($1, $2, $3, $4, 'LATERAL', 'DECLARED')`,
      [named('step'), framework, low, across],
    );
    if (!which)
      await api.sql(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [framework]);
  }
}

async function handThingsIn(api: TestApi, as: Record<Actor, TestClient>, ids: Record<string, string>): Promise<void> {
  const version = async (name: string) => {
    const [row] = await api.sql<{ rubric: Parameters<typeof handIn>[1]['rubric'] }>(
      'SELECT rubric FROM achievement_version WHERE id = $1',
      [ids[`${name}Version`]],
    );
    if (!row) throw new Error(`There is no achievement ${name}.`);
    return { id: ids[`${name}Version`] ?? '', rubric: row.rubric };
  };
  const [held, open, judged] = [await version('held'), await version('open'), await version('judged')];
  ids.submission = await handIn(as.self, held);
  ids.slot = await slotOf(api, ids.submission);
  await claim(as.marker, ids.slot);
  await saveMark(as.marker, ids.slot, held.rubric, [2, 1], 0, 'canary-comment-7403');
  ids.snapshot = await one(api, 'SELECT id FROM submission_snapshot WHERE submission_id = $1', ids.submission);
  ids.openSubmission = await handIn(as.self, open);
  ids.openSlot = await slotOf(api, ids.openSubmission);
  ids.judgedSubmission = await handIn(as.self, judged);
  ids.judgedSlot = await slotOf(api, ids.judgedSubmission);
  await claim(as.marker, ids.judgedSlot);
  await saveMark(as.marker, ids.judgedSlot, judged.rubric, [2, 2]);
  await handInMark(as.marker, ids.judgedSlot);

  ids.evidence = await addText(as.self, 'canary-library-7401', '2026-06-01');
  await api.sql(
    'UPDATE evidence_item SET skill_ids = ARRAY(SELECT skill_id FROM achievement_version WHERE id = $2) WHERE id = $1',
    [ids.evidence, held.id],
  );
  ids.freeEvidence = await addText(as.self, 'Unused', '2026-06-01');
  const drafted = await version('drafted');
  ids.draft = (await start(as.self, drafted.id)).id;
  for (const criterion of drafted.rubric.criteria) {
    await link(as.self, ids.draft, criterion.id, ids.evidence, 'Because.');
    await claimLevel(as.self, ids.draft, criterion.id, 2);
  }
  await askOthers(api, as, ids, await version('prior'));
}

/** Something a colleague is asked to confirm, and prior learning that a colleague helps with. */
async function askOthers(
  api: TestApi,
  as: Record<Actor, TestClient>,
  ids: Record<string, string>,
  version: { id: string; rubric: { criteria: { id: string }[] } },
): Promise<void> {
  const asked = await as.self.query<{ result: { id: string } }>(
    `mutation($id: ID!) { result: addAttestedEvidence(input: { title: "The plan on the wall", keptAt: "Room 4", question: "Did I draw it?", colleagueId: $id }) {
       ... on EvidenceItem { id } } }`,
    { id: ids.colleague },
  );
  ids.attested = asked.result.id;
  ids.statement = await one(api, 'SELECT id FROM witness_statement WHERE item_id = $1', ids.attested);
  const begun = await as.self.query<{ result: { id: string } }>(
    'mutation($id: ID!) { result: startSubmission(achievementVersionId: $id, route: PRIOR_LEARNING) { ... on Submission { id } } }',
    { id: version.id },
  );
  ids.priorLearning = begun.result.id;
  ids.priorVersion = version.id;
  ids.priorCriterion = version.rubric.criteria[0]?.id ?? '';
  for (const who of ['colleague', 'otherBoss'] as const)
    await as.self.query(
      'mutation($id: ID!, $who: ID!) { askMentor(submissionId: $id, personId: $who, message: "Would you?") { __typename } }',
      { id: ids.priorLearning, who: ids[who] },
    );
  await as.colleague.query('mutation($id: ID!) { answerMentoring(submissionId: $id, accepts: true) { __typename } }', {
    id: ids.priorLearning,
  });
  await as.self.query(
    `mutation($id: ID!) { savePriorLearningScreen(achievementVersionId: $id, answers: [{ outcome: 0, stance: YES, words: "Last year" }], expectedRevision: 0) { __typename } }`,
    { id: ids.priorVersion },
  );
  await as.self.query('mutation($id: ID!) { writeMentorNote(submissionId: $id, words: "Thanks.") { __typename } }', {
    id: ids.priorLearning,
  });
}

async function holdSomething(api: TestApi, as: Record<Actor, TestClient>, ids: Record<string, string>): Promise<void> {
  for (const [award, state] of [
    ['award', 'ISSUED'],
    ['waitingAward', 'QUARANTINED'],
  ] as const) {
    ids[award] = newId();
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, 'DECISION', $1, $4, now(), '{}', now())`,
      [ids[award], ids.cleo, ids.otherVersion, state],
    );
  }
  ids.credential = newId();
  await api.sql(
    `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
     VALUES ($1, $2, 1, $3, $4, now(), now(), 'ACTIVE', '{}', 'x')`,
    [ids.credential, ids.award, ids.cleo, ids.otherVersion],
  );
  ids.share = newId();
  await api.sql(
    `INSERT INTO share_grant (id, credential_id, token, created_at) VALUES ($1, $2, 'canary-token-7404-0123456789', now())`,
    [ids.share, ids.credential],
  );
  await showWork(api, ids);
  await addChanges(api, ids);
  await makeRecognition(api, ids);
  await makeCohorts(api, ids);
  await makeEndorsements(api, ids);
  ids.failedMail = newId();
  await api.sql(
    `INSERT INTO mail (id, kind, to_address, state, created_at, attempts) VALUES ($1, 'TEST', 'x@example.org', 'FAILED', now(), 9)`,
    [ids.failedMail],
  );
  ids.lostLetter = newId();
  await api.sql(
    `INSERT INTO mail (id, kind, to_address, state, created_at, attempts) VALUES ($1, 'BADGE_SHOWN', 'lost@example.org', 'FAILED', now(), 10)`,
    [ids.lostLetter],
  );
  await api.sql('UPDATE share_grant SET sent = $2 WHERE id = $1', [
    ids.share,
    JSON.stringify([{ address: 'lost@example.org', at: '2026-11-01T00:00:00Z', mailId: ids.lostLetter }]),
  ]);
  ids.note = newId();
  await api.sql(
    `INSERT INTO notification (id, person_id, kind, title, body, subjects, created_at) VALUES ($1, $2, 'BADGE_READY', 'Ready', '', '{}', now())`,
    [ids.note, ids.cleo],
  );
  ids.session = await one(
    api,
    'SELECT id FROM sign_in_session WHERE person_id = $1 ORDER BY started_at DESC LIMIT 1',
    ids.cleo ?? '',
  );
}

/** Cleo's badge stands on work that was marked, and a system has checked it by Cleo's link. */
async function showWork(api: TestApi, ids: Record<string, string>): Promise<void> {
  Object.assign(ids, { workBehind: 'A change with its tests', checkedBy: 'canary-key-7405' });
  const [submission, decision] = [newId(), newId()];
  await api.sql(
    `INSERT INTO submission (id, person_id, achievement_version_id, achievement_id, attempt_no, state, created_at, saved_at)
     SELECT $1, $2, id, achievement_id, 1, 'RELEASED', now(), now() FROM achievement_version WHERE id = $3`,
    [submission, ids.cleo, ids.otherVersion],
  );
  await api.sql(
    `INSERT INTO submission_snapshot SELECT $1, $2, number, taken_at, digest, content FROM submission_snapshot WHERE id = $3`,
    [newId(), submission, ids.snapshot],
  );
  await api.sql(
    `INSERT INTO decision (id, submission_id, sequence, cause, outcome, score, criteria, overall_comment, decided_at)
     VALUES ($1, $2, 1, 'MARKING', 'PASS', 1, '[]', '', now())`,
    [decision, submission],
  );
  await api.sql(
    `UPDATE award SET basis_id = $2, plan = jsonb_build_object('evidence', jsonb_build_array(
       jsonb_build_object('sha256', copy.content #> '{items,0,digest}'))) FROM submission_snapshot copy
     WHERE award.id = $1 AND submission_id = $3`,
    [ids.award, decision, submission],
  );
  await api.sql(`INSERT INTO share_day VALUES ($1, '2026-06-01', 'VERIFICATION', $2, 1)`, [ids.share, ids.checkedBy]);
  await api.sql(`INSERT INTO credential_use VALUES ($1, '2026-06-01', 'VIEW', 1)`, [ids.credential]);
}

/** What was done to Cleo's badge, and what is proposed about another edition of it. */
async function addChanges(api: TestApi, ids: Record<string, string>): Promise<void> {
  const [done, doubted, proposed] = [newId(), newId(), newId()];
  Object.assign(ids, { doneChange: done, doubtedCredential: doubted, proposedChange: proposed });
  await api.sql(
    `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
     VALUES ($1, $2, 2, $3, $4, now(), now(), 'ACTIVE', '{}', 'x')`,
    [doubted, ids.award, ids.cleo, ids.otherVersion],
  );
  await api.sql(
    `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at, done_at)
     VALUES ($1, $2, $3, 'REINSTATE', 'CLEARED', 'Fine', 'DONE', $4, now(), $4, now(), now())`,
    [done, ids.credential, ids.cleo, ids.second],
  );
  await api.sql(
    `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at)
     VALUES ($1, $2, $3, 'REVOKE', 'MALPRACTICE', 'Copied', 'PROPOSED', $4, now())`,
    [proposed, doubted, ids.cleo, ids.second],
  );
  ids.stackRisk = newId();
  await api.sql(
    `INSERT INTO stack_risk (id, credential_id, person_id, lost, state, opened_at)
     VALUES ($1, $2, $3, '[{"achievementId": "a", "name": "Part", "why": "ENDED"}]', 'OPEN', now())`,
    [ids.stackRisk, ids.credential, ids.cleo],
  );
  ids.bulkCorrection = newId();
  await api.sql(
    `INSERT INTO bulk_correction (id, state, reason, credential_ids, done, corrected, passed_over, failed_ids, created_at, created_by)
     VALUES ($1, 'DONE', 'Renamed', '{}', 0, 0, 0, '{}', now(), $2)`,
    [ids.bulkCorrection, ids.designer],
  );
  ids.bulkIssue = newId();
  await api.sql(
    `INSERT INTO bulk_issue (id, file_id, file_name, state, columns, mapping, counts, rows, created_at, created_by)
     VALUES ($1, $2, 'list.csv', 'PREVIEWED', '[]', '[]', '{"rows": 1, "create": 0, "held": 0, "errors": 1}', '[]', now(), $3)`,
    [ids.bulkIssue, newId(), ids.designer],
  );
}

/** A course that Cleo finished, and enough answers for their comments to be told. */
async function makeCourses(api: TestApi, ids: Record<string, string>): Promise<void> {
  ids.courseProvider = newId();
  await api.sql(
    `INSERT INTO course_provider (id, name, kind, quality_assurance, trust, trust_reason, created_at)
     VALUES ($1, 'College', 'OTHER', '', 'UNCHECKED', '', now())`,
    [ids.courseProvider],
  );
  ids.course = newId();
  await api.sql(
    `INSERT INTO course (id, code, title, provider_id, state, description, area, topics, duration, support, prerequisites, start_dates, created_at, saved_at)
     VALUES ($1, 'C-1', 'Trenches', $2, 'ACTIVE', '', '', '{}', '', '', '', '{}', now(), now())`,
    [ids.course, ids.courseProvider],
  );
  await api.sql(
    `INSERT INTO course_outcome (id, course_id, skill_id, level_ordinal, result, position)
     SELECT $1, $2, skill_id, 1, 'ATTACH_EVIDENCE', 0 FROM achievement_version WHERE id = $3`,
    [newId(), ids.course, ids.otherVersion],
  );
  ids.completionClaim = newId();
  await api.sql(
    `INSERT INTO completion_claim (id, course_id, person_id, completed_on, grade, note, item_id, proof, state, claimed_at)
     VALUES ($1, $2, $3, '2026-01-04', '', 'canary-claim-7411', $4, '{"kind": "TEXT", "title": "canary-proof-7412", "text": "It says so."}', 'OPEN', now())`,
    [ids.completionClaim, ids.course, ids.self, ids.evidence],
  );
  ids.claimNote = 'canary-claim-7411';
  ids.courseComment = 'canary-course-comment-7409';
  for (const person of ['self', 'marker', 'otherAssessor', 'conflicted', 'report']) {
    const completion = newId();
    if (person === 'self') ids.completion = completion;
    await api.sql(
      `INSERT INTO course_completion (id, course_id, person_id, completed_on, grade, outcomes, recorded_at)
       VALUES ($1, $2, $3, '2026-01-02', '', '[]', now())`,
      [completion, ids.course, ids[person]],
    );
    await api.sql(
      `INSERT INTO course_feedback (course_id, person_id, content, teaching, usefulness, comment, given_at) VALUES ($1, $2, 4, 4, 4, $3, now())`,
      [ids.course, ids[person], person === 'self' ? ids.courseComment : ''],
    );
  }
  ids.courseImport = newId();
  await api.sql(
    `INSERT INTO course_import (id, kind, file_id, file_name, state, columns, mapping, counts, rows, created_at, created_by)
     VALUES ($1, 'COURSES', $2, 'courses.csv', 'PREVIEWED', '[]', '[]', '{"rows": 1, "create": 0, "change": 0, "unchanged": 0, "errors": 1, "newProviders": 0, "linkedPrerequisites": 0, "prerequisitesInWords": 0}', '[]', now(), $3)`,
    [ids.courseImport, newId(), ids.designer],
  );
}

/** The same rung in the version before, against which Cleo's goal was planned. */
async function addEarlierLevel(api: TestApi, ids: Record<string, string>): Promise<string> {
  const [version, family, role, level] = [newId(), newId(), newId(), newId()];
  await api.sql(
    `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
     SELECT $1, series_id, title, publisher, '0', 'DRAFT', licence, attribution, scale_id, now() FROM skill_framework WHERE id = $2`,
    [version, ids.roleFramework],
  );
  await api.sql(`INSERT INTO job_family VALUES ($1, $2, 'before', 'Before', 1)`, [family, version]);
  await api.sql(
    `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position)
     SELECT $1, $2, $3, role.code, role.name, '', '[]', 1 FROM job_role role JOIN job_role_level level ON level.role_id = role.id WHERE level.id = $4`,
    [role, version, family, ids.level],
  );
  await api.sql(
    `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
     SELECT $1, $2, $3, code, name, "order", '', '[]', '{}' FROM job_role_level WHERE id = $4`,
    [level, version, role, ids.level],
  );
  await api.sql(
    `UPDATE skill_framework SET state = 'SUPERSEDED', published_at = now() - interval '1 year' WHERE id = $1`,
    [version],
  );
  await api.sql(
    `INSERT INTO goal_keeping (framework_id, kept_until, set_by, set_at) VALUES ($1, '2999-12-31', $2, now())`,
    [ids.roleFramework, ids.designer],
  );
  return level;
}

async function makeStanding(api: TestApi, ids: Record<string, string>): Promise<void> {
  Object.assign(ids, {
    skillClaim: newId(),
    observation: newId(),
    goal: newId(),
    mentorOffer: newId(),
    report: newId(),
  });
  await api.sql(
    `INSERT INTO saved_report (id, owner_id, name, definition, shared, revision, changed_at)
     VALUES ($1, $2, 'Where we stand', '{"subject":"PEOPLE","columns":["unit"],"filters":[],"groupBy":[],"sort":null}', true, 1, now())`,
    [ids.report, ids.designer],
  );
  Object.assign(ids, { planReview: newId(), planComment: newId() });
  await api.sql(
    `INSERT INTO skill_claim (id, person_id, skill_id, ordinal, words, claimed_at) VALUES ($1, $2, $3, 1, 'I can', now())`,
    [ids.skillClaim, ids.cleo, ids.skill],
  );
  await api.sql(
    `INSERT INTO skill_observation (id, person_id, observer_id, skill_id, ordinal, capacity, used_on_job, seen_on, words, observed_at)
     VALUES ($1, $2, $3, $4, 1, 'MANAGER', true, '2026-01-01', 'Seen', now())`,
    [ids.observation, ids.cleo, ids.boss, ids.skill],
  );
  await api.sql(
    'INSERT INTO goal (id, person_id, job_role_level_id, chosen_by, shared, created_at) VALUES ($1, $2, $3, $2, true, now())',
    [ids.goal, ids.cleo, await addEarlierLevel(api, ids)],
  );
  await api.sql(
    `INSERT INTO plan_review (id, goal_id, person_id, state, steps, asked, proposed_at)
     VALUES ($1, $2, $3, 'PROPOSED', '[{"achievementId": "a", "name": "Step", "hours": 4}]', '[{"skillId": "s", "name": "Skill", "level": 2}]', now())`,
    [ids.planReview, ids.goal, ids.cleo],
  );
  await api.sql(
    `INSERT INTO plan_comment (id, review_id, person_id, author_id, words, said_at) VALUES ($1, $2, $3, $4, 'A word', now())`,
    [ids.planComment, ids.planReview, ids.cleo, ids.boss],
  );
  await api.sql('UPDATE employment SET job_role_level_id = $2 WHERE person_id = $1', [ids.cleo, ids.level]);
  await api.sql('INSERT INTO mentor_offer (id, person_id, skill_id, offered_at) VALUES ($1, $2, $3, now())', [
    ...[ids.mentorOffer, ids.cleo, ids.skill],
  ]);
}

async function makeAdministration(api: TestApi, ids: Record<string, string>): Promise<void> {
  ids.markerGrant = await one(api, 'SELECT id FROM role_grant WHERE person_id = $1', ids.marker ?? '');
  ids.proposal = newId();
  await api.sql(
    `INSERT INTO role_grant (id, person_id, role, starts_at, granted_by, granted_at, origin, approval, reason)
     VALUES ($1, $2, 'PROGRAMME_OWNER', null, $3, now(), 'PERSON', 'SECOND_PERSON', 'The job asks for it.')`,
    [ids.proposal, ids.lead, ids.second],
  );
  ids.peopleImport = newId();
  await api.sql(
    `INSERT INTO people_import (id, file_id, file_name, state, created_at, created_by, effective_on, missing)
     VALUES ($1, $2, 'people.csv', 'PREVIEWED', now(), $3, current_date, 'KEEP')`,
    [ids.peopleImport, newId(), ids.admin],
  );
  ids.provider = newId();
  await api.sql(
    `INSERT INTO identity_provider (id, name, issuer, client_id, enabled, created_at, changed_at, approved_at) VALUES ($1, 'Works', 'https://login.example.org', 'assay', true, now(), now(), now())`,
    [ids.provider],
  );
  // Of two providers that are on, so that Cleo could do without one.
  [ids.account, ids.otherProvider] = [newId(), newId()];
  await api.sql(
    `INSERT INTO identity_provider (id, name, issuer, client_id, enabled, created_at, changed_at, approved_at) VALUES ($1, 'Other', 'https://other.example.org', 'assay', true, now(), now(), now())`,
    [ids.otherProvider],
  );
  await api.sql(
    `INSERT INTO identity_link (id, issuer, subject, person_id, linked_at) VALUES ($1, 'https://login.example.org', 'cleo', $3, now()),
       ($2, 'https://other.example.org', 'cleo', $3, now())`,
    [ids.account, newId(), ids.cleo],
  );
  ids.waitingProvider = newId();
  await api.sql(
    `INSERT INTO identity_provider (id, name, issuer, client_id, enabled, created_at, changed_at, asked_by, asked_at)
     VALUES ($1, 'Waits', 'https://waits.example.org', 'assay', true, now(), now(), $2, '2026-01-02T03:04:05Z')`,
    [ids.waitingProvider, ids.second],
  );
  ids.verificationKey = newId();
  await api.sql(
    `INSERT INTO verification_key (id, name, scope, digest, prefix, created_at, created_by, expires_at)
     VALUES ($1, 'Hall', 'OWN', $2, 'assay_v', now(), $3, now() + interval '9 days')`,
    [ids.verificationKey, Buffer.alloc(32, 9), ids.admin],
  );
  ids.scimClient = newId();
  await api.sql('INSERT INTO scim_client (id, name, created_at, created_by) VALUES ($1, $2, now(), $3)', [
    ids.scimClient,
    'Directory',
    ids.admin,
  ]);
  ids.scimToken = newId();
  await api.sql(
    `INSERT INTO scim_token (id, client_id, digest, prefix, created_at, expires_at) VALUES ($1, $2, $3, 'scim_ab', now(), now() + interval '90 days')`,
    [ids.scimToken, ids.scimClient, Buffer.alloc(32, 7)],
  );
  ids.scimGroup = newId();
  await api.sql(
    'INSERT INTO scim_group (id, client_id, display_name, created_at, modified_at) VALUES ($1, $2, $3, now(), now())',
    [ids.scimGroup, ids.scimClient, 'Assessors'],
  );
  ids.waitingGroup = newId();
  await api.sql(
    `INSERT INTO scim_group (id, client_id, display_name, created_at, modified_at, wanted_role, wanted_by, wanted_at)
     VALUES ($1, $2, 'Owners', now(), now(), 'PROGRAMME_OWNER', $3, now())`,
    [ids.waitingGroup, ids.scimClient, ids.second],
  );
  ids.scimRequest = newId();
  await api.sql(
    `INSERT INTO scim_request (id, client_id, token_id, at, method, path, status, milliseconds) VALUES ($1, $2, $3, now(), 'GET', '/Users', 200, 4)`,
    [ids.scimRequest, ids.scimClient, ids.scimToken],
  );
}

async function one(api: TestApi, sql: string, of?: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>(sql, of === undefined ? [] : [of]);
  if (!row) throw new Error(`There is none: ${sql}`);
  return row.id;
}
