import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople, addSkill, type People, refusalOfSql } from './support/programme.js';

const VERSION = `__typename ... on AchievementVersion { id achievementId number state revision name cutScore viewerCan badgeUrl
  skill { name } level { ordinal label } rubric { criteria { id title weight mustReach description
    levels { id ordinal label points descriptor isCompetent } } } openPoints { section field message } }
  ... on InvalidInput { problems { field message } } ... on Refusal { message }
  ... on ChangedMeanwhile { currentRevision } ... on NotReadyToPublish { openPoints { section field } }`;
const CREATE = `mutation($input: CreateAchievementInput!) { result: createAchievement(input: $input) { ${VERSION.replace('... on NotReadyToPublish { openPoints { section field } }', '')} } }`;
const SAVE = `mutation($id: ID!, $revision: Int!, $input: AchievementDraftInput!) {
  result: saveAchievementDraft(id: $id, expectedRevision: $revision, input: $input) { ${VERSION.replace('... on NotReadyToPublish { openPoints { section field } }', '')} } }`;
const PUBLISH = `mutation($id: ID!) { result: publishAchievement(id: $id) { __typename
  ... on AchievementVersion { id number state revision openPoints { field } viewerCan }
  ... on NotReadyToPublish { openPoints { section field } } ... on Refusal { message } } }`;
const NEXT = `mutation($id: ID!) { result: startNextVersion(achievementVersionId: $id) { __typename
  ... on AchievementVersion { id number state name } ... on Refusal { message } } }`;

interface Level {
  id: string;
  ordinal: number;
  label: string;
  points: number;
  descriptor: string;
  isCompetent: boolean;
}
interface Criterion {
  id: string;
  title: string;
  weight: number;
  mustReach: number | null;
  description: string;
  levels: Level[];
}
interface Result {
  __typename: string;
  id: string;
  number: number;
  state: string;
  revision: number;
  cutScore: number;
  badgeUrl: string;
  skill: { name: string };
  level: { ordinal: number; label: string };
  viewerCan: string[];
  rubric: { criteria: Criterion[] };
  openPoints: { section: string; field: string }[];
  problems: { field: string }[];
  currentRevision: number;
}

describe('designing an achievement', () => {
  let api: TestApi;
  let designer: TestClient;
  let employee: TestClient;
  let people: People<'dana' | 'eve' | 'assa'>;
  let skill: { id: string };

  beforeAll(async () => {
    api = await startApi();
    people = await addPeople(api, { dana: ['HR_DESIGNER'], eve: [], assa: ['ASSESSOR'] });
    skill = await addSkill(api);
    designer = await api.as(people.dana);
    employee = await api.as(people.eve);
  });
  afterAll(() => api.close());

  const as = async (client: TestClient, document: string, variables: object): Promise<Result> =>
    (await client.query<{ result: Result }>(document, variables)).result;
  const begin = (levelOrdinal = 2) =>
    as(designer, CREATE, { input: { name: 'Writes tests', skillId: skill.id, levelOrdinal } });
  const finished = (draft: Result) => ({
    description: 'Shows that somebody writes tests that others can read.',
    outcomes: ['Writes a test before the change', ' '],
    evidenceAsked: ['A change with its tests'],
    rubric: {
      criteria: draft.rubric.criteria.map((criterion, index) => ({
        ...criterion,
        mustReach: index === 0 ? 2 : null,
        levels: criterion.levels.map((level) => ({ ...level, descriptor: `What ${level.label} looks like` })),
      })),
    },
    descriptors: {
      workloadHours: 12,
      language: 'en',
      participation: 'At work',
      assessmentType: 'Portfolio',
      supervision: 'Unsupervised',
      qualityAssurance: 'Internal',
      prerequisites: '',
      stackability: 'Stand-alone',
    },
  });
  const nameFounder = (versionId: string) =>
    designer.query(
      `mutation($version: ID!, $person: ID!) { nameFounder(achievementVersionId: $version, personId: $person) { __typename } }`,
      { version: versionId, person: people.assa },
    );

  it('begins with three criteria on the levels of the skill, and says what is still open', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({
      state: 'DRAFT',
      number: 1,
      revision: 1,
      skill: { name: 'Testing' },
      level: { ordinal: 2, label: 'Working' },
    });
    expect(draft.badgeUrl).toBe(`/badges/${draft.id}.svg`);
    expect(draft.viewerCan).toEqual(expect.arrayContaining(['edit', 'publish', 'nameFounder']));
    expect(draft.rubric.criteria).toHaveLength(3);
    expect(draft.rubric.criteria[0]?.levels.map(({ label, isCompetent }) => [label, isCompetent])).toEqual([
      ['Awareness', false],
      ['Working', true],
      ['Practitioner', true],
      ['Expert', true],
    ]);
    expect(new Set(draft.openPoints.map((point) => point.section))).toEqual(
      new Set(['basics', 'outcomes', 'rubric', 'evidence', 'descriptors', 'assessors']),
    );
  });

  it('leaves room to fall short even of the lowest level', async () => {
    const draft = await begin(1);
    expect(draft.rubric.criteria[0]?.levels.some((level) => !level.isCompetent)).toBe(true);
  });

  it('keeps an unfinished draft, refuses what can never be right, and overwrites nobody', async () => {
    const draft = await begin();
    const saved = await as(designer, SAVE, { id: draft.id, revision: 1, input: { description: '', outcomes: [''] } });
    expect(saved).toMatchObject({ __typename: 'AchievementVersion', revision: 2 });
    const wrong = await as(designer, SAVE, { id: draft.id, revision: 2, input: { cutScore: 1.5, validityMonths: -1 } });
    expect(wrong.problems.map((problem) => problem.field)).toEqual(['cutScore', 'validityMonths']);
    const noLevel = await as(designer, SAVE, {
      id: draft.id,
      revision: 2,
      input: { skills: [{ skillId: skill.id, levelOrdinal: 9 }] },
    });
    expect(noLevel.problems.map((problem) => problem.field)).toEqual(['levelOrdinal']);
    const late = await as(designer, SAVE, { id: draft.id, revision: 1, input: { name: 'Mine' } });
    expect(late).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: 2 });
  });

  it('shows drafts to designers only', async () => {
    const draft = await begin();
    const ask = 'query($id: ID!) { achievementVersion(id: $id) { id } node(id: $id) { id } }';
    expect(await employee.query(ask, { id: draft.id })).toEqual({ achievementVersion: null, node: null });
    expect(await designer.query(ask, { id: draft.id })).toEqual({
      achievementVersion: { id: draft.id },
      node: { id: draft.id },
    });
    const { errors } = await employee.ask(SAVE, { id: draft.id, revision: 1, input: { name: 'Mine' } });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await as(designer, SAVE, { id: newId(), revision: 1, input: {} })).__typename).toBe('NotFound');
  });

  it('asks for the language by its code: no badge could be issued that names it otherwise', async () => {
    const draft = await begin();
    const { descriptors, ...rest } = finished(draft);
    const openWith = async (revision: number, language: string) => {
      const input = { ...rest, descriptors: { ...descriptors, language } };
      await as(designer, SAVE, { id: draft.id, revision, input });
      const { openPoints } = await as(designer, PUBLISH, { id: draft.id });
      return openPoints.filter(({ section }) => section === 'descriptors').map(({ field }) => field);
    };
    expect(await openWith(1, 'English')).toEqual(['descriptors.language']);
    expect(await openWith(2, '<b>en')).toEqual(['descriptors.language']);
    expect(await openWith(3, 'pt-BR')).toEqual([]);
  });

  it('publishes when nothing is open, and never changes again', async () => {
    const draft = await begin();
    expect(await as(designer, PUBLISH, { id: draft.id })).toMatchObject({ __typename: 'NotReadyToPublish' });
    await as(designer, SAVE, { id: draft.id, revision: 1, input: finished(draft) });
    const open = await as(designer, PUBLISH, { id: draft.id });
    expect(open.openPoints.map((point) => point.section)).toEqual(['assessors']);
    await nameFounder(draft.id);
    const published = await as(designer, PUBLISH, { id: draft.id });
    expect(published).toMatchObject({
      __typename: 'AchievementVersion',
      state: 'PUBLISHED',
      number: 1,
      openPoints: [],
    });
    expect(published.viewerCan).not.toContain('edit');

    const kept = await employee.query('query($id: ID!) { achievementVersion(id: $id) { outcomes } }', { id: draft.id });
    expect(kept).toEqual({ achievementVersion: { outcomes: ['Writes a test before the change'] } });
    const refused = await as(designer, SAVE, { id: draft.id, revision: 2, input: { name: 'Other' } });
    expect(refused.__typename).toBe('NotAllowed');
    for (const role of ['app_api', 'app_issuer'] as const)
      for (const change of [`name = 'Other'`, `rubric = '{"criteria":[]}'`, `state = 'DRAFT', published_at = NULL`])
        expect(
          await refusalOfSql(
            api,
            role,
            `UPDATE achievement_version SET ${change} WHERE id = '${draft.id}'`,
            people.dana,
          ),
        ).toContain('does not change');

    const list = await employee.query<{ achievements: { edges: { node: { id: string } }[] } }>(
      '{ achievements(search: "tests") { edges { node { id } } } }',
    );
    expect(list.achievements.edges.map(({ node }) => node.id)).toEqual([draft.id]);
  });

  it('begins the next version as a copy, and supersedes the one before when that is published', async () => {
    const first = await begin();
    await as(designer, SAVE, { id: first.id, revision: 1, input: finished(first) });
    await nameFounder(first.id);
    await as(designer, PUBLISH, { id: first.id });
    const second = await as(designer, NEXT, { id: first.id });
    expect(second).toMatchObject({ number: 2, state: 'DRAFT' });
    expect((await as(designer, NEXT, { id: first.id })).id).toBe(second.id);
    expect(await as(designer, PUBLISH, { id: second.id })).toMatchObject({ state: 'PUBLISHED', number: 2 });
    const seen = await employee.query('query($id: ID!) { achievementVersion(id: $id) { state number } }', {
      id: first.id,
    });
    expect(seen).toEqual({ achievementVersion: { state: 'SUPERSEDED', number: 1 } });
  });
});
