import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Seat } from '../roles/door.js';
import { ask, done } from './asking.js';
import { invented, word } from './invention.js';

export interface Achievement {
  id: string;
  achievementId: string;
  name: string;
  criteria: { id: string; title: string }[];
}
export type Policy = 'SINGLE' | 'DOUBLE_BLIND';

/** People, a skill and what can be earned in it, written as a programme ends up: these stories begin after its design. */
export class JudgingWorld {
  private constructor(
    private readonly database: pg.Client,
    private readonly skillId: string,
  ) {}

  static async begin(databaseUrl: string): Promise<JudgingWorld> {
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    return new JudgingWorld(database, await skillIn(database));
  }

  end(): Promise<void> {
    return this.database.end();
  }

  async person(role: 'ASSESSOR' | 'ASSESSMENT_LEAD' | 'HR_DESIGNER' | 'ADMINISTRATOR' | null): Promise<string> {
    const { name, email } = invented(role ?? 'Candidate');
    const id = randomUUID();
    await this.database.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
      id,
      name,
      email,
    ]);
    if (role)
      await this.database.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, now())', [
        randomUUID(),
        id,
        role,
      ]);
    return id;
  }

  async achievement(
    policy: Policy,
    founders: readonly string[],
    route: 'PORTFOLIO' | 'COMPLETION' = 'PORTFOLIO',
  ): Promise<Achievement> {
    const [id, achievementId, name] = [randomUUID(), randomUUID(), `Tester of ${word()}`];
    const criteria = ['Sampling', 'Weighing'].map((title, place) => criterion(title, place === 0 ? 2 : null));
    await this.database.query('INSERT INTO achievement (id, created_at) VALUES ($1, now())', [achievementId]);
    await this.database.query(
      `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, skill_id, skill_revision_id, level_ordinal,
         outcomes, rubric, evidence_asked, cut_score, validity_months, evidence_max_age_months, route, marking_policy, borderline_band,
         descriptors, created_at, published_at)
       VALUES ($1, $2, 1, 'PUBLISHED', $3, 'Finds out what is in it', $4, (SELECT id FROM skill_revision WHERE skill_id = $4), 2,
         '["Takes a fair sample"]', $5, '["A report"]', 0.5, 36, 24, $8, $6, 0, $7, now(), now())`,
      [id, achievementId, name, this.skillId, JSON.stringify({ criteria }), policy, JSON.stringify(DESCRIPTORS), route],
    );
    for (const founder of founders)
      await this.database.query(
        `INSERT INTO assessor_qualification (id, achievement_id, person_id, basis, since) VALUES ($1, $2, $3, 'FOUNDER', current_date)`,
        [randomUUID(), achievementId, founder],
      );
    return { id, achievementId, name, criteria };
  }

  async mailOf(personId: string): Promise<string> {
    const { rows } = await this.database.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [personId]);
    return rows[0]?.email ?? '';
  }

  /** What only time does to a badge. */
  async endsIn(credentialId: string, days: number): Promise<void> {
    await this.database.query('UPDATE credential SET valid_until = now() + make_interval(days => $2) WHERE id = $1', [
      credentialId,
      days,
    ]);
  }

  /** What chance does once in twenty places: the next one that this assessor takes is a check, if anything fits. */
  async isCheckedNext(assessorId: string): Promise<void> {
    await this.database.query(`INSERT INTO live_check_turn (person_id, seed, since) VALUES ($1, 'seed', 1000)`, [
      assessorId,
    ]);
  }

  /** The places of a submission by purpose. */
  async placesOf(submissionId: string): Promise<Record<string, string>> {
    const { rows } = await this.database.query<{ id: string; purpose: string }>(
      `SELECT id, purpose FROM marking_slot WHERE submission_id = $1 AND state <> 'CANCELLED' ORDER BY round, id`,
      [submissionId],
    );
    return Object.fromEntries(rows.map(({ purpose, id }) => [purpose, id]));
  }
}

const SUBMISSION = '__typename ... on Submission { id } ... on Refusal { message }';

/** Everything from beginning to handing in, with one text that shows every criterion. */
export async function handIn(seat: Seat, achievement: Achievement, text: string): Promise<string> {
  const { id } = await done<{ __typename: 'Submission'; id: string }>(
    seat,
    'Submission',
    `mutation($id: ID!) { result: startSubmission(achievementVersionId: $id) { ${SUBMISSION} } }`,
    { id: achievement.id },
  );
  await showAndSend(seat, id, achievement, text);
  return id;
}

/** Shows every criterion of what was begun with one text, and hands it in. */
export async function showAndSend(seat: Seat, id: string, achievement: Achievement, text: string): Promise<void> {
  const item = await done<{ __typename: 'EvidenceItem'; id: string }>(
    seat,
    'EvidenceItem',
    `mutation($input: TextEvidenceInput!) { result: addTextEvidence(input: $input) { __typename ... on EvidenceItem { id } } }`,
    { input: { title: 'Report of a test', text, madeOn: null } },
  );
  for (const { id: criterionId } of achievement.criteria) {
    await done(
      seat,
      'Submission',
      `mutation($id: ID!, $criterionId: ID!, $item: ID!) {
         result: linkEvidence(submissionId: $id, criterionId: $criterionId, itemId: $item, reflection: "It shows it.") { ${SUBMISSION} } }`,
      { id, criterionId, item: item.id },
    );
    await done(
      seat,
      'Submission',
      `mutation($id: ID!, $criterionId: ID!) {
         result: claimLevel(submissionId: $id, criterionId: $criterionId, levelOrdinal: 2, notEvidenced: false) { ${SUBMISSION} } }`,
      { id, criterionId },
    );
  }
  await done(
    seat,
    'Submission',
    `mutation($id: ID!) { result: submit(submissionId: $id, declarationAccepted: true) { ${SUBMISSION} } }`,
    { id },
  );
}

const SLOT = '__typename ... on MarkingSlot { id } ... on Refusal { message }';

export async function claimPlace(seat: Seat, slotId: string): Promise<void> {
  await done(seat, 'MarkingSlot', `mutation($id: ID!) { result: claimSlot(id: $id) { ${SLOT} } }`, { id: slotId });
}

/** Takes a place, gives these levels, hands in and lets the candidate know. */
export async function judgeAndRelease(seat: Seat, slotId: string, it: Achievement, levels: readonly number[]) {
  await claimPlace(seat, slotId);
  const input = {
    criteria: it.criteria.map(({ id }, place) => ({
      criterionId: id,
      level: levels[place] ?? 1,
      comment: (levels[place] ?? 1) < 2 ? 'Show where each sample was taken.' : '',
    })),
    rules: { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' },
    overall: 'PASS',
    seenLetters: ['A'],
    expectedRevision: 0,
  };
  const save = `mutation($id: ID!, $input: MarkInput!) { result: saveMark(slotId: $id, input: $input) { ${SLOT} } }`;
  await done(seat, 'MarkingSlot', save, { id: slotId, input });
  for (const act of ['handInMark', 'releaseDecision'])
    await done(seat, 'MarkingSlot', `mutation($id: ID!) { result: ${act}(slotId: $id) { ${SLOT} } }`, { id: slotId });
}

/** The recalled decision that a lead is to look at. */
export async function recalledItem(seat: Seat): Promise<string> {
  const { recalls } = await ask<{ recalls: { items: { id: string }[] }[] }>(seat, '{ recalls { items { id } } }');
  return recalls[0]?.items[0]?.id ?? '';
}

const DESCRIPTORS = {
  ...{ workloadHours: 8, ects: null, eqfLevel: null, language: 'en', participation: 'At work' },
  ...{ assessmentType: 'Portfolio', supervision: 'Unsupervised', qualityAssurance: 'Internal' },
  ...{ prerequisites: '', stackability: 'Stand-alone' },
};

function criterion(title: string, mustReach: number | null) {
  const levels = ['Not yet', 'Alone', 'For others'].map((label, index) => ({
    ...{ id: randomUUID(), ordinal: index + 1, label, points: index, isCompetent: index > 0 },
    descriptor: `${title}, ${label.toLowerCase()}`,
  }));
  return {
    id: randomUUID(),
    title,
    description: `How good the ${title.toLowerCase()} is`,
    weight: 1,
    mustReach,
    levels,
  };
}

async function skillIn(database: pg.Client): Promise<string> {
  const [scale, framework, series, skill] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await database.query(`INSERT INTO proficiency_scale (id, name) VALUES ($1, 'Three levels')`, [scale]);
  for (const [index, label] of ['Not yet', 'Alone', 'For others'].entries())
    await database.query('INSERT INTO proficiency_level (id, scale_id, ordinal, label) VALUES ($1, $2, $3, $4)', [
      ...[randomUUID(), scale, index + 1, label],
    ]);
  await database.query(
    `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
     VALUES ($1, $2, $3, 'Us', '1', 'DRAFT', 'CC0-1.0', 'Ours', $4, now())`,
    [framework, series, `Skills of ${word()}`, scale],
  );
  await database.query('INSERT INTO skill (id, series_id, code) VALUES ($1, $2, $3)', [skill, series, 'testing']);
  await database.query(
    `INSERT INTO skill_revision (id, skill_id, framework_id, name, description, descriptors, position)
     VALUES ($1, $2, $3, 'Testing', 'About it', '[null, null, null]', 1)`,
    [randomUUID(), skill, framework],
  );
  await database.query(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [
    framework,
  ]);
  return skill;
}

const EXEMPLAR = '__typename ... on Exemplar { id } ... on Refusal { message }';

/** Work that was judged is kept as an exemplar, whose worth two leads agree on. */
export async function keepAsExemplar(
  [one, two]: readonly [Seat, Seat],
  submissionId: string,
  it: Achievement,
  level: number,
): Promise<void> {
  const { id } = await done<{ __typename: 'Exemplar'; id: string }>(
    one,
    'Exemplar',
    `mutation($of: ID!, $id: ID!) { result: createExemplar(achievementId: $of, title: "A sample", submissionId: $id) { ${EXEMPLAR} } }`,
    { of: it.achievementId, id: submissionId },
  );
  const criteria = it.criteria.map((each) => ({ criterionId: each.id, level, reason: 'It holds.' }));
  await done(
    one,
    'Exemplar',
    `mutation($id: ID!, $criteria: [DefinitiveLevelInput!]!) {
       result: proposeDefinitiveMark(exemplarId: $id, criteria: $criteria) { ${EXEMPLAR} } }`,
    { id, criteria },
  );
  await done(two, 'Exemplar', `mutation($id: ID!) { result: agreeDefinitiveMark(exemplarId: $id) { ${EXEMPLAR} } }`, {
    id,
  });
}
