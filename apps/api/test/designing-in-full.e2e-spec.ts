import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addAchievement, addManager, addPeople, addSkill, type People } from './support/programme.js';

const VERSION = `id achievementId number state revision name route renewal secondMarkShare
  awardedSkills { skillId isPrincipal skill { name } level { ordinal } category }
  evidenceRules { kind words } prerequisites { name } rubric { criteria { id title description weight mustReach skillId
    levels { id ordinal label points descriptor isCompetent } } }
  openPoints { section field message } publicationChecks { key principle isBlocking points { field message } }
  changes { key title kind suggested isForced reason cells { label before after } } retiredReason savedBy { displayName }`;
const ANSWER = `__typename ... on AchievementVersion { ${VERSION} } ... on Refusal { message }
  ... on InvalidInput { problems { field message } }`;
const CREATE = `mutation($input: CreateAchievementInput!) { result: createAchievement(input: $input) { ${ANSWER} } }`;
const SAVE = `mutation($id: ID!, $revision: Int!, $input: AchievementDraftInput!) {
  result: saveAchievementDraft(id: $id, expectedRevision: $revision, input: $input) { ${ANSWER} } }`;
const PUBLISH = `mutation($id: ID!) { result: publishAchievement(id: $id) { __typename ... on AchievementVersion { ${VERSION} }
  ... on Refusal { message } ... on NotReadyToPublish { openPoints { section field message } } } }`;
const act = (name: string, more = '') =>
  `mutation($id: ID!) { result: ${name}(achievementVersionId: $id${more}) { ${ANSWER.replace('... on InvalidInput { problems { field message } }', '')} } }`;

interface Version {
  __typename: string;
  id: string;
  achievementId: string;
  number: number;
  state: string;
  revision: number;
  name: string;
  message: string;
  retiredReason: string | null;
  awardedSkills: {
    skillId: string;
    isPrincipal: boolean;
    level: { ordinal: number } | null;
    category: string | null;
  }[];
  evidenceRules: { words: string }[];
  prerequisites: { name: string }[];
  rubric: {
    criteria: { id: string; title: string; skillId: string | null; levels: { id: string; descriptor: string }[] }[];
  };
  openPoints: { section: string; field: string; message: string }[];
  publicationChecks: {
    key: string;
    principle: string;
    isBlocking: boolean;
    points: { field: string; message: string }[];
  }[];
  changes: {
    key: string;
    title: string;
    kind: string;
    suggested: string;
    isForced: boolean;
    reason: string;
    cells: { label: string; before: string | null; after: string | null }[];
  }[];
  problems: { field: string; message: string }[];
}

describe('designing an achievement in full', () => {
  let api: TestApi;
  let designer: TestClient;
  let employee: TestClient;
  let boss: TestClient;
  let people: People<'dana' | 'eve' | 'assa' | 'boss'>;
  let testing: string;
  let teamwork: string;

  beforeAll(async () => {
    api = await startApi();
    people = await addPeople(api, { dana: ['HR_DESIGNER'], eve: [], assa: ['ASSESSOR'], boss: [] });
    await addManager(api, people.eve, people.boss);
    testing = (await addSkill(api)).id;
    teamwork = (await addSkill(api, 'Teamwork')).id;
    designer = await api.as(people.dana);
    employee = await api.as(people.eve);
    boss = await api.as(people.boss);
  });
  afterAll(() => api.close());

  const as = async (client: TestClient, document: string, variables: object): Promise<Version> =>
    (await client.query<{ result: Version }>(document, variables)).result;
  const begin = (name = 'Writes tests') => as(designer, CREATE, { input: { name, skillId: testing, levelOrdinal: 2 } });
  const save = (draft: Version, input: object) => as(designer, SAVE, { id: draft.id, revision: draft.revision, input });
  const whole = (draft: Version) => ({
    description: 'Shows that somebody writes tests that others can read.',
    outcomes: ['Writes a test before the change'],
    evidenceAsked: ['A change with its tests'],
    rubric: {
      criteria: draft.rubric.criteria.map((criterion) => ({
        ...criterion,
        levels: criterion.levels.map((level, at) => ({ ...level, descriptor: `${criterion.title}, step ${at + 1}` })),
      })),
    },
    descriptors: { workloadHours: 12 },
  });
  const published = async (name?: string): Promise<Version> => {
    const draft = await begin(name);
    await save(draft, whole(draft));
    await designer.query(
      'mutation($version: ID!, $person: ID!) { nameFounder(achievementVersionId: $version, personId: $person) { __typename } }',
      { version: draft.id, person: people.assa },
    );
    return as(designer, PUBLISH, { id: draft.id });
  };
  const hold = async (versionId: string, personId: string) => {
    const award = newId();
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, 'DECISION', $4, 'ISSUED', now(), '{}', now())`,
      [award, personId, versionId, newId()],
    );
    await api.sql(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
       VALUES ($1, $2, 1, $3, $4, now(), now() - interval '1 hour', 'ACTIVE', '{}', 'x')`,
      [newId(), award, personId, versionId],
    );
  };

  it('awards several skills, and asks which criterion shows which', async () => {
    const draft = await begin();
    const two = await save(draft, {
      ...whole(draft),
      skills: [
        { skillId: testing, levelOrdinal: 3, category: 'TECHNICAL' },
        { skillId: teamwork, category: 'TRANSFERABLE' },
      ],
    });
    expect(two.awardedSkills.map(({ skillId, isPrincipal, category }) => [skillId, isPrincipal, category])).toEqual([
      [testing, true, 'TECHNICAL'],
      [teamwork, false, 'TRANSFERABLE'],
    ]);
    const fields = two.openPoints.map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['skills.1.levelOrdinal', 'rubric.criteria.0.skillId', 'rubric.criteria']),
    );
    const twice = await save(two, { skills: [{ skillId: testing }, { skillId: testing }] });
    expect(twice.problems).toEqual([{ field: 'skills', message: 'A skill is awarded once, at one level.' }]);

    const settled = await save(two, {
      skills: [
        { skillId: testing, levelOrdinal: 3 },
        { skillId: teamwork, levelOrdinal: 2 },
      ],
      rubric: {
        criteria: whole(two).rubric.criteria.map((criterion, at) => ({
          ...criterion,
          skillId: at === 0 ? teamwork : testing,
        })),
      },
    });
    expect(settled.openPoints.map(({ section }) => section)).toEqual(['assessors']);
  });

  it('counts every skill that an award gives, for the holder and for the team, and none that is given for completion', async () => {
    const draft = await begin('Two skills');
    await api.sql(
      `UPDATE achievement_version SET further_skills = $2, state = 'PUBLISHED', published_at = now() WHERE id = $1`,
      [draft.id, JSON.stringify([{ skillId: teamwork, levelOrdinal: 3, category: null, revisionId: null }])],
    );
    await hold(draft.id, people.eve);
    const standings = async () =>
      (
        await employee.query<{ person: { standings: { skill: { id: string }; level: { ordinal: number } }[] } }>(
          'query($id: ID!) { person(id: $id) { standings { skill { id } level { ordinal } } } }',
          { id: people.eve },
        )
      ).person.standings.map(({ skill, level }) => [skill.id, level.ordinal]);
    expect(await standings()).toEqual(
      expect.arrayContaining([
        [testing, 2],
        [teamwork, 3],
      ]),
    );
    const team = await boss.query<{ team: { skills: { skill: { id: string }; covered: number }[] } }>(
      '{ team { skills { skill { id } covered } } }',
    );
    expect(
      team.team.skills
        .filter(({ covered }) => covered === 1)
        .map(({ skill }) => skill.id)
        .sort(),
    ).toEqual([testing, teamwork].sort());

    const course = await begin('Took part');
    await api.sql(
      `UPDATE achievement_version SET route = 'COMPLETION', level_ordinal = 4, state = 'PUBLISHED', published_at = now() WHERE id = $1`,
      [course.id],
    );
    await hold(course.id, people.eve);
    expect(await standings()).not.toContainEqual([testing, 4]);
    const start = await employee.query<{ result: { __typename: string; message: string } }>(
      'mutation($id: ID!) { result: startSubmission(achievementVersionId: $id) { __typename ... on Refusal { message } } }',
      { id: course.id },
    );
    expect(start.result).toEqual({
      __typename: 'NotAllowed',
      message: 'This is given for completing something. There is nothing to hand in.',
    });
  });

  it('keeps evidence rules, marking and renewal as data, and names the field of what cannot be', async () => {
    const draft = await begin();
    const saved = await save(draft, {
      evidenceRules: [{ id: 'r', kind: 'WITNESS', atLeast: 1, scope: 'WHOLE', maxAgeMonths: 12 }],
      markingPolicy: 'SECOND_MARK_SAMPLE',
      secondMarkShare: 0.25,
      renewal: 'ALL_CRITERIA',
    });
    expect(saved.evidenceRules[0]?.words).toBe('At least 1 witness statement all together, at most 12 months old.');
    expect(saved).toMatchObject({ renewal: 'ALL_CRITERIA', secondMarkShare: 0.25, savedBy: { displayName: 'dana' } });
    const wrong = await save(saved, {
      evidenceRules: [{ id: 'r', kind: 'FILE', atLeast: 0, scope: 'WHOLE' }],
      borderlineBand: 2,
      reminderMonths: 0,
      descriptors: { country: 'Portugal' },
    });
    expect(wrong.problems.map(({ field }) => field).sort()).toEqual([
      'borderlineBand',
      'descriptors.country',
      'evidenceRules.0.atLeast',
      'reminderMonths',
    ]);
  });

  it('refuses prerequisites that go round in a circle, naming the way', async () => {
    const first = await published('First');
    const second = await published('Second');
    const next = await as(designer, act('startNextVersion'), { id: second.id });
    const saved = await save(next, { prerequisiteIds: [first.achievementId] });
    expect(saved.prerequisites).toEqual([{ name: 'First' }]);
    const back = await as(designer, act('startNextVersion'), { id: first.id });
    const refused = await save(back, { prerequisiteIds: [second.achievementId] });
    expect(refused.problems).toEqual([
      { field: 'prerequisites', message: 'That would go round in a circle: Second → First.' },
    ]);
    const own = await save(back, { prerequisiteIds: [first.achievementId] });
    expect(own.problems[0]?.message).toBe('An achievement cannot come before itself.');
  });

  it('does not let anybody begin before they hold what comes first', async () => {
    const first = await published('Comes first');
    const { id } = await addAchievement(api, testing, 'Comes after');
    const after = await as(designer, act('startNextVersion'), { id });
    const saved = await save(after, {
      prerequisiteIds: [first.achievementId],
      changes: [{ key: 'prerequisites', kind: 'SUBSTANTIVE', reason: 'It builds on it.' }],
    });
    await designer.query(
      'mutation($version: ID!, $person: ID!) { nameFounder(achievementVersionId: $version, personId: $person) { __typename } }',
      { version: saved.id, person: people.assa },
    );
    await api.sql(`UPDATE achievement_version SET state = 'SUPERSEDED' WHERE id = $1`, [id]);
    await api.sql(`UPDATE achievement_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [saved.id]);
    const start = () =>
      as(
        employee,
        'mutation($id: ID!) { result: startSubmission(achievementVersionId: $id) { __typename ... on Refusal { message } } }',
        {
          id: saved.id,
        },
      );
    expect(await start()).toEqual({ __typename: 'NotAllowed', message: 'First comes: Comes first.' });
    await hold(first.id, people.eve);
    expect((await start()).__typename).toBe('Submission');
  });

  it('refuses a rubric without a way to pass, and claims of a level that nobody referenced', async () => {
    const draft = await begin();
    const input = whole(draft);
    const saved = await save(draft, {
      ...input,
      rubric: {
        criteria: input.rubric.criteria.map((criterion) => ({
          ...criterion,
          levels: criterion.levels.map((level) => ({ ...level, points: 0 })),
        })),
      },
      descriptors: { workloadHours: 12, eqfLevel: 5 },
    });
    const result = await as(designer, PUBLISH, { id: saved.id });
    expect(result.__typename).toBe('NotReadyToPublish');
    expect(result.openPoints.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Nobody can pass: even the highest level/)]),
    );
    expect(result.openPoints.map(({ field }) => field)).toContain('descriptors.referencedBy');
  });

  it('asks by the ten principles, and only advises where a person must judge', async () => {
    const draft = await begin();
    const input = whole(draft);
    const saved = await save(draft, { ...input, outcomes: ['Understands testing'] });
    expect(new Set(saved.publicationChecks.map(({ principle }) => principle)).size).toBe(10);
    const verbs = saved.publicationChecks.find(({ key }) => key === 'outcome-verbs');
    expect(verbs).toMatchObject({ isBlocking: false, points: [{ field: 'outcomes.0' }] });
    expect(saved.openPoints.map(({ field }) => field)).not.toContain('outcomes.0');
  });

  it('compares the next version, asks why, and keeps what was said with it', async () => {
    const first = await published('Grows');
    await hold(first.id, people.eve);
    const next = await as(designer, act('startNextVersion'), { id: first.id });
    expect(next.changes).toEqual([]);
    const [a, ...rest] = next.rubric.criteria;
    const changed = await save(next, {
      description: 'Shows that somebody writes tests, which others can read.',
      cutScore: 0.9,
      rubric: {
        criteria: [
          {
            ...a,
            levels: a?.levels.map((level, at) => (at === 1 ? { ...level, descriptor: 'Something else' } : level)),
          },
          ...rest,
        ],
      },
    });
    expect(changed.changes.map(({ key, suggested, isForced }) => [key, suggested, isForced])).toEqual([
      ['description', 'EDITORIAL', false],
      [`rubric.${a?.id}`, 'SUBSTANTIVE', false],
      ['cutScore', 'SUBSTANTIVE', true],
    ]);
    expect(changed.openPoints.map(({ field }) => field)).toEqual([`changes.rubric.${a?.id}`, 'changes.cutScore']);
    const said = await save(changed, {
      changes: [
        { key: `rubric.${a?.id}`, kind: 'EDITORIAL', reason: 'Only clearer words.' },
        { key: 'cutScore', kind: 'EDITORIAL', reason: 'The panel met.' },
      ],
    });
    expect(said.changes.map(({ kind }) => kind)).toEqual(['EDITORIAL', 'EDITORIAL', 'SUBSTANTIVE']);
    const touched = await designer.query<{
      achievementVersion: { currentVersion: { holderList: { totalCount: number; edges: { node: { id: string } }[] } } };
    }>(
      'query($id: ID!) { achievementVersion(id: $id) { currentVersion { holderList { totalCount edges { node { id } } } } } }',
      { id: next.id },
    );
    expect(touched.achievementVersion.currentVersion.holderList).toEqual({
      totalCount: 1,
      edges: [{ node: { id: people.eve } }],
    });
    const done = await as(designer, PUBLISH, { id: next.id });
    expect(done).toMatchObject({ __typename: 'AchievementVersion', number: 2, state: 'PUBLISHED' });
    expect(done.changes.map(({ key, kind, reason }) => [key, kind, reason])).toEqual([
      ['description', 'EDITORIAL', ''],
      [`rubric.${a?.id}`, 'EDITORIAL', 'Only clearer words.'],
      ['cutScore', 'SUBSTANTIVE', 'The panel met.'],
    ]);
  });

  it('stops offering with a reason, and offers again', async () => {
    const version = await published('Comes and goes');
    expect((await as(designer, act('retireAchievement', ', reason: "  "'), { id: version.id })).__typename).toBe(
      'InvalidInput',
    );
    const retired = await as(designer, act('retireAchievement', ', reason: "Replaced by another."'), {
      id: version.id,
    });
    expect(retired).toMatchObject({ state: 'RETIRED', retiredReason: 'Replaced by another.' });
    const found = (search: string) =>
      employee.query('query($search: String) { achievements(search: $search) { totalCount } }', { search });
    expect(await found('Comes and goes')).toEqual({ achievements: { totalCount: 0 } });
    const start = await as(
      employee,
      'mutation($id: ID!) { result: startSubmission(achievementVersionId: $id) { __typename ... on Refusal { message } } }',
      { id: version.id },
    );
    expect(start.message).toBe('This achievement is no longer offered.');
    expect(await as(designer, act('offerAchievementAgain'), { id: version.id })).toMatchObject({
      state: 'PUBLISHED',
      retiredReason: null,
    });
    expect(await found('Comes and goes')).toEqual({ achievements: { totalCount: 1 } });
  });

  it('copies an achievement into a new one with a life of its own', async () => {
    const version = await published('The original');
    const copy = await as(designer, act('duplicateAchievement'), { id: version.id });
    expect(copy).toMatchObject({ state: 'DRAFT', number: 1, name: 'Copy of The original' });
    expect(copy.achievementId).not.toBe(version.achievementId);
    const ids = version.rubric.criteria.map(({ id }) => id);
    expect(copy.rubric.criteria.some(({ id }) => ids.includes(id))).toBe(false);
    expect(copy.rubric.criteria.map(({ title }) => title)).toEqual(version.rubric.criteria.map(({ title }) => title));
  });
});
