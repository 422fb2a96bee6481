import { DataSource } from 'typeorm';
import { newId } from '../src/platform/database/id.js';
import { type FrameworkContent, FrameworkWriter } from '../src/features/skills/framework-writer.service.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';

const ROLE = `id name revision family { id name } levels { id name order description responsibilities
  requirements { id importance mustHave level { ordinal label } skill { id name } adoptedFrom { id title } } }`;
const REFUSED = `... on Refusal { message } ... on InvalidInput { problems { field message } }`;
const ROLE_ANSWER = `__typename ... on JobRole { ${ROLE} } ... on ChangedMeanwhile { currentRevision }
  ... on LadderComesRound { path } ... on PeopleStandHere { people } ${REFUSED}`;

interface Asked {
  importance: number;
  mustHave: boolean;
  level: { ordinal: number; label: string } | null;
  skill: { id: string; name: string };
  adoptedFrom: { id: string; title: string } | null;
}
interface Level {
  id: string;
  name: string;
  order: number;
  description: string;
  requirements: Asked[];
  /** Where it was asked for. */
  people?: number | null;
}
interface Answer {
  __typename: string;
  id: string;
  name: string;
  revision: number;
  message: string;
  family: { id: string; name: string };
  levels: Level[];
  problems: { field: string; message: string }[];
  path: string[];
  people: number;
  currentRevision: number;
}

const CONTENT: FrameworkContent = {
  levels: ['Aware', 'Working', 'Expert'].map((name, at) => ({ value: at + 1, name })),
  skills: ['Baking', 'Mixing', 'Selling', 'Leading'].map((name) => ({
    id: name.toLowerCase(),
    name,
    description: null,
    levels: {},
  })),
  families: [
    {
      id: 'bakery',
      name: 'Bakery',
      roles: [
        role('baker', 'Baker', [
          ['Junior baker', { baking: 1, mixing: 1 }],
          ['Baker', { baking: 2, mixing: 2 }],
          ['Master baker', { baking: 3, mixing: 2, leading: 1 }],
        ]),
        role('confectioner', 'Confectioner', [
          ['Confectioner', { baking: 2, mixing: 3 }],
          ['Head confectioner', { baking: 3, mixing: 3, leading: 2 }],
        ]),
      ],
    },
    { id: 'shop', name: 'Shop', roles: [role('seller', 'Seller', [['Seller', { selling: 2 }]])] },
  ],
};

function role(id: string, name: string, levels: [string, Record<string, number>][]) {
  return {
    id,
    name,
    description: `What a ${name} is`,
    responsibilities: [],
    levels: levels.map(([level, asks], at) => ({
      id: `${id}--${level.toLowerCase().replaceAll(' ', '-')}`,
      name: level,
      order: at + 1,
      description: `What a ${level} is`,
      responsibilities: [`Works as a ${level}`],
      skills: Object.entries(asks).map(([skill, at]) => ({ skill, level: at })),
    })),
  };
}

describe('designing job roles', () => {
  let api: TestApi;
  let dara: TestClient;
  let dana: TestClient;
  let emil: TestClient;
  let people: Record<'Dara' | 'Dana' | 'Emil' | 'Bea' | 'Cem' | 'Ida', string>;
  let versions = 0;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    people = await addPeople(api, {
      Dara: ['HR_DESIGNER'],
      Dana: ['HR_DESIGNER'],
      Emil: [],
      Bea: [],
      Cem: [],
      Ida: [],
    });
    [dara, dana, emil] = await Promise.all([api.as(people.Dara), api.as(people.Dana), api.as(people.Emil)]);
  });
  afterAll(() => api.close());

  /** A draft version of a bakery's framework, of the same series under the same title. */
  const draft = (title = `Bakery ${(versions += 1)}`, version = '1', content = CONTENT): Promise<string> =>
    api.asSystem(async (system) => {
      const framework = await api.app
        .get(FrameworkWriter)
        .draft(
          system,
          { title, publisher: 'Mill Lane', version, licence: 'CC0-1.0', attribution: 'Ours', sourceUrl: null },
          content,
        );
      return framework.id;
    });

  const lattice = async (by: TestClient, frameworkId: string, more: object = {}) =>
    (
      await by.query<{
        roleLattice: null | {
          families: { id: string; name: string; roles: number; levels: number }[];
          roles: (Answer & {
            levels: (Level & { asks: number; people: number | null; stepsOut: Step[]; stepsIn: Step[] })[];
          })[];
          matching: number;
        };
      }>(
        `query($frameworkId: ID!, $familyIds: [ID!], $search: String) { roleLattice(frameworkId: $frameworkId, familyIds: $familyIds, search: $search) {
           matching families { id name roles levels } roles { ${ROLE} levels { asks people stepsOut { ${STEP} } stepsIn { ${STEP} } } } } }`,
        { frameworkId, ...more },
      )
    ).roleLattice;
  const rolesOf = async (frameworkId: string) => {
    const all = (await lattice(dara, frameworkId))?.roles ?? [];
    return (name: string) => {
      const found = all.find((each) => each.name === name);
      if (!found) throw new Error(`There is no role ${name}.`);
      return found;
    };
  };
  const levelOf = (of: Answer, name: string) => {
    const found = of.levels.find((level) => level.name === name);
    if (!found) throw new Error(`There is no level ${name}.`);
    return found;
  };
  const act = async (by: TestClient, document: string, variables: object): Promise<Answer> =>
    (await by.query<{ answer: Answer }>(document, variables)).answer;

  const addFamily = (frameworkId: string, name: string, by = dara) =>
    act(
      by,
      `mutation($frameworkId: ID!, $name: String!) { answer: addJobFamily(frameworkId: $frameworkId, name: $name) { __typename ... on JobFamily { id name } ${REFUSED} } }`,
      { frameworkId, name },
    );
  const changeFamily = (id: string, input: object) =>
    act(
      dara,
      `mutation($id: ID!, $input: JobFamilyInput!) { answer: changeJobFamily(id: $id, input: $input) { __typename ... on JobFamily { id name } ${REFUSED} } }`,
      { id, input },
    );
  const removeFamily = (id: string) =>
    act(
      dara,
      `mutation($id: ID!) { answer: removeJobFamily(id: $id) { __typename ... on SkillFramework { id } ${REFUSED} } }`,
      { id },
    );
  const addRole = (familyId: string, name: string, levels: string[], by = dara) =>
    act(
      by,
      `mutation($familyId: ID!, $name: String!, $levels: [String!]!) { answer: addJobRole(familyId: $familyId, name: $name, levels: $levels) { ${ROLE_ANSWER} } }`,
      { familyId, name, levels },
    );
  const changeRole = (id: string, revision: number, input: object, by = dara) =>
    act(
      by,
      `mutation($id: ID!, $revision: Int!, $input: JobRoleInput!) { answer: changeJobRole(id: $id, expectedRevision: $revision, input: $input) { ${ROLE_ANSWER} } }`,
      { id, revision, input },
    );
  const copyRole = (id: string, name: string) =>
    act(dara, `mutation($id: ID!, $name: String!) { answer: copyJobRole(id: $id, name: $name) { ${ROLE_ANSWER} } }`, {
      id,
      name,
    });
  const removeRole = (id: string) =>
    act(
      dara,
      `mutation($id: ID!) { answer: removeJobRole(id: $id) { __typename ... on JobFamily { id name } ... on PeopleStandHere { people } ${REFUSED} } }`,
      { id },
    );
  const addLevel = (of: Answer, name: string, order: number | null = null) =>
    act(
      dara,
      `mutation($id: ID!, $revision: Int!, $name: String!, $order: Int) { answer: addJobRoleLevel(roleId: $id, expectedRevision: $revision, name: $name, order: $order) { ${ROLE_ANSWER} } }`,
      { id: of.id, revision: of.revision, name, order },
    );
  const changeLevel = (of: Answer, level: string, input: object) =>
    act(
      dara,
      `mutation($id: ID!, $revision: Int!, $input: JobRoleLevelInput!) { answer: changeJobRoleLevel(id: $id, expectedRevision: $revision, input: $input) { ${ROLE_ANSWER} } }`,
      { id: levelOf(of, level).id, revision: of.revision, input },
    );
  const order = (of: Answer, levelIds: string[]) =>
    act(
      dara,
      `mutation($id: ID!, $revision: Int!, $levelIds: [ID!]!) { answer: orderJobRoleLevels(roleId: $id, expectedRevision: $revision, levelIds: $levelIds) { ${ROLE_ANSWER} } }`,
      { id: of.id, revision: of.revision, levelIds },
    );
  const removeLevel = (of: Answer, level: string, more: object = {}) =>
    act(
      dara,
      `mutation($id: ID!, $revision: Int!, $goTo: ID, $stay: Boolean) { answer: removeJobRoleLevel(id: $id, expectedRevision: $revision, peopleGoTo: $goTo, peopleStay: $stay) { ${ROLE_ANSWER} } }`,
      { id: levelOf(of, level).id, revision: of.revision, ...more },
    );
  const save = (of: Answer, cells: object[], by = dara) =>
    act(
      by,
      `mutation($id: ID!, $revision: Int!, $cells: [RequirementCellInput!]!) { answer: saveRequirements(roleId: $id, expectedRevision: $revision, cells: $cells) { ${ROLE_ANSWER} } }`,
      { id: of.id, revision: of.revision, cells },
    );
  const copyRequirements = (from: Level, to: Level, revision: number) =>
    act(
      dara,
      `mutation($from: ID!, $to: ID!, $revision: Int!) { answer: copyRequirements(fromLevelId: $from, toLevelId: $to, expectedRevision: $revision) { ${ROLE_ANSWER} } }`,
      { from: from.id, to: to.id, revision },
    );
  const publish = (id: string) =>
    act(
      dara,
      `mutation($id: ID!) { answer: publishFramework(id: $id) { __typename ... on SkillFramework { id } ${REFUSED} } }`,
      { id },
    );

  const STEP = `id kind origin note from { id name role { name } } to { id name }`;
  interface Step {
    __typename: string;
    id: string;
    kind: string;
    origin: string;
    note: string;
    from: { id: string; name: string };
    to: { id: string; name: string };
    message: string;
    path: string[];
    problems: { field: string; message: string }[];
  }
  const step = async (from: Level, to: Level, kind: string, more: object = {}) =>
    (
      await dara.query<{ answer: Step }>(
        `mutation($input: RoleStepInput!) { answer: addRoleStep(input: $input) { __typename ... on RoleStep { ${STEP} } ... on LadderComesRound { path } ${REFUSED} } }`,
        { input: { fromLevelId: from.id, toLevelId: to.id, kind, ...more } },
      )
    ).answer;

  const asks = (level: Level) =>
    Object.fromEntries(level.requirements.map(({ skill, level: at }) => [skill.name, at?.ordinal ?? null]));
  const skillId = async (frameworkId: string, name: string) => {
    const [row] = await api.sql<{ id: string }>(
      'SELECT skill_id AS id FROM skill_revision WHERE framework_id = $1 AND name = $2',
      [frameworkId, name],
    );
    return row?.id ?? '';
  };
  const must = (levelOrdinal: number | null, mustHave = false, importance = 2) => ({
    levelOrdinal,
    importance,
    mustHave,
  });

  describe('from nothing', () => {
    const create = (input: object, by = dara) =>
      act(
        by,
        `mutation($input: CreateFrameworkInput!) { answer: createFramework(input: $input) { __typename
           ... on SkillFramework { id name: publisher state sourceKind scale { levels { ordinal label } } viewerCan } ${REFUSED} } }`,
        { input },
      ) as Promise<Answer & { state: string; sourceKind: string; viewerCan: string[]; scale: { levels: object[] } }>;
    const levels = ['Beginner', 'Able'].map((label) => ({ label }));

    it('begins a draft of the organisation’s own with a scale, and fills it', async () => {
      const made = await create({ title: 'Our crafts', levels });
      expect(made).toMatchObject({ __typename: 'SkillFramework', state: 'DRAFT', sourceKind: 'OWN' });
      expect(made.name).toBe((await api.sql<{ name: string }>('SELECT name FROM organisation', []))[0]?.name);
      expect(made.scale.levels).toEqual([
        { ordinal: 1, label: 'Beginner' },
        { ordinal: 2, label: 'Able' },
      ]);
      expect(made.viewerCan).toContain('edit');
      const family = await addFamily(made.id, 'Crafts');
      const potter = await addRole(family.id, 'Potter', ['Apprentice', 'Potter']);
      expect(potter.levels.map((level) => [level.order, level.name])).toEqual([
        [1, 'Apprentice'],
        [2, 'Potter'],
      ]);
      expect((await publish(made.id)).__typename).toBe('SkillFramework');
    });

    it('takes the very scale of another framework', async () => {
      const other = await draft();
      const made = await create({ title: 'With their scale', scaleOf: other });
      const [row] = await api.sql<{ same: boolean }>(
        'SELECT count(DISTINCT scale_id) = 1 AS same FROM skill_framework WHERE id = ANY ($1::uuid[])',
        [[other, made.id]],
      );
      expect(row?.same).toBe(true);
    });

    it.each([
      ['no title', { title: ' ', levels }, 'title'],
      ['a title that is there', { title: 'our CRAFTS', levels }, 'title'],
      ['no levels', { title: 'Another', levels: [] }, 'levels'],
      ['a level without a name', { title: 'Another', levels: [{ label: 'A' }, { label: ' ' }] }, 'levels.1.label'],
      ['two levels of one name', { title: 'Another', levels: [{ label: 'A' }, { label: 'a' }] }, 'levels.1.label'],
      ['the scale of nothing', { title: 'Another', scaleOf: newId() }, 'scaleOf'],
    ])('refuses %s', async (_what, input, field) => {
      const answer = await create(input);
      expect(answer.__typename).toBe('InvalidInput');
      expect(answer.problems.map((problem) => problem.field)).toEqual([field]);
      expect(await api.sql(`SELECT FROM skill_framework WHERE title = 'Another'`, [])).toHaveLength(0);
    });
  });

  describe('families and roles', () => {
    it('are added, renamed, put in order, copied and removed', async () => {
      const id = await draft();
      const office = await addFamily(id, 'Office');
      expect((await lattice(dara, id))?.families.map(({ name, roles, levels }) => [name, roles, levels])).toEqual([
        ['Bakery', 2, 5],
        ['Shop', 1, 1],
        ['Office', 0, 0],
      ]);
      await changeFamily(office.id, { name: 'The office', position: 0 });
      expect((await lattice(dara, id))?.families.map(({ name }) => name)).toEqual(['The office', 'Bakery', 'Shop']);
      const clerk = await addRole(office.id, 'Clerk', ['Clerk']);
      const renamed = await changeRole(clerk.id, clerk.revision, { name: 'Office clerk', description: 'Keeps books.' });
      expect(renamed).toMatchObject({ name: 'Office clerk', revision: clerk.revision + 1 });
      const baker = (await rolesOf(id))('Baker');
      const twin = await copyRole(baker.id, 'Pizza baker');
      expect(twin.levels.map((level) => [level.name, asks(level)])).toEqual(
        baker.levels.map((level) => [level.name, asks(level)]),
      );
      expect(twin.levels[0]?.description).toBe('What a Junior baker is');
      await changeRole(twin.id, twin.revision, { position: 0 });
      expect((await lattice(dara, id))?.roles.map(({ name }) => name)).toEqual([
        'Office clerk',
        'Pizza baker',
        'Baker',
        'Confectioner',
        'Seller',
      ]);
      await changeRole(twin.id, twin.revision + 1, { familyId: office.id });
      expect((await rolesOf(id))('Pizza baker').family.name).toBe('The office');
      expect((await removeFamily(office.id)).message).toContain('still holds 2 job roles');
      expect((await removeRole(twin.id)).__typename).toBe('JobFamily');
      expect((await removeRole(clerk.id)).__typename).toBe('JobFamily');
      expect((await removeFamily(office.id)).__typename).toBe('SkillFramework');
    });

    it('are refused without a name, without levels, and twice', async () => {
      const id = await draft();
      const bakery = (await lattice(dara, id))?.families[0];
      expect((await addFamily(id, ' ')).problems).toEqual([{ field: 'name', message: 'A family needs a name.' }]);
      expect((await addFamily(id, 'bakery')).problems[0]?.message).toContain('already');
      expect((await addRole(bakery?.id ?? '', 'Oven hand', [])).problems).toEqual([
        { field: 'levels', message: 'A job role needs at least one level.' },
      ]);
      expect(
        (await addRole(bakery?.id ?? '', 'Oven hand', ['One', ' ', 'one'])).problems.map(({ field }) => field),
      ).toEqual(['levels.1', 'levels.2']);
      const baker = (await rolesOf(id))('Baker');
      expect((await changeRole(baker.id, baker.revision, { familyId: newId() })).problems[0]?.field).toBe('familyId');
      expect((await lattice(dara, id))?.matching).toBe(3);
    });

    it('are found by family and by name', async () => {
      const id = await draft();
      const shop = (await lattice(dara, id))?.families[1];
      expect((await lattice(dara, id, { familyIds: [shop?.id] }))?.roles.map(({ name }) => name)).toEqual(['Seller']);
      expect((await lattice(dara, id, { search: 'head conf' }))?.roles.map(({ name }) => name)).toEqual([
        'Confectioner',
      ]);
    });
  });

  describe('a ladder', () => {
    it('gets levels, loses them, changes its order; names may change, codes stay', async () => {
      const id = await draft();
      let baker = await addLevel((await rolesOf(id))('Baker'), 'Senior baker', 3);
      expect(baker.levels.map(({ name }) => name)).toEqual(['Junior baker', 'Baker', 'Senior baker', 'Master baker']);
      baker = await order(baker, baker.levels.map((level) => level.id).toReversed());
      expect(baker.levels.map(({ name }) => name)).toEqual(['Master baker', 'Senior baker', 'Baker', 'Junior baker']);
      baker = await changeLevel(baker, 'Master baker', { name: 'Lead baker', responsibilities: ['Leads', ' '] });
      expect(levelOf(baker, 'Lead baker')).toMatchObject({ responsibilities: ['Leads'] });
      const [{ code } = { code: '' }] = await api.sql<{ code: string }>(
        'SELECT code FROM job_role_level WHERE id = $1',
        [levelOf(baker, 'Lead baker').id],
      );
      expect(code).toBe('baker--master-baker');
      baker = await removeLevel(baker, 'Senior baker');
      expect(baker.levels.map(({ name, order: at }) => [at, name])).toEqual([
        [1, 'Lead baker'],
        [2, 'Baker'],
        [3, 'Junior baker'],
      ]);
    });

    it('is not left half in order, and keeps its last level', async () => {
      const id = await draft();
      const baker = (await rolesOf(id))('Baker');
      const ids = baker.levels.map((level) => level.id);
      for (const wrong of [ids.slice(1), [...ids, ids[0] ?? ''], [ids[0] ?? '', ids[0] ?? '', ids[1] ?? ''], []])
        expect((await order(baker, wrong)).problems[0]?.field).toBe('levelIds');
      const seller = (await rolesOf(id))('Seller');
      expect((await removeLevel(seller, 'Seller')).message).toContain('last level');
      expect((await addLevel(baker, 'baker')).problems[0]?.message).toContain('already');
    });

    it('loses nothing of two who save at once', async () => {
      const id = await draft();
      const seen = (await rolesOf(id))('Baker');
      const saved = await changeRole(seen.id, seen.revision, { description: 'By Dara.' });
      const late = await changeRole(seen.id, seen.revision, { description: 'By Dana.' }, dana);
      expect(late).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: saved.revision });
      expect((await rolesOf(id))('Baker').revision).toBe(saved.revision);
    });
  });

  describe('requirements', () => {
    it('are saved cell by cell: set, changed, made a must-have, cleared', async () => {
      const id = await draft();
      const baker = (await rolesOf(id))('Baker');
      const [junior, middle] = baker.levels;
      const [selling, baking] = [await skillId(id, 'Selling'), await skillId(id, 'Baking')];
      const saved = await save(baker, [
        { levelId: junior?.id, skillId: selling, asked: must(null, false, 1) },
        { levelId: middle?.id, skillId: selling, asked: must(1, true, 3) },
        { levelId: junior?.id, skillId: baking, asked: null },
      ]);
      expect(saved.revision).toBe(baker.revision + 1);
      expect(asks(levelOf(saved, 'Junior baker'))).toEqual({ Mixing: 1, Selling: null });
      expect(levelOf(saved, 'Baker').requirements.find(({ skill }) => skill.name === 'Selling')).toMatchObject({
        level: { ordinal: 1, label: 'Aware' },
        importance: 3,
        mustHave: true,
      });
      expect(asks(levelOf(saved, 'Master baker'))).toEqual({ Baking: 3, Mixing: 2, Leading: 1 });
    });

    it('name every cell that cannot be, and write none', async () => {
      const id = await draft();
      const [baker, seller] = [(await rolesOf(id))('Baker'), (await rolesOf(id))('Seller')];
      const level = baker.levels[0]?.id;
      const [selling, mixing] = [await skillId(id, 'Selling'), await skillId(id, 'Mixing')];
      const answer = await save(baker, [
        { levelId: level, skillId: selling, asked: must(2) },
        { levelId: level, skillId: selling, asked: must(3) },
        { levelId: level, skillId: mixing, asked: must(9) },
        { levelId: level, skillId: newId(), asked: must(1) },
        { levelId: seller.levels[0]?.id, skillId: selling, asked: must(1) },
        { levelId: baker.levels[1]?.id, skillId: mixing, asked: must(1, false, 7) },
      ]);
      expect(answer.__typename).toBe('InvalidInput');
      expect(answer.problems.map(({ field }) => field)).toEqual([
        'cells.1.skillId',
        'cells.2.asked.levelOrdinal',
        'cells.3.skillId',
        'cells.4.levelId',
        'cells.5.asked.importance',
      ]);
      expect(answer.problems[1]?.message).toBe(
        '“Junior baker”, Mixing: the scale of this skill goes from 1 to 3; 9 is not on it.',
      );
      const after = (await rolesOf(id))('Baker');
      expect([after.revision, asks(levelOf(after, 'Junior baker'))]).toEqual([
        baker.revision,
        { Baking: 1, Mixing: 1 },
      ]);
    });

    it('of two who save at once, the second is told and can save on top', async () => {
      const id = await draft();
      const seen = (await rolesOf(id))('Baker');
      const [one, other] = [await skillId(id, 'Selling'), await skillId(id, 'Leading')];
      const cell = (skill: string) => [{ levelId: seen.levels[0]?.id, skillId: skill, asked: must(1) }];
      const answers = await Promise.all([save(seen, cell(one)), save(seen, cell(other), dana)]);
      expect(answers.map((answer) => answer.__typename).toSorted()).toEqual(['ChangedMeanwhile', 'JobRole']);
      const late = answers[0]?.__typename === 'ChangedMeanwhile' ? one : other;
      const again = await save((await rolesOf(id))('Baker'), cell(late));
      expect(asks(levelOf(again, 'Junior baker'))).toEqual({ Baking: 1, Mixing: 1, Selling: 1, Leading: 1 });
    });

    it('are copied from another level; what only the own level asks stays', async () => {
      const id = await draft();
      const [baker, seller] = [(await rolesOf(id))('Baker'), (await rolesOf(id))('Seller')];
      const answer = await copyRequirements(levelOf(baker, 'Master baker'), levelOf(seller, 'Seller'), seller.revision);
      expect(asks(levelOf(answer, 'Seller'))).toEqual({ Selling: 2, Baking: 3, Mixing: 2, Leading: 1 });
    });

    it('may ask for a skill of another published framework, on its own scale and in the words of that version', async () => {
      const foreign = await addSkill(api, 'Foreign words');
      const id = await draft();
      const baker = (await rolesOf(id))('Baker');
      const level = baker.levels[0];
      const saved = await save(baker, [{ levelId: level?.id, skillId: foreign.id, asked: must(4) }]);
      expect(levelOf(saved, 'Junior baker').requirements.at(-1)).toMatchObject({
        skill: { name: 'Foreign words' },
        level: { ordinal: 4, label: 'Expert' },
        adoptedFrom: { title: 'Our skills' },
      });
      const beyond = await save(saved, [{ levelId: level?.id, skillId: foreign.id, asked: must(5) }]);
      expect(beyond.problems[0]?.message).toContain('from 1 to 4');
      const unpublished = await save(saved, [
        { levelId: level?.id, skillId: await skillId(await draft(), 'Baking'), asked: must(1) },
      ]);
      expect(unpublished.problems[0]?.message).toContain('neither this draft nor a published framework');
    });
  });

  describe('steps', () => {
    it('lead across and up between roles, and come back across', async () => {
      const id = await draft();
      const [baker, confectioner] = [(await rolesOf(id))('Baker'), (await rolesOf(id))('Confectioner')];
      const [one, other] = [levelOf(baker, 'Baker'), levelOf(confectioner, 'Confectioner')];
      expect(await step(one, other, 'LATERAL', { note: 'after a year' })).toMatchObject({
        kind: 'LATERAL',
        origin: 'DECLARED',
        note: 'after a year',
      });
      expect((await step(other, one, 'LATERAL')).__typename).toBe('RoleStep');
      const shown = (await lattice(dara, id))?.roles
        .flatMap((each) => each.levels)
        .find((level) => level.id === one.id);
      expect(shown?.stepsOut.map(({ to }) => to.name)).toEqual(['Confectioner']);
      expect(shown?.stepsIn.map(({ from }) => from.name)).toEqual(['Confectioner']);
    });

    it('are refused with the way when a ladder would come round', async () => {
      const id = await draft();
      const [baker, confectioner] = [(await rolesOf(id))('Baker'), (await rolesOf(id))('Confectioner')];
      await step(levelOf(baker, 'Baker'), levelOf(confectioner, 'Confectioner'), 'LADDER');
      const round = await step(levelOf(confectioner, 'Head confectioner'), levelOf(baker, 'Junior baker'), 'LADDER');
      expect(round.__typename).toBe('LadderComesRound');
      expect(round.path[0]).toBe(round.path.at(-1));
      expect(new Set(round.path)).toEqual(new Set(['Junior baker', 'Baker', 'Confectioner', 'Head confectioner']));
      expect(round.message).toContain('Baker → Confectioner → Head confectioner');
      const back = await step(levelOf(confectioner, 'Head confectioner'), levelOf(baker, 'Master baker'), 'LADDER');
      expect(back.__typename).toBe('RoleStep');
      const turned = await order(baker, [...baker.levels.map((level) => level.id)].toReversed());
      expect(turned.__typename).toBe('LadderComesRound');
      expect((await rolesOf(id))('Baker').levels[0]?.name).toBe('Junior baker');
      const across = await step(levelOf(confectioner, 'Confectioner'), levelOf(baker, 'Junior baker'), 'LATERAL');
      const { answer } = await dara.query<{ answer: Step }>(
        `mutation($id: ID!) { answer: changeRoleStep(id: $id, kind: LADDER) { __typename ... on LadderComesRound { path } } }`,
        { id: across.id },
      );
      expect(answer.__typename).toBe('LadderComesRound');
    });

    it('are refused within a ladder, to nothing, and twice', async () => {
      const id = await draft();
      const baker = (await rolesOf(id))('Baker');
      const seller = levelOf((await rolesOf(id))('Seller'), 'Seller');
      const other = levelOf((await rolesOf(await draft()))('Seller'), 'Seller');
      const [one, two] = [levelOf(baker, 'Baker'), levelOf(baker, 'Master baker')];
      expect((await step(one, two, 'LADDER')).problems[0]?.message).toContain('their order says it already');
      expect((await step(one, one, 'LATERAL')).problems[0]?.field).toBe('toLevelId');
      expect((await step(one, other, 'LATERAL')).problems[0]?.message).toContain('of this draft');
      await step(one, seller, 'LATERAL');
      expect((await step(one, seller, 'BRANCH')).problems[0]?.message).toContain('already');
    });

    it('are suggested by what is asked until somebody takes them', async () => {
      const id = await draft();
      const baker = levelOf((await rolesOf(id))('Baker'), 'Baker');
      const suggested = async () =>
        (
          await dara.query<{
            jobRoleLevel: { suggestedSteps: { overlap: number; shared: number; more: number; to: Level }[] };
          }>(`query($id: ID!) { jobRoleLevel(id: $id) { suggestedSteps { overlap shared more to { id name } } } }`, {
            id: baker.id,
          })
        ).jobRoleLevel.suggestedSteps;
      const [first, second] = await suggested();
      expect([first?.to.name, second?.to.name]).toEqual(['Confectioner', 'Head confectioner']);
      expect(first).toMatchObject({ shared: 2, more: 1 });
      // Baking weighs ln(6/5), so does mixing; 2 + 2 of 2 + 3 levels.
      expect(first?.overlap).toBeCloseTo(4 / 5);
      if (first)
        expect(await step(baker, first.to, 'LATERAL', { suggested: true })).toMatchObject({ origin: 'DERIVED' });
      expect((await suggested()).map(({ to }) => to.name)).toEqual(['Head confectioner']);
    });

    it('go with what is removed', async () => {
      const id = await draft();
      const [baker, confectioner] = [(await rolesOf(id))('Baker'), (await rolesOf(id))('Confectioner')];
      const made = await step(levelOf(baker, 'Baker'), levelOf(confectioner, 'Confectioner'), 'BRANCH');
      await removeLevel(confectioner, 'Confectioner');
      expect(await api.sql('SELECT FROM job_role_edge WHERE id = $1', [made.id])).toHaveLength(0);
      const other = await step(levelOf(baker, 'Baker'), levelOf(confectioner, 'Head confectioner'), 'BRANCH');
      const { answer } = await dara.query<{ answer: Level }>(
        'mutation($id: ID!) { answer: removeRoleStep(id: $id) { ... on JobRoleLevel { name } } }',
        { id: other.id },
      );
      expect(answer.name).toBe('Baker');
    });
  });

  it('shows everybody what is published, and drafts and numbers of people to designers alone', async () => {
    const id = await draft();
    const baker = (await rolesOf(id))('Baker');
    const look = async (by: TestClient) =>
      by.query<{ jobRole: object | null; jobRoleLevel: { people: number | null } | null }>(
        'query($role: ID!, $level: ID!) { jobRole(id: $role) { id } jobRoleLevel(id: $level) { id people } }',
        { role: baker.id, level: baker.levels[0]?.id },
      );
    expect(await look(emil)).toEqual({ jobRole: null, jobRoleLevel: null });
    expect(await lattice(emil, id)).toBeNull();
    expect((await look(dara)).jobRoleLevel?.people).toBe(0);
    await publish(id);
    expect((await look(emil)).jobRoleLevel).toEqual({ id: baker.levels[0]?.id, people: null });
    expect((await lattice(emil, id))?.matching).toBe(3);
  });

  describe('what was read before', () => {
    interface Asks {
      level: { label: string };
      skill: { name: string; framework: { scale: { name: string } } };
    }
    const READY = `query($level: ID!) { myReadiness(jobRoleLevelId: $level) {
      rows { requirement { level { label } skill { name framework { scale { name } } } } } } }`;
    const asked = async (by: TestClient, level: string) => {
      const { myReadiness } = await by.query<{ myReadiness: { rows: { requirement: Asks }[] } | null }>(READY, {
        level,
      });
      const first = myReadiness?.rows[0]?.requirement;
      return first ? `${first.skill.framework.scale.name}: ${first.skill.name}, ${first.level.label}` : null;
    };
    const begin = async () => {
      const runner = api.app.get(DataSource).createQueryRunner();
      await runner.startTransaction();
      return runner;
    };

    it('of a draft by its designer is shown to nobody else', async () => {
      const level = (await rolesOf(await draft()))('Baker').levels[0]?.id ?? '';
      expect(await asked(dara, level)).toMatch(/: Baking, Aware$/);
      expect(await asked(emil, level)).toBeNull();
      expect(await asked(dara, level)).toMatch(/: Baking, Aware$/);
    });

    it('is shown until it is changed and not a moment longer, whoever of several is done first', async () => {
      const id = await draft();
      await api.sql(
        `UPDATE proficiency_scale SET name = 'Before' WHERE id = (SELECT scale_id FROM skill_framework WHERE id = $1)`,
        [id],
      );
      const level = (await rolesOf(id))('Baker').levels[0]?.id ?? '';
      await publish(id);
      expect(await asked(emil, level)).toBe('Before: Baking, Aware');
      const [first, second] = [await begin(), await begin()];
      try {
        const [scale] = await first.query('SELECT scale_id AS id FROM skill_framework WHERE id = $1', [id]);
        await first.query(`UPDATE proficiency_level SET label = 'Able' WHERE ordinal = 1 AND scale_id = $1`, [
          scale.id,
        ]);
        // Nobody waits for whoever is changing something else.
        await second.query(`UPDATE proficiency_scale SET name = 'After' WHERE id = $1`, [scale.id]);
        expect(await asked(emil, level)).toBe('Before: Baking, Aware');
        await second.commitTransaction();
        expect(await asked(emil, level)).toBe('After: Baking, Aware');
        await first.commitTransaction();
        expect(await asked(emil, level)).toBe('After: Baking, Able');
      } finally {
        await Promise.all([first.release(), second.release()]);
      }
      await api.sql(`UPDATE proficiency_scale SET name = 'Later' WHERE name = 'After'`);
      expect(await asked(emil, level)).toBe('Later: Baking, Able');
      // What was counted in several rows is one again.
      expect(await api.sql('SELECT count(*)::int AS rows FROM reference_change')).toEqual([{ rows: 1 }]);
    });
  });

  it('tells which achievements prove what a level asks', async () => {
    const id = await draft();
    const baking = await skillId(id, 'Baking');
    await publish(id);
    await addAchievement(api, baking, 'Bakes alone');
    const levels = (await rolesOf(id))('Baker').levels.map((level) => level.id);
    const proven = await Promise.all(
      levels.map(async (level) => {
        const { jobRoleLevel } = await emil.query<{
          jobRoleLevel: { requirements: { skill: { name: string }; provenBy: { name: string }[] }[] };
        }>('query($level: ID!) { jobRoleLevel(id: $level) { requirements { skill { name } provenBy { name } } } }', {
          level,
        });
        return jobRoleLevel.requirements.find(({ skill }) => skill.name === 'Baking')?.provenBy.length;
      }),
    );
    // It proves level 2: enough for the junior baker and the baker, not for the master.
    expect(proven).toEqual([1, 1, 0]);
  });

  it('changes nothing that is published', async () => {
    const id = await draft();
    await publish(id);
    const [family] = (await lattice(dara, id))?.families ?? [];
    const baker = (await rolesOf(id))('Baker');
    const confectioner = levelOf((await rolesOf(id))('Confectioner'), 'Confectioner');
    const one = levelOf(baker, 'Baker');
    const answers = [
      await addFamily(id, 'New'),
      await changeFamily(family?.id ?? '', { name: 'New' }),
      await removeFamily(family?.id ?? ''),
      await addRole(family?.id ?? '', 'New', ['New']),
      await changeRole(baker.id, baker.revision, { name: 'New' }),
      await copyRole(baker.id, 'New'),
      await removeRole(baker.id),
      await addLevel(baker, 'New'),
      await changeLevel(baker, 'Baker', { name: 'New' }),
      await order(baker, baker.levels.map((level) => level.id).toReversed()),
      await removeLevel(baker, 'Baker'),
      await save(baker, []),
      await copyRequirements(confectioner, one, baker.revision),
      await step(one, confectioner, 'LATERAL'),
    ];
    for (const answer of answers) {
      expect(answer.__typename).toBe('NotAllowed');
      expect(answer.message).toBe('A published version does not change. Begin the next version instead.');
    }
    expect((await rolesOf(id))('Baker')).toEqual(baker);
  });

  describe('people on the version before', () => {
    const MOVES = `levelMoves { people chosen movedAt from { id name } to { id name } }`;
    interface Move {
      people: number;
      chosen: boolean;
      movedAt: string | null;
      from: { id: string; name: string };
      to: { id: string; name: string } | null;
    }
    const moves = async (id: string, by = dara) =>
      (
        await by.query<{ framework: { levelMoves: Move[] } }>(`query($id: ID!) { framework(id: $id) { ${MOVES} } }`, {
          id,
        })
      ).framework.levelMoves;
    const choose = (frameworkId: string, from: string, to: string | null) =>
      act(
        dara,
        `mutation($frameworkId: ID!, $from: ID!, $to: ID) { answer: chooseLevelMove(frameworkId: $frameworkId, fromLevelId: $from, toLevelId: $to) { __typename ${REFUSED} } }`,
        { frameworkId, from, to },
      );
    const employ = (person: string, level: Level | undefined, days: [number, number | null]) =>
      api.sql(
        `INSERT INTO employment (id, person_id, job_title, job_role_level_id, starts_on, ends_on, is_primary)
         VALUES ($1, $2, 'Works', $3, current_date + $4::int, current_date + $5::int, true)`,
        [newId(), person, level?.id, ...days],
      );
    const standsOn = async (person: string) =>
      api.sql<{ level: string; version: string; over: boolean }>(
        `SELECT level.name AS level, framework.version, ends_on < current_date AS over
         FROM employment JOIN job_role_level level ON level.id = job_role_level_id
         JOIN skill_framework framework ON framework.id = level.framework_id
         WHERE person_id = $1 ORDER BY starts_on`,
        [person],
      );

    it('go with their level, as was shown before and is recorded after, and keep counting', async () => {
      const title = `Bakery ${(versions += 1)}`;
      const first = await draft(title, '1');
      await publish(first);
      const baker = (await rolesOf(first))('Baker');
      await employ(people.Bea, levelOf(baker, 'Junior baker'), [-300, -101]);
      await employ(people.Bea, levelOf(baker, 'Baker'), [-100, null]);
      await employ(people.Cem, levelOf(baker, 'Master baker'), [-100, null]);
      await employ(people.Ida, levelOf(baker, 'Junior baker'), [30, null]);

      const second = await draft(title, '2');
      const next = (await rolesOf(second))('Baker');
      const peopleOn = async () =>
        Object.fromEntries(
          ((await lattice(dara, second))?.roles.find(({ name }) => name === 'Baker')?.levels ?? []).map((level) => [
            level.name,
            level.people,
          ]),
        );
      expect(await peopleOn()).toEqual({ 'Junior baker': 0, Baker: 1, 'Master baker': 1 });

      // Nobody is left without a place by a click.
      expect(await removeLevel(next, 'Master baker')).toMatchObject({ __typename: 'PeopleStandHere', people: 1 });
      expect(await removeRole(next.id)).toMatchObject({ __typename: 'PeopleStandHere', people: 2 });
      expect((await removeLevel(next, 'Master baker', { goTo: levelOf(baker, 'Baker').id })).problems[0]?.field).toBe(
        'peopleGoTo',
      );
      await removeLevel(next, 'Master baker', { goTo: levelOf(next, 'Baker').id });
      expect(await moves(second)).toMatchObject([
        { people: 1, chosen: false, movedAt: null, from: { name: 'Baker' }, to: { name: 'Baker' } },
        { people: 1, chosen: false, movedAt: null, from: { name: 'Junior baker' }, to: { name: 'Junior baker' } },
        { people: 1, chosen: true, movedAt: null, from: { name: 'Master baker' }, to: { name: 'Baker' } },
      ]);
      expect(await moves(first, emil)).toEqual([]);

      expect((await publish(second)).__typename).toBe('SkillFramework');
      expect(await standsOn(people.Bea)).toEqual([
        { level: 'Junior baker', version: '1', over: true },
        { level: 'Baker', version: '2', over: null },
      ]);
      expect(await standsOn(people.Cem)).toEqual([{ level: 'Baker', version: '2', over: null }]);
      expect(await standsOn(people.Ida)).toEqual([{ level: 'Junior baker', version: '2', over: null }]);
      expect(await peopleOn()).toEqual({ 'Junior baker': 0, Baker: 2 });
      // The figure opens to them, on the rung of either version; whoever is gone or comes later stands on none.
      const { insightRows: standing } = await dara.query<{ insightRows: { edges: { node: { subjectId: string } }[] } }>(
        'query($id: ID!) { insightRows(key: LEVEL_PEOPLE, jobRoleLevelId: $id) { edges { node { subjectId } } } }',
        { id: levelOf(baker, 'Baker').id },
      );
      expect(standing.edges.map(({ node }) => node.subjectId).sort()).toEqual([people.Bea, people.Cem].sort());
      const done = await moves(second);
      expect(done.map(({ people: many, movedAt }) => [many, movedAt !== null])).toEqual([
        [1, true],
        [1, true],
        [1, true],
      ]);
      const { myReadiness } = await (await api.as(people.Cem)).query<{
        myReadiness: { jobRoleLevel: { name: string }; rows: object[] };
      }>('{ myReadiness { jobRoleLevel { name } rows { requirement { skill { name } } } } }');
      expect(myReadiness).toMatchObject({
        jobRoleLevel: { name: 'Baker' },
        rows: [expect.anything(), expect.anything()],
      });
      const [logged] = await api.sql<{ detail: { people: number } }>(
        `SELECT detail FROM audit_entry WHERE operation = 'movePeopleToVersion' AND target = $1`,
        [second],
      );
      expect(logged?.detail.people).toBe(3);
      expect((await choose(second, levelOf(baker, 'Baker').id, null)).__typename).toBe('NotAllowed');
    });

    it('stay and keep counting where the next version has no such level', async () => {
      const title = `Bakery ${(versions += 1)}`;
      const first = await draft(title, '1');
      await publish(first);
      const { Gus } = await addPeople(api, { Gus: [] });
      const seller = (await rolesOf(first))('Seller');
      await employ(Gus, levelOf(seller, 'Seller'), [-10, null]);
      const shopless = { ...CONTENT, families: CONTENT.families.slice(0, 1) };
      const second = await draft(title, '2', shopless);
      expect(await moves(second)).toMatchObject([{ people: 1, to: null, chosen: false, from: { name: 'Seller' } }]);
      const junior = levelOf((await rolesOf(second))('Baker'), 'Junior baker');
      const from = levelOf(seller, 'Seller').id;
      expect((await choose(second, from, junior.id)).__typename).toBe('SkillFramework');
      expect(await moves(second)).toMatchObject([{ chosen: true, to: { name: 'Junior baker' } }]);
      expect((await choose(second, from, null)).__typename).toBe('SkillFramework');
      expect((await choose(second, junior.id, junior.id)).problems[0]?.field).toBe('fromLevelId');
      expect((await choose(second, from, newId())).problems[0]?.field).toBe('toLevelId');
      await publish(second);
      expect(await standsOn(Gus)).toEqual([{ level: 'Seller', version: '1', over: null }]);
      const { myReadiness } = await (await api.as(Gus)).query<{ myReadiness: { rows: object[] } }>(
        '{ myReadiness { rows { requirement { skill { name } } } } }',
      );
      expect(myReadiness.rows).toHaveLength(1);
      // The third version has the level again: it is the same one by its code.
      const third = await draft(title, '3');
      expect(await moves(third)).toMatchObject([{ people: 1, to: { name: 'Seller' } }]);
      await publish(third);
      expect(await standsOn(Gus)).toEqual([{ level: 'Seller', version: '3', over: null }]);
    });

    it('are not put on a draft', async () => {
      const id = await draft();
      const { Adi } = await addPeople(api, { Adi: ['ADMINISTRATOR'] });
      const { answer } = await (await api.as(Adi)).query<{ answer: Answer }>(
        `mutation($input: ChangeEmploymentInput!) { answer: changeEmployment(input: $input) { __typename ${REFUSED} } }`,
        {
          input: {
            personId: people.Emil,
            from: new Date().toISOString().slice(0, 10),
            jobTitle: 'Baker',
            jobRoleLevelId: levelOf((await rolesOf(id))('Baker'), 'Baker').id,
          },
        },
      );
      expect(answer.problems.map(({ field }) => field)).toContain('jobRoleLevelId');
    });
  });
});
