import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { RemindCohortsJob } from '../src/features/cohorts/remind-cohorts.job.js';
import { newId } from '../src/platform/database/id.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { handIn, start } from './support/candidate.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';

const REFUSED = '... on Refusal { message } ... on InvalidInput { problems { field message } }';
const COHORT = `... on Cohort { id name closedAt viewerCan behind sums { people earned places }
  progress { achievementId counts { state count } }
  members { totalCount edges { node { person { displayName } behind remindedAt places { achievementId state } } } } }`;
const ENROL = `mutation($input: EnrolmentInput!) { done: enrolInCohort(input: $input) { __typename ${COHORT} ${REFUSED} } }`;
const PREVIEW = `query($input: EnrolmentInput!) { it: enrolmentPreview(input: $input) { problem enrol already errors
  rows { row named outcome problem person { displayName } } } }`;
const REMIND = `mutation($id: ID!) { done: remindCohort(id: $id) { __typename ... on CohortReminded { count } ${'... on Refusal { message }'} } }`;
const TOLD = '{ notifications(first: 20) { edges { node { kind title path } } } }';
const MINE =
  '{ myCohorts { id name programme { name lead { displayName } achievements { name } } myPlaces { achievementId state } members { totalCount } sums { people } } }';

interface Board {
  __typename: string;
  id: string;
  message: string;
  count: number;
  problems: { field: string; message: string }[];
  behind: number;
  viewerCan: string[];
  sums: { people: number; earned: number; places: number };
  progress: { achievementId: string; counts: { state: string; count: number }[] }[];
  members: { totalCount: number; edges: { node: { person: { displayName: string }; places: { state: string }[] } }[] };
}
interface Preview {
  problem: string | null;
  enrol: number;
  already: number;
  errors: number;
  rows: { row: number; named: string; outcome: string; problem: string | null }[];
}

describe('taking people through a programme together', () => {
  let api: TestApi;
  let ids: Record<'noor' | 'bo' | 'cai' | 'dee' | 'gone' | 'ola' | 'boss', string>;
  let ola: TestClient;
  let noor: TestClient;
  let weld: Awaited<ReturnType<typeof addAchievement>>;
  let cut: Awaited<ReturnType<typeof addAchievement>>;
  let programme: string;
  let cohort: string;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, { noor: [], bo: [], cai: [], dee: [], gone: [], boss: [], ola: ['PROGRAMME_OWNER'] });
    await api.sql('UPDATE person SET last_day = current_date - 1 WHERE id = $1', [ids.gone]);
    const skill = await addSkill(api, 'Welding');
    weld = await addAchievement(api, skill.id, 'Welds seams');
    cut = await addAchievement(api, skill.id, 'Cuts plates');
    [ola, noor] = await Promise.all([api.as(ids.ola), api.as(ids.noor)]);
  });
  afterAll(() => api.close());

  const done = async (by: TestClient, document: string, variables: object) =>
    (await by.query<{ done: Board }>(document, variables)).done;
  const enrol = (by: TestClient, more: object) => done(by, ENROL, { input: { cohortId: cohort, ...more } });
  const preview = async (more: object) =>
    (await ola.query<{ it: Preview | null }>(PREVIEW, { input: { cohortId: cohort, ...more } })).it;
  const board = async () =>
    (await ola.query<{ it: Board }>(`query($id: ID!) { it: cohort(id: $id) { ${COHORT} } }`, { id: cohort })).it;
  const mailOf = (name: keyof typeof ids) => `${name}.${ids[name]}@example.org`;

  it('makes a programme of what is published, run by somebody who is with us', async () => {
    const make = (input: object) =>
      done(
        ola,
        `mutation($input: ProgrammeInput!) { done: createProgramme(input: $input) { __typename ... on Programme { id } ${REFUSED} } }`,
        {
          input: {
            name: 'Plate work',
            summary: 'From plate to seam',
            leadId: ids.ola,
            achievementIds: [weld.achievementId, cut.achievementId],
            ...input,
          },
        },
      );
    const wrong = await make({ name: ' ', leadId: ids.gone, achievementIds: [weld.achievementId, newId()] });
    expect(wrong.problems.map(({ field }) => field)).toEqual(['name', 'leadId', 'achievementIds.1']);
    expect(await api.sql('SELECT id FROM programme')).toEqual([]);
    programme = (await make({})).id;
    const seen = await noor.query<{ programmes: { edges: { node: { name: string; viewerCan: string[] } }[] } }>(
      '{ programmes { edges { node { name viewerCan } } } }',
    );
    expect(seen.programmes.edges).toEqual([{ node: { name: 'Plate work', viewerCan: ['read'] } }]);
  });

  it('begins a cohort, whose last day does not come before its first', async () => {
    const begin = (input: object) =>
      done(
        ola,
        `mutation($id: ID!, $input: CohortInput!) { done: createCohort(programmeId: $id, input: $input) { __typename ... on Cohort { id } ${REFUSED} } }`,
        { id: programme, input: { name: 'Spring', startsOn: '2026-03-01', endsOn: '2026-06-30', ...input } },
      );
    expect((await begin({ endsOn: '2026-02-01' })).problems).toMatchObject([{ field: 'endsOn' }]);
    cohort = (await begin({})).id;
  });

  it('shows what a file would do, names the row of each mistake, and enrols nobody while there is one', async () => {
    const file = `Name,E-mail\nNoor,${mailOf('noor')}\nBo,${mailOf('bo').toUpperCase()}\nX,nobody@example.org\nGone,${mailOf('gone')}\n`;
    expect(await preview({ file })).toMatchObject({
      ...{ problem: null, enrol: 2, already: 0, errors: 2 },
      rows: [
        { row: 4, outcome: 'ERROR', problem: 'There is nobody with the mail address “nobody@example.org”.' },
        { row: 5, outcome: 'ERROR', problem: 'This person is not with us any more.' },
        { row: 2, outcome: 'ENROL' },
        { row: 3, outcome: 'ENROL' },
      ],
    });
    const refused = await enrol(ola, { file });
    expect(refused.__typename).toBe('InvalidInput');
    expect(refused.problems.map(({ field }) => field)).toEqual(['rows.4', 'rows.5']);
    expect(await api.sql('SELECT person_id FROM cohort_member')).toEqual([]);
    expect((await preview({ file: 'name\nNoor' }))?.problem).toMatch(/must name a column/);
    expect((await enrol(ola, { file, personIds: [ids.noor] })).problems).toMatchObject([{ field: 'personIds' }]);
  });

  it('enrols everybody a good file names and those who are picked, and tells them', async () => {
    expect(await enrol(ola, { file: `email\n${mailOf('noor')}\n${mailOf('bo')}\n` })).toMatchObject({
      sums: { people: 2 },
    });
    expect(await enrol(ola, { personIds: [ids.noor, ids.cai, ids.dee] })).toMatchObject({
      sums: { people: 4, earned: 0, places: 8 },
    });
    expect((await enrol(ola, { personIds: [ids.cai] })).message).toMatch(/already/);
    const told = await eventually(
      () => noor.query<{ notifications: { edges: { node: { kind: string; path: string } }[] } }>(TOLD),
      (it) => it.notifications.edges.length > 0,
    );
    expect(told.notifications.edges.map(({ node }) => node)).toMatchObject([
      { kind: 'COHORT_JOINED', path: `/growth/cohorts/${cohort}` },
    ]);
  });

  it('shows those who run it how far each is, as a state and nothing more', async () => {
    await start(await api.as(ids.bo), weld.id);
    await handIn(await api.as(ids.cai), weld);
    const award = await api.asSystem((system) =>
      api.app.get(CredentialsService).award(system, {
        ...{ personId: ids.noor, achievementVersionId: weld.id, basis: 'DECISION', basisId: newId() },
        ...{ awardedOn: system.now, results: [], evidence: [], assessorCount: 1 },
      }),
    );
    await eventually(
      () => api.sql<{ id: string }>('SELECT id FROM credential WHERE award_id = $1', [award.id]),
      (rows) => rows.length > 0,
    );
    const it = await board();
    const states = it.members.edges.map(({ node }) =>
      [node.person.displayName, ...node.places.map(({ state }) => state)].join(' '),
    );
    expect(states).toEqual([
      expect.stringMatching(/^bo.* DRAFT NOT_STARTED$/i),
      expect.stringMatching(/^cai.* SUBMITTED NOT_STARTED$/i),
      expect.stringMatching(/^dee.* NOT_STARTED NOT_STARTED$/i),
      expect.stringMatching(/^noor.* EARNED NOT_STARTED$/i),
    ]);
    expect(it.sums).toEqual({ people: 4, earned: 1, places: 8 });
    expect(it.progress[0]?.counts).toEqual([
      { state: 'NOT_STARTED', count: 1 },
      { state: 'DRAFT', count: 1 },
      { state: 'SUBMITTED', count: 1 },
      { state: 'EARNED', count: 1 },
    ]);
  });

  it('shows whoever is in it their own places, and nobody else’s', async () => {
    const own = (await noor.query<{ myCohorts: object[] }>(MINE)).myCohorts;
    expect(own).toMatchObject([
      {
        ...{ id: cohort, members: null, sums: null },
        programme: { name: 'Plate work', achievements: [{ name: 'Welds seams' }, { name: 'Cuts plates' }] },
        myPlaces: [{ state: 'EARNED' }, { state: 'NOT_STARTED' }],
      },
    ]);
    const boss = await api.as(ids.boss);
    expect(await boss.query('query($id: ID!) { cohort(id: $id) { id } }', { id: cohort })).toEqual({ cohort: null });
  });

  it('reminds those on whom something waits once a day, also when two ask at once', async () => {
    const both = await Promise.all([done(ola, REMIND, { id: cohort }), done(ola, REMIND, { id: cohort })]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['CohortReminded', 'NotAllowed']);
    expect(both.find(({ count }) => count)?.count).toBe(4);
    await api.sql(`UPDATE cohort_member SET reminded_at = reminded_at - interval '1 day' WHERE person_id = $1`, [
      ids.dee,
    ]);
    expect(await done(ola, REMIND, { id: cohort })).toMatchObject({ count: 1 });
    const told = await eventually(
      () => api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM notification WHERE kind = 'COHORT_REMINDER'`),
      ([row]) => row?.n === 5,
    );
    expect(told).toEqual([{ n: 5 }]);
  });

  it('reminds by itself on the day that was set, whom nobody reminded that day, and once', async () => {
    const set = (input: object, by = ola) =>
      done(
        by,
        `mutation($id: ID!, $input: CohortRemindersInput!) { done: setCohortReminders(id: $id, input: $input) {
           __typename ... on Cohort { remindSchedule remindDaysBefore remindAt } ${REFUSED} } }`,
        { id: cohort, input },
      );
    // Its days are over: no Monday is left, and neither is a day before its last one.
    expect((await set({ schedule: 'WEEKLY' })).problems).toMatchObject([{ field: 'schedule' }]);
    expect((await set({ schedule: 'BEFORE_END', daysBefore: 3 })).problems).toMatchObject([{ field: 'daysBefore' }]);
    await api.sql('UPDATE cohort SET starts_on = current_date - 10, ends_on = current_date + 60 WHERE id = $1', [
      cohort,
    ]);
    expect((await set({ schedule: 'BEFORE_END' })).problems).toMatchObject([{ field: 'daysBefore' }]);
    expect((await set({ schedule: 'BEFORE_END', daysBefore: 91 })).problems).toMatchObject([{ field: 'daysBefore' }]);
    const daysBefore = 58;
    expect(await set({ schedule: 'BEFORE_END', daysBefore })).toMatchObject({ remindDaysBefore: daysBefore });
    expect((await set({ schedule: 'WEEKLY', daysBefore })).problems).toMatchObject([{ field: 'daysBefore' }]);
    expect(await set({ schedule: 'WEEKLY' })).toMatchObject({ remindDaysBefore: null });
    const [next] = await api.sql<{ monday: boolean }>(
      `SELECT extract(isodow FROM remind_at) = 1 AND remind_at > now() AS monday FROM cohort WHERE id = $1`,
      [cohort],
    );
    expect(next?.monday).toBe(true);

    const job = api.app.get(RemindCohortsJob);
    const told = async () =>
      (await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM domain_event WHERE type = 'CohortReminder'`))[0]?.n;
    const isDue = () => api.sql(`UPDATE cohort SET remind_at = now() - interval '1 hour' WHERE id = $1`, [cohort]);
    const before = await told();
    await isDue();
    // Everybody was reminded by hand today.
    await api.asSystem((system) => job.run(system));
    expect(await told()).toBe(before);
    await api.sql(`UPDATE cohort_member SET reminded_at = reminded_at - interval '7 days'`);
    await api.asSystem((system) => job.run(system));
    expect(await told()).toBe(before);
    await isDue();
    await Promise.all([1, 2].map(() => api.asSystem((system) => job.run(system))));
    expect(await told()).toBe((before ?? 0) + 4);

    expect(await set({ schedule: null })).toMatchObject({ remindSchedule: null, remindAt: null });
    await api.sql(`UPDATE cohort_member SET reminded_at = reminded_at - interval '7 days'`);
    await api.asSystem((system) => job.run(system));
    expect(await told()).toBe((before ?? 0) + 4);
  });

  it('lets somebody out, who may come back; a closed cohort takes nobody until it is opened again', async () => {
    const out = `mutation($cohort: ID!, $person: ID!) { done: removeFromCohort(cohortId: $cohort, personId: $person) { __typename ${COHORT} ${REFUSED} } }`;
    expect(await done(ola, out, { cohort, person: ids.dee })).toMatchObject({ sums: { people: 3 } });
    expect((await done(ola, out, { cohort, person: ids.dee })).__typename).toBe('NotFound');
    expect(await enrol(ola, { personIds: [ids.dee] })).toMatchObject({ sums: { people: 4 } });
    const close = `mutation($id: ID!, $closed: Boolean!) { done: closeCohort(id: $id, closed: $closed) { __typename ${COHORT} ${REFUSED} } }`;
    expect(await done(ola, close, { id: cohort, closed: true })).toMatchObject({
      viewerCan: expect.arrayContaining(['reopen']),
    });
    expect((await enrol(ola, { personIds: [ids.boss] })).message).toMatch(/closed/);
    expect(await preview({ personIds: [ids.boss] })).toBeNull();
    expect((await noor.query<{ myCohorts: object[] }>(MINE)).myCohorts).toEqual([]);
    expect(await done(ola, close, { id: cohort, closed: false })).toMatchObject({
      viewerCan: expect.arrayContaining(['run']),
    });
  });
});
