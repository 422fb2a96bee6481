import { readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { WhoCanSee } from '../src/platform/access/who-can-see.js';
import { DataSource } from 'typeorm';
import { Transaction } from '../src/platform/database/transaction.js';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, slotOf } from './support/assessor.js';
import { addText, handIn, start } from './support/candidate.js';
import { castWorld } from './support/cast-world.js';
import { addCourse, complete } from './support/courses.js';
import { addGrant, addUnit, employIn } from './support/grants.js';
import { settle } from './support/invented/tables.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';

const WHO = `query($id: ID!) { whoCanSee(id: $id) { id kind groups { what reason everybody count seers { displayName } } } }`;
interface Group {
  what: string;
  reason: string;
  everybody: boolean;
  count: number;
  seers: { displayName: string }[];
}
interface Told {
  whoCanSee: { id: string; groups: Group[] } | null;
}
interface Answer {
  whoCanSee: { kind: string; groups: Group[] } | null;
}

/** Has an id and is no record of its own: whoever sees what it is part of sees it, too. */
const PART_OF: Record<string, string> = {
  AcceptedConversion: 'Person',
  AllocationRun: 'MarkingSlot',
  AngoffJudge: 'AchievementVersion',
  CasePlace: 'MarkingSlot',
  CohortMember: 'Cohort',
  CourseCatalogue: 'Course',
  EvidenceOpening: 'EvidenceItem',
  EvidenceRule: 'AchievementVersion',
  ForgottenAccount: 'LinkedAccount',
  FrameworkDifference: 'SkillFramework',
  FrameworkStep: 'SkillFramework',
  GrantedAchievement: 'AchievementVersion',
  JobRoleRequirement: 'JobRoleLevel',
  LatticeFamily: 'JobFamily',
  MentorNote: 'Submission',
  ProficiencyLevel: 'ProficiencyScale',
  QualificationEvent: 'AssessorQualification',
  Recall: 'RecallItem',
  ReleaseBatch: 'Decision',
  RemovedEvidence: 'EvidenceItem',
  RemovedExternalCredential: 'ExternalCredential',
  RemovedIdentityProvider: 'IdentityProvider',
  ReviewedAchievement: 'AchievementVersion',
  RoleStep: 'JobRole',
  RubricCriterion: 'AchievementVersion',
  RubricCriterionLevel: 'AchievementVersion',
  ScimRequest: 'ScimClient',
  ScimToken: 'ScimClient',
  SignInChoice: 'IdentityProvider',
  SkillMapRow: 'Person',
  SkillMapUnit: 'OrgUnit',
  SkillPlace: 'Skill',
  SkillRelation: 'Skill',
  StoredFile: 'EvidenceItem',
  SubmissionSnapshot: 'Submission',
  Employment: 'Person',
  AssessmentCase: 'Submission',
};
/** Has an id and nothing to ask: the same for everybody with the permission that its operation declares. */
const BY_PERMISSION_ALONE: Record<string, string> = {
  AuditEntry: 'audit.read',
  BadgeTemplate: 'achievement.design',
  BadgeUseGroup: 'insights.read',
  BrandImage: 'achievement.design',
  CommentSnippet: 'only its writer',
  ConflictDeclaration: 'only whoever declared it',
  Erasure: 'people.manage',
  InsightRow: 'insights.read',
  Mail: 'access.configure',
  Organisation: 'everybody',
  ReportRow: 'insights.read',
  SearchHit: 'whoever sees what was found',
  TeamWaiting: 'whoever sees the submission',
  VerificationKey: 'access.configure',
  WhoCanSee: 'people.manage',
};
/** Whether the database shows somebody the row. */
async function rowsFor(source: DataSource, personId: string, table: string, id: string): Promise<boolean> {
  const tx = await Transaction.open(source, 'app_api', personId);
  try {
    return (await tx.query(`SELECT FROM ${table} WHERE id = $1`, [id])).length > 0;
  } finally {
    await tx.rollback();
  }
}

describe('who can see this', () => {
  type Name =
    | 'cleo'
    | 'colleague'
    | 'boss'
    | 'marker'
    | 'other'
    | 'unqualified'
    | 'designer'
    | 'unitKeeper'
    | 'elsewhere'
    | 'owner'
    | 'admin'
    | 'auditor';
  let api: TestApi;
  let people: People<Name>;
  const as = {} as Record<Name, TestClient>;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    people = await addPeople(api, {
      cleo: [],
      colleague: [],
      boss: [],
      marker: ['ASSESSOR'],
      other: ['ASSESSOR'],
      unqualified: ['ASSESSOR'],
      designer: ['HR_DESIGNER'],
      unitKeeper: [],
      elsewhere: [],
      owner: ['PROGRAMME_OWNER'],
      admin: ['ADMINISTRATOR'],
      auditor: ['AUDITOR'],
    });
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
    const works = await addUnit(api, 'Works');
    const office = await addUnit(api, 'Office');
    await employIn(api, people.cleo, works, people.boss);
    await employIn(api, people.colleague, office);
    await addGrant(api, people.unitKeeper, 'ADMINISTRATOR', { unit: works });
    await addGrant(api, people.elsewhere, 'ADMINISTRATOR', { unit: office });
    const skill = await addSkill(api);
    const welding = await addAchievement(api, skill.id, 'Welding');
    const wiring = await addAchievement(api, skill.id, 'Wiring');
    await addFounders(api, welding.achievementId, [people.marker, people.other]);
    ids.submission = await handIn(as.cleo, welding);
    ids.slot = await slotOf(api, ids.submission);
    if ((await claim(as.marker, ids.slot)).__typename !== 'MarkingSlot') throw new Error('The slot was not claimed.');
    ids.draftSubmission = (await start(as.cleo, wiring.id)).id;
    ids.evidence = await addText(as.cleo, 'A private note');
    ids.version = welding.id;
    const draft = await as.designer.query<{ result: { id: string } }>(
      'mutation($id: ID!) { result: startNextVersion(achievementVersionId: $id) { ... on AchievementVersion { id } } }',
      { id: wiring.id },
    );
    ids.draftVersion = draft.result.id;
    const [grant] = await api.sql<{ id: string }>('SELECT id FROM role_grant WHERE person_id = $1', [people.marker]);
    ids.grant = grant?.id ?? '';
    ids.award = newId();
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, 'BULK', $1, 'PENDING', now(), '{}', now())`,
      [ids.award, people.cleo, welding.id],
    );
    ids.person = people.cleo;
    const [framework] = await api.sql<{ id: string }>('SELECT id FROM skill_framework LIMIT 1');
    ids.framework = framework?.id ?? '';
    ids.skill = skill.id;
    const course = await addCourse(as.designer, 'C-1', 'Safe welding');
    ids.course = course.id;
    await complete(as.designer, course.id, people.cleo);
    ids.completion = (await api.sql<{ id: string }>('SELECT id FROM course_completion'))[0]?.id ?? '';
  });
  afterAll(() => api.close());

  const ask = async (by: TestClient, id: string | undefined) =>
    (await by.query<Answer>(WHO, { id: id ?? '' })).whoCanSee;
  /** Whom the answer names for one thing, or everybody. */
  const named = (groups: Group[], what?: string) => {
    const about = groups.filter((group) => what === undefined || group.what === what);
    return about.some(({ everybody }) => everybody)
      ? 'everybody'
      : [...new Set(about.flatMap(({ seers }) => seers.map(({ displayName }) => displayName)))].sort();
  };
  /** Who really gets an answer, asking one after another. */
  const really = async (document: string, id: string | undefined, seen: (data: never) => boolean) => {
    const names: string[] = [];
    for (const name of Object.keys(people) as Name[]) {
      const { data, errors } = await as[name].ask(document, { id });
      if (!errors && seen(data as never)) names.push(name);
    }
    return names.length === Object.keys(people).length ? 'everybody' : names.sort();
  };
  const NODE = 'query($id: ID!) { node(id: $id) { id } }';
  const isNode = ({ node }: { node: object | null }) => node !== null;

  it.each([
    ['evidence', 'The item'],
    ['submission', 'All of it'],
    ['draftSubmission', 'All of it'],
    ['slot', 'That it waits or is being marked, by a code instead of a name'],
    ['version', 'The achievement with its rubric'],
    ['draftVersion', 'The achievement with its rubric'],
    ['framework', 'The framework'],
    ['grant', 'The grant'],
    ['award', 'The award'],
    ['person', 'Name, job and unit'],
    ['skill', 'The skill as it was published'],
    ['course', 'The course'],
    ['completion', 'The completion'],
  ])('says of %s what everybody finds when they ask for it themselves', async (key, what) => {
    const answer = await ask(as.admin, ids[key]);
    expect(named(answer?.groups ?? [], what)).toEqual(await really(NODE, ids[key], isNode));
  });

  it.each([
    ['Mail address', '{ email }', ({ person }: { person: { email: string | null } }) => person.email !== null],
    ['Roles', '{ roles }', ({ person }: { person: { roles: string[] } }) => person.roles.length > 0],
    [
      'Former and planned jobs',
      '{ viewerCan }',
      ({ person }: { person: { viewerCan: string[] } }) => person.viewerCan.includes('seeHistory'),
    ],
  ])('says of a person’s %s what everybody finds', async (what, fields, seen) => {
    const answer = await ask(as.admin, ids.person);
    const document = `query($id: ID!) { person(id: $id) ${fields} }`;
    expect(named(answer?.groups ?? [], what)).toEqual(await really(document, ids.person, seen));
  });

  it('says who reads the copy that was handed in, and who only where it stands', async () => {
    const { groups } = (await ask(as.admin, ids.submission)) ?? { groups: [] };
    expect(named(groups, 'All of it')).toEqual(['cleo']);
    expect(named(groups, 'Where it stands')).toEqual(['boss', 'cleo', 'marker']);
    const copy = 'The handed-in copy, by a code instead of a name';
    expect(named(groups, copy)).toEqual(
      await really(
        'query($id: ID!) { markingSlot(id: $id) { snapshot { items { letter } } } }',
        ids.slot,
        ({ markingSlot }: { markingSlot: { snapshot: object | null } | null }) => Boolean(markingSlot?.snapshot),
      ),
    );
    expect(named(groups, copy)).toEqual(['marker']);
    expect(named(groups, 'The handed-in copy, after writing a reason that its owner reads')).toEqual(['auditor']);
  });

  it('says what a mentor sees of a draft and of its evidence, and what a witness sees of a question', async () => {
    const helped = 'What is written so far, to help with it';
    const seen = async () => named((await ask(as.admin, ids.draftSubmission))?.groups ?? [], helped);
    expect(await seen()).toEqual([]);
    await api.sql(`UPDATE submission SET route = 'PRIOR_LEARNING' WHERE id = $1`, [ids.draftSubmission]);
    await api.sql(`INSERT INTO submission_item (submission_id, item_id, letter) VALUES ($1, $2, 'A')`, [
      ids.draftSubmission,
      ids.evidence,
    ]);
    await api.sql('INSERT INTO prior_learning_mentor (submission_id, person_id, since) VALUES ($1, $2, now())', [
      ids.draftSubmission,
      people.colleague,
    ]);
    expect(await seen()).toEqual(
      await really(
        'query($id: ID!) { mentoredSubmission(id: $id) { id } }',
        ids.draftSubmission,
        ({ mentoredSubmission }: { mentoredSubmission: object | null }) => mentoredSubmission !== null,
      ),
    );
    expect(await seen()).toEqual(['colleague']);
    await api.sql('UPDATE prior_learning_mentor SET ended_at = now() WHERE submission_id = $1', [ids.draftSubmission]);
    expect(await seen()).toEqual([]);

    const asked = await as.cleo.query<{ result: { statement: { id: string } } }>(
      `mutation($email: String!) { result: askWitness(input: { witnessName: "A colleague", witnessEmail: $email, title: "A weld", question: "Was it mine?" }) {
        __typename ... on EvidenceItem { statement { id } } ... on Refusal { message } } }`,
      {
        email: (await api.sql<{ email: string }>('SELECT email FROM person WHERE id = $1', [people.colleague]))[0]
          ?.email,
      },
    );
    const question = (await ask(as.admin, asked.result.statement.id))?.groups ?? [];
    expect(named(question, 'The question and what the witness said')).toEqual(['cleo', 'colleague']);
  });

  it('gives the reason, and only reasons that are enough by themselves', async () => {
    const reasons = async (id: string | undefined, what: string) =>
      Object.fromEntries(
        ((await ask(as.admin, id))?.groups ?? [])
          .filter((group) => group.what === what)
          .flatMap(({ reason, seers }) => seers.map(({ displayName }) => [displayName, reason])),
      ) as Record<string, string>;
    expect(await reasons(ids.person, 'Mail address')).toMatchObject({
      cleo: 'It is theirs.',
      boss: 'Line manager today, by reporting lines.',
      designer: 'HR designer.',
      unitKeeper: 'Administrator, limited to people of a unit.',
    });
    expect(await reasons(ids.award, 'The award')).toMatchObject({ owner: 'Programme owner.', cleo: 'It is theirs.' });
    expect((await reasons(ids.slot, 'That it waits or is being marked, by a code instead of a name')).marker).toBe(
      'Assessor.',
    );
  });

  it('answers administrators about whom their role covers, and nobody else', async () => {
    expect((await ask(as.unitKeeper, ids.evidence))?.kind).toBe('Evidence in a private library');
    // Somebody outside the unit, and what is about nobody, answer as what is not there.
    expect(await ask(as.unitKeeper, people.colleague)).toBeNull();
    expect(await ask(as.unitKeeper, ids.version)).toBeNull();
    expect(await ask(as.elsewhere, ids.evidence)).toBeNull();
    expect(await ask(as.admin, newId())).toBeNull();
    expect(await ask(as.admin, 'nothing')).toBeNull();
    for (const name of ['cleo', 'boss', 'designer', 'auditor'] as const) {
      const { errors } = await as[name].ask(WHO, { id: ids.evidence });
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });

  it('can be asked of every kind of record there is', () => {
    const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
    const asked = new Set(
      api.app
        .get(WhoCanSee, { strict: false })
        .kinds()
        .map(({ name }) => name),
    );
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
    const withId = types.filter((type) => type.getFields().id).map(({ name }) => name);
    const known = (name: string) => asked.has(name) || name in PART_OF || name in BY_PERMISSION_ALONE;
    expect(withId.filter((name) => !known(name))).toEqual([]);
    // What `node(id)` finds is a record by itself.
    const node = schema.getType('Node');
    const nodes = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(nodes.length).toBeGreaterThan(15);
    expect(nodes.filter((name) => !asked.has(name))).toEqual([]);
    // And what a part belongs to can be asked about, and nothing stands here that is not there any more.
    expect(Object.values(PART_OF).filter((name) => !asked.has(name))).toEqual([]);
    const listed = [...Object.keys(PART_OF), ...Object.keys(BY_PERMISSION_ALONE)];
    expect(listed.filter((name) => !withId.includes(name) || asked.has(name))).toEqual([]);
  });

  it('shows nothing of the thing itself', async () => {
    const { whoCanSee } = await as.admin.query<Answer>(WHO, { id: ids.evidence });
    expect(JSON.stringify(whoCanSee)).not.toMatch(/private note/i);
    expect(await as.admin.query(NODE, { id: ids.evidence })).toEqual({ node: null });
  });

  // Last: afterwards there are more people than the lists above name.
  it('answers for a row of every kind, and names nobody from whom the database keeps it', async () => {
    const source = api.app.get(DataSource);
    const tx = await Transaction.open(await api.superuser(), 'app_issuer', null);
    await settle(tx, castWorld(tx.startedAt));
    await tx.commit();
    const kinds = api.app.get(WhoCanSee, { strict: false }).kinds();
    const tables = new Map(
      kinds.map((kind) => [source.getMetadata(kind).tableName, source.getMetadata(kind).name] as const),
    );
    const people = await api.sql<{ id: string; name: string }>('SELECT id, display_name AS name FROM person');
    const silent: string[] = [];
    const wrong: string[] = [];
    // In the cast the same word is the same id, whatever it names.
    const everyId = [...tables.keys()].map((table) => `SELECT id FROM ${table}`).join(' UNION ALL ');
    const twice = `SELECT id FROM (${everyId}) AS every GROUP BY id HAVING count(*) > 1`;
    for (const [table, kind] of tables) {
      // Of both organisations where both have one.
      const rows = await api.sql<{ id: string }>(
        `WITH own AS (SELECT id::text FROM ${table} WHERE id NOT IN (${twice}))
         SELECT min(id) AS id FROM own UNION SELECT max(id) FROM own`,
      );
      const answers = await Promise.all(rows.filter(({ id }) => id).map(({ id }) => as.admin.query<Told>(WHO, { id })));
      if (answers.length > 0 && !answers.some(({ whoCanSee }) => whoCanSee && whoCanSee.groups.length > 0))
        silent.push(kind);
      for (const { whoCanSee } of answers)
        for (const name of new Set(whoCanSee?.groups.flatMap(({ seers }) => seers.map((seer) => seer.displayName)))) {
          const same = people.filter((person) => person.name === name);
          const seen = await Promise.all(same.map(({ id }) => rowsFor(source, id, table, whoCanSee?.id ?? '')));
          if (!seen.some((found) => found)) wrong.push(`${kind}: ${name}`);
        }
    }
    expect(silent).toEqual([]);
    // An auditor comes to the copy by a door, and the row is there once it is open.
    expect([...new Set(wrong)]).toEqual(['Submission: auditor']);
    expect(tables.size).toBeGreaterThan(35);
  }, 60_000);

  it('answers many at once without waiting for itself', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(as.admin, ids.person)));
    expect(answers.every((answer) => answer?.kind === 'Person')).toBe(true);
  });
});
