import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople, foundOrganisation } from './support/programme.js';

interface Answer {
  __typename: string;
  id?: string;
  message?: string;
  problems?: { field: string; message: string }[];
  active?: boolean;
  lastDay?: string | null;
  employments?: {
    id: string;
    jobTitle: string;
    startsOn: string;
    endsOn: string | null;
    state: string;
    isPrimary: boolean;
    manager: { displayName: string } | null;
  }[];
}

const SHOWN = `__typename ... on Person { id displayName active lastDay employments { id jobTitle startsOn endsOn state isPrimary manager { displayName } } }
  ... on Refusal { message } ... on InvalidInput { problems { field message } }`;

/** A day so many days from today, by the database. */
const inDays = (days: number) => {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

describe('moving people', () => {
  let api: TestApi;
  let admin: TestClient;
  const ids: Record<string, string> = {};
  const units: Record<string, string> = {};

  const change = async (mutation: string, variables: object, by = admin): Promise<Answer> =>
    (await by.query<{ answer: Answer }>(mutation.replace('SHOWN', SHOWN), variables)).answer;
  const move = (personId: string, from: string, input: object, by = admin) =>
    change(
      'mutation($input: ChangeEmploymentInput!) { answer: changeEmployment(input: $input) { SHOWN } }',
      { input: { personId, from, ...input } },
      by,
    );
  const correct = (id: string, input: object) =>
    change(
      'mutation($id: ID!, $input: CorrectEmploymentInput!) { answer: correctEmployment(id: $id, input: $input) { SHOWN } }',
      { id, input },
    );
  const leave = (personId: string, lastDay: string, by = admin) =>
    change(
      'mutation($personId: ID!, $lastDay: Date!) { answer: recordLeaving(personId: $personId, lastDay: $lastDay, reason: "Moves away") { SHOWN } }',
      { personId, lastDay },
      by,
    );
  const shown = async (id: string) =>
    (
      await admin.query<{ answer: Answer }>(
        `query($id: ID!) { answer: person(id: $id) { ${SHOWN.replace(/\.\.\. on (Refusal|InvalidInput) \{.*/s, '')} } }`,
        { id },
      )
    ).answer;

  /** Takes somebody on who has been here for a year. */
  async function takeOn(name: string, manager?: string, unit = 'networks'): Promise<string> {
    const { answer } = await admin.query<{ answer: { id: string } }>(
      `mutation($input: AddPersonInput!) { answer: addPerson(input: $input) { ... on Person { id } } }`,
      {
        input: {
          displayName: name,
          email: `${name.replaceAll(' ', '.')}@example.org`,
          jobTitle: 'Fitter',
          orgUnitName: unit,
          managerId: manager ? ids[manager] : null,
          startsOn: inDays(-365),
          roles: [],
        },
      },
    );
    return answer.id;
  }

  /** As if so many days had passed: everything that is recorded lies as much further back. */
  async function daysPass(days: number): Promise<void> {
    await api.sql(`ALTER TABLE employment DROP CONSTRAINT employment_one_primary`);
    await api.sql(`UPDATE employment SET starts_on = starts_on - $1::int, ends_on = ends_on - $1::int`, [days]);
    await api.sql(`UPDATE person SET last_day = last_day - $1::int`, [days]);
    await api.sql(
      `UPDATE role_grant SET starts_at = starts_at - make_interval(days => $1::int), ends_at = ends_at - make_interval(days => $1::int)`,
      [days],
    );
    await api.sql(
      `ALTER TABLE employment ADD CONSTRAINT employment_one_primary EXCLUDE USING gist (person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (is_primary)`,
    );
  }

  async function teamOf(name: string): Promise<string[]> {
    const by = await api.as(ids[name] ?? '');
    const { viewer } = await by.query<{
      viewer: { person: { reports: { edges: { node: { displayName: string } }[] } } };
    }>('{ viewer { person { reports { edges { node { displayName } } } } } }');
    return viewer.person.reports.edges.map(({ node }) => node.displayName);
  }

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    Object.assign(ids, await addPeople(api, { ada: ['ADMINISTRATOR'], second: ['ADMINISTRATOR'] }));
    admin = await api.as(ids['ada'] ?? '');
    for (const [key, name, parent] of [
      ['works', 'Works', null],
      ['networks', 'Networks', 'works'],
      ['laboratory', 'Laboratory', 'works'],
    ] as const) {
      const { unit } = await admin.query<{ unit: { id: string } }>(
        'mutation($name: String!, $parentId: ID) { unit: addOrgUnit(name: $name, parentId: $parentId) { ... on OrgUnit { id } } }',
        { name, parentId: parent ? units[parent] : null },
      );
      units[key] = unit.id;
    }
    ids['ines'] = await takeOn('Ines Okafor', undefined, 'works');
    ids['ben'] = await takeOn('Ben Cole', 'ines');
    ids['dana'] = await takeOn('Dana Wu', 'ines', 'laboratory');
  });
  afterAll(() => api.close());

  it('from a day on: the team follows by itself, the day before, on the day and after it', async () => {
    ids['cid'] = await takeOn('Cid Reyes', 'ben');
    const moved = await move(ids['cid'] ?? '', inDays(10), {
      managerId: ids['dana'],
      orgUnitId: units['laboratory'],
      jobTitle: 'Analyst',
    });
    expect(moved.employments).toMatchObject([
      { jobTitle: 'Fitter', state: 'CURRENT', endsOn: inDays(9), manager: { displayName: 'Ben Cole' } },
      {
        jobTitle: 'Analyst',
        state: 'PLANNED',
        startsOn: inDays(10),
        endsOn: null,
        manager: { displayName: 'Dana Wu' },
      },
    ]);
    const teams = async () => [await teamOf('ben'), await teamOf('dana')];
    expect(await teams()).toEqual([['Cid Reyes'], []]);
    await daysPass(9);
    expect(await teams()).toEqual([['Cid Reyes'], []]);
    await daysPass(1);
    expect(await teams()).toEqual([[], ['Cid Reyes']]);
    await daysPass(1);
    expect(await teams()).toEqual([[], ['Cid Reyes']]);
    // The old manager is one no more, and sees a colleague's card and nothing else.
    const asBen = await api.as(ids['ben'] ?? '');
    const { viewer, person } = await asBen.query<{
      viewer: { isManager: boolean };
      person: { email: null; employments: object[] };
    }>('query($id: ID!) { viewer { isManager } person(id: $id) { email employments { jobTitle } } }', {
      id: ids['cid'],
    });
    expect([viewer.isManager, person.email, person.employments]).toEqual([false, null, [{ jobTitle: 'Analyst' }]]);
    await move(ids['cid'] ?? '', inDays(0), {
      managerId: ids['ben'],
      orgUnitId: units['networks'],
      jobTitle: 'Fitter',
    });
  });

  it('a planned move is nobody else’s business, and can be taken back', async () => {
    const planned = await move(ids['cid'] ?? '', inDays(30), { jobTitle: 'Foreman' });
    const next = planned.employments?.at(-1);
    expect(next).toMatchObject({ state: 'PLANNED', jobTitle: 'Foreman' });
    const asDana = await api.as(ids['dana'] ?? '');
    const { person } = await asDana.query<{ person: Answer }>(
      'query($id: ID!) { person(id: $id) { employments { state } } }',
      { id: ids['cid'] },
    );
    expect(person.employments?.map(({ state }) => state)).toEqual(['CURRENT']);
    const back = await change('mutation($id: ID!) { answer: removePlannedEmployment(id: $id) { SHOWN } }', {
      id: next?.id,
    });
    expect(back.employments?.at(-1)).toMatchObject({ jobTitle: 'Fitter', state: 'CURRENT', endsOn: null });
    const current = back.employments?.at(-1)?.id;
    expect(
      await change('mutation($id: ID!) { answer: removePlannedEmployment(id: $id) { SHOWN } }', { id: current }),
    ).toMatchObject({ __typename: 'NotAllowed' });
  });

  it('what was recorded wrongly is corrected in place, within what can be', async () => {
    const [, current] = (await shown(ids['cid'] ?? '')).employments?.slice(-2) ?? [];
    const mended = await correct(current?.id ?? '', { jobTitle: 'Pipe fitter' });
    expect(mended.employments?.at(-1)).toMatchObject({ jobTitle: 'Pipe fitter', startsOn: current?.startsOn });
    expect(await correct(current?.id ?? '', { endsOn: '2020-01-01' })).toMatchObject({
      problems: [{ field: 'endsOn', message: 'The last day lies before the first.' }],
    });
    expect(await correct(current?.id ?? '', { startsOn: inDays(-300) })).toMatchObject({
      problems: [{ field: 'startsOn', message: expect.stringMatching(/two cannot overlap/) as string }],
    });
    expect(await correct(newId(), { jobTitle: 'X' })).toMatchObject({ __typename: 'NotFound' });
  });

  it('nobody ends up above their own manager, today or on a later day', async () => {
    expect(await move(ids['ines'] ?? '', inDays(0), { managerId: ids['cid'] })).toMatchObject({
      problems: [
        {
          field: 'managerId',
          message: expect.stringMatching(/That would be a circle: .*Ines Okafor.*Cid Reyes/) as string,
        },
      ],
    });
    expect(await move(ids['ines'] ?? '', inDays(40), { managerId: ids['ines'] })).toMatchObject({
      problems: [{ field: 'managerId', message: 'Nobody is their own manager.' }],
    });
    // Cid leads nobody until Ben is to report to him; from then on Ines cannot report to Ben.
    ids['eve'] = await takeOn('Eve Holm', 'ines');
    await move(ids['ben'] ?? '', inDays(20), { managerId: ids['eve'] });
    const circle = await move(ids['eve'] ?? '', inDays(5), { managerId: ids['ben'] });
    expect(circle.problems?.[0]?.message).toMatch(/Eve Holm.*Ben Cole.*From .* on it would be so\./);
    // Until the day before, there is none.
    expect((await move(ids['eve'] ?? '', inDays(5), { managerId: ids['dana'] })).__typename).toBe('Person');
  });

  it('two who move two people at once under each other: one of them is told', async () => {
    const [one, two] = [await takeOn('Ola Ferreira', 'ines'), await takeOn('Uma Reyes', 'ines')];
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([
        move(one, inDays(round + 50), { managerId: two }),
        move(two, inDays(round + 50), { managerId: one }),
      ]);
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInput', 'Person']);
      await api.sql('DELETE FROM employment WHERE person_id = ANY ($1) AND starts_on > current_date', [[one, two]]);
      await api.sql('UPDATE employment SET ends_on = NULL WHERE person_id = ANY ($1)', [[one, two]]);
    }
  });

  it('a second job beside the main one, with a manager of its own', async () => {
    const added = await change(
      'mutation($input: AddSecondaryInput!) { answer: addSecondaryEmployment(input: $input) { SHOWN } }',
      {
        input: {
          personId: ids['cid'],
          startsOn: inDays(0),
          jobTitle: 'Safety officer',
          orgUnitId: units['works'],
          managerId: ids['dana'],
        },
      },
    );
    const second = added.employments?.find(({ isPrimary }) => !isPrimary);
    expect(second).toMatchObject({ jobTitle: 'Safety officer', state: 'CURRENT' });
    expect(await teamOf('dana')).toContain('Cid Reyes');
    const main = added.employments?.find(({ isPrimary, state }) => isPrimary && state === 'CURRENT');
    const END =
      'mutation($id: ID!, $lastDay: Date!) { answer: endSecondaryEmployment(id: $id, lastDay: $lastDay) { SHOWN } }';
    expect(await change(END, { id: main?.id, lastDay: inDays(1) })).toMatchObject({ __typename: 'NotAllowed' });
    expect((await change(END, { id: second?.id, lastDay: inDays(0) })).__typename).toBe('Person');
    await daysPass(1);
    expect(await teamOf('dana')).not.toContain('Cid Reyes');
  });

  describe('leaving', () => {
    beforeAll(async () => {
      ids['kit'] = await takeOn('Kit Varga', 'ben');
      await api.sql(
        `INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'ASSESSOR', now() - interval '30 days')`,
        [newId(), ids['kit']],
      );
    });

    it('with a last day ahead: everything goes on until that day is over, and then ends by itself', async () => {
      const asKit = await api.as(ids['kit'] ?? '');
      const roles = async () =>
        (await asKit.query<{ viewer: { roles: string[] } | null }>('{ viewer { roles } }')).viewer?.roles ?? null;
      expect((await leave(ids['kit'] ?? '', inDays(2))).employments?.at(-1)).toMatchObject({ endsOn: inDays(2) });
      expect(await roles()).toEqual(['EMPLOYEE', 'ASSESSOR']);
      await daysPass(1);
      expect(await roles()).toEqual(['EMPLOYEE', 'ASSESSOR']);
      expect(await teamOf('ben')).toContain('Kit Varga');
      await daysPass(1);
      expect(await roles()).toEqual(['EMPLOYEE', 'ASSESSOR']);
      await daysPass(1);
      expect(await roles()).toBeNull();
      expect(await teamOf('ben')).not.toContain('Kit Varga');
      await expect(api.as(ids['kit'] ?? '')).rejects.toThrow('404');
    });

    it('those who left are found by keepers of people, and by nobody else', async () => {
      const find = 'query($state: PersonState) { people(search: "kit", state: $state) { totalCount } }';
      const count = async (by: TestClient, state: string) =>
        (await by.query<{ people: { totalCount: number } }>(find, { state })).people.totalCount;
      expect([await count(admin, 'WITH_US'), await count(admin, 'LEFT'), await count(admin, 'ALL')]).toEqual([0, 1, 1]);
      const asBen = await api.as(ids['ben'] ?? '');
      expect([await count(asBen, 'WITH_US'), await count(asBen, 'LEFT'), await count(asBen, 'ALL')]).toEqual([0, 0, 0]);
      const { person, node } = await asBen.query<{ person: null; node: null }>(
        'query($id: ID!) { person(id: $id) { id } node(id: $id) { id } }',
        { id: ids['kit'] },
      );
      expect([person, node]).toEqual([null, null]);
    });

    it('coming back is a new employment; what was stays, the roles do not', async () => {
      const REHIRE = 'mutation($input: RehireInput!) { answer: rehire(input: $input) { SHOWN } }';
      const input = { personId: ids['kit'], jobTitle: 'Inspector', orgUnitId: units['works'], managerId: ids['dana'] };
      expect(await change(REHIRE, { input: { ...input, startsOn: inDays(-1) } })).toMatchObject({
        problems: [{ field: 'startsOn' }],
      });
      const back = await change(REHIRE, { input: { ...input, startsOn: inDays(0) } });
      expect(back).toMatchObject({ active: true, lastDay: null });
      expect(back.employments).toMatchObject([{ state: 'PAST' }, { state: 'CURRENT', jobTitle: 'Inspector' }]);
      const { viewer } = await (await api.as(ids['kit'] ?? '')).query<{ viewer: { roles: string[] } }>(
        '{ viewer { roles } }',
      );
      expect(viewer.roles).toEqual(['EMPLOYEE']);
      expect(await change(REHIRE, { input: { ...input, startsOn: inDays(3) } })).toMatchObject({
        __typename: 'NotAllowed',
      });
    });

    it('is undone while it lies ahead', async () => {
      await leave(ids['kit'] ?? '', inDays(14));
      const undone = await change('mutation($personId: ID!) { answer: undoLeaving(personId: $personId) { SHOWN } }', {
        personId: ids['kit'],
      });
      expect(undone.lastDay).toBeNull();
      expect(undone.employments?.at(-1)).toMatchObject({ endsOn: null });
    });

    it('is refused with what stands against it', async () => {
      expect(await leave(ids['ada'] ?? '', inDays(0))).toMatchObject({
        __typename: 'NotAllowed',
        message: 'Nobody records that they leave themselves.',
      });
      await move(ids['kit'] ?? '', inDays(20), { jobTitle: 'Head inspector' });
      expect(await leave(ids['kit'] ?? '', inDays(10))).toMatchObject({
        problems: [{ field: 'lastDay', message: expect.stringMatching(/A change is planned from/) as string }],
      });
      expect(await leave(newId(), inDays(10))).toMatchObject({ __typename: 'NotFound' });
      const asBen = await api.as(ids['ben'] ?? '');
      const { errors } = await asBen.ask(
        'mutation($id: ID!) { recordLeaving(personId: $id, lastDay: "2030-01-01", reason: "x") { __typename } }',
        { id: ids['kit'] },
      );
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    });

    it('being shut out works at once, and leaves everything as it was', async () => {
      const asKit = await api.as(ids['kit'] ?? '');
      const SET =
        'mutation($personId: ID!, $active: Boolean!) { answer: setActive(personId: $personId, active: $active, reason: "Lost the laptop") { SHOWN } }';
      expect(await change(SET, { personId: ids['kit'], active: false })).toMatchObject({
        active: false,
        lastDay: null,
      });
      expect(await asKit.query('{ viewer { roles } }')).toEqual({ viewer: null });
      expect(await change(SET, { personId: ids['kit'], active: true })).toMatchObject({ active: true });
      expect(await change(SET, { personId: ids['ada'], active: false })).toMatchObject({ __typename: 'NotAllowed' });
    });
  });

  describe('an administrator of one unit', () => {
    let limited: TestClient;
    beforeAll(async () => {
      ids['lin'] = await takeOn('Lin Abara', 'ines', 'laboratory');
      await api.sql(
        `INSERT INTO role_grant (id, person_id, role, starts_at, scope_unit_id) VALUES ($1, $2, 'ADMINISTRATOR', now() - interval '1 day', $3)`,
        [newId(), ids['lin'], units['laboratory']],
      );
      limited = await api.as(ids['lin'] ?? '');
    });

    const CHANGE =
      'mutation($id: ID!, $input: ChangePersonInput!) { answer: changePerson(id: $id, input: $input) { SHOWN } }';
    const mail = (personId: string, email: string, by: TestClient) =>
      change(CHANGE, { id: personId, input: { email } }, by);
    const setActive = (personId: string, active: boolean, by: TestClient) =>
      change(
        'mutation($id: ID!, $active: Boolean!) { answer: setActive(personId: $id, active: $active, reason: "Mine now") { SHOWN } }',
        { id: personId, active },
        by,
      );
    const undo = (personId: string, by: TestClient) =>
      change('mutation($id: ID!) { answer: undoLeaving(personId: $id) { SHOWN } }', { id: personId }, by);
    const offered = async (id: string, by: TestClient) =>
      (await by.query<{ person: { viewerCan: string[] } }>('query($id: ID!) { person(id: $id) { viewerCan } }', { id }))
        .person.viewerCan;
    const comeBack = (personId: string, by: TestClient) =>
      change(
        'mutation($input: RehireInput!) { answer: rehire(input: $input) { SHOWN } }',
        { input: { personId, startsOn: inDays(0), jobTitle: 'Chemist', orgUnitId: units['laboratory'] } },
        by,
      );

    const jobOf = async (id: string, by: TestClient) =>
      (
        await by.query<{ person: { employment: { id: string; viewerCan: string[] } } }>(
          'query($id: ID!) { person(id: $id) { employment { id viewerCan } } }',
          { id },
        )
      ).person.employment;
    const correct = (id: string, input: object, by: TestClient) =>
      change(
        'mutation($id: ID!, $input: CorrectEmploymentInput!) { answer: correctEmployment(id: $id, input: $input) { SHOWN } }',
        { id, input },
        by,
      );

    it('keeps the job of their own unit and not the other one of somebody who has two', async () => {
      const una = await takeOn('Una Berg', 'ines', 'networks');
      const main = await jobOf(una, admin);
      const { answer } = await admin.query<{ answer: { __typename: string } }>(
        'mutation($input: AddSecondaryInput!) { answer: addSecondaryEmployment(input: $input) { __typename } }',
        { input: { personId: una, startsOn: inDays(0), jobTitle: 'Adviser', orgUnitId: units['laboratory'] } },
      );
      expect(answer.__typename).toBe('Person');
      const no = { __typename: 'NotAllowed', message: 'Your role does not reach the unit of this employment.' };
      expect(await jobOf(una, limited)).toEqual({ id: main.id, viewerCan: [] });
      expect(await offered(una, limited)).not.toContain('move');
      expect(await correct(main.id, { orgUnitId: units['laboratory'] }, limited)).toMatchObject(no);
      expect(await move(una, inDays(0), { orgUnitId: units['laboratory'] }, limited)).toMatchObject(no);
      const [beside] = await api.sql<{ id: string }>(
        'SELECT id FROM employment WHERE person_id = $1 AND NOT is_primary',
        [una],
      );
      expect((await correct(beside?.id ?? '', { jobTitle: 'Chief adviser' }, limited)).__typename).toBe('Person');
      expect((await correct(main.id, { jobTitle: 'Engineer' }, admin)).__typename).toBe('Person');
      await api.sql('DELETE FROM employment WHERE id = $1', [beside?.id]);
    });

    it.each([
      ['in force', 'starts_at = now()'],
      ['planned', `starts_at = now() + interval '3 days'`],
      ['asked for', `starts_at = NULL, approval = 'SECOND_PERSON'`],
      ['for one achievement everywhere', `scope_achievement_id = '${newId()}'`],
      ['for another unit', `scope_unit_id = (SELECT id FROM org_unit WHERE name = 'Networks')`],
    ])('takes over and shuts out nobody who works there with a role beyond it, %s', async (_, how) => {
      const dana = ids['dana'] ?? '';
      const id = newId();
      await api.sql(`INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'HR_DESIGNER', now())`, [
        id,
        dana,
      ]);
      await api.sql(`UPDATE role_grant SET ${how} WHERE id = $1`, [id]);
      const no = {
        __typename: 'NotAllowed',
        message:
          'This person has a role that reaches beyond your unit. Ask an administrator who is not limited to a unit.',
      };
      // What would be refused is not offered.
      const acts = await offered(dana, limited);
      expect(acts.filter((act) => /change|leav|rehire|activate/i.test(act))).toEqual([]);
      expect(acts).toContain('move');
      expect(await offered(dana, admin)).toEqual(expect.arrayContaining(['change', 'recordLeaving', 'deactivate']));
      expect(await mail(dana, 'mine@example.org', limited)).toMatchObject(no);
      expect(await setActive(dana, false, limited)).toMatchObject(no);
      expect(await leave(dana, inDays(0), limited)).toMatchObject(no);
      const job = await jobOf(dana, limited);
      expect(job.viewerCan).toEqual([]);
      expect(await correct(job.id, { endsOn: inDays(0) }, limited)).toMatchObject(no);
      await api.sql('UPDATE person SET active = false WHERE id = $1', [dana]);
      expect(await setActive(dana, true, limited)).toMatchObject(no);
      expect(await comeBack(dana, limited)).toMatchObject(no);
      await api.sql('UPDATE person SET active = true, last_day = $2 WHERE id = $1', [dana, inDays(5)]);
      expect(await undo(dana, limited)).toMatchObject(no);
      await api.sql('UPDATE person SET last_day = NULL WHERE id = $1', [dana]);

      // Where they work is no power over their role; and whoever is not limited does all of it.
      expect((await move(dana, inDays(0), { jobTitle: 'Chemist' }, limited)).__typename).toBe('Person');
      expect((await mail(dana, 'dana.wu@example.org', admin)).__typename).toBe('Person');
      await api.sql('DELETE FROM role_grant WHERE id = $1', [id]);
      expect(await offered(dana, limited)).toEqual(expect.arrayContaining(['change', 'recordLeaving', 'deactivate']));
      expect((await mail(dana, 'Dana.Wu@example.org', limited)).__typename).toBe('Person');
    });

    it('keeps people whose roles lie within it or are over, and themselves', async () => {
      const dana = ids['dana'] ?? '';
      await api.sql(
        `INSERT INTO role_grant (id, person_id, role, starts_at, ends_at, scope_unit_id) VALUES
           ($1, $3, 'ASSESSOR', now() - interval '2 days', NULL, $4), ($2, $3, 'HR_DESIGNER', now() - interval '2 days', now(), NULL)`,
        [newId(), newId(), dana, units['laboratory']],
      );
      expect((await mail(dana, 'Dana.Wu@example.org', limited)).__typename).toBe('Person');
      expect(await setActive(dana, false, limited)).toMatchObject({ active: false });
      expect(await setActive(dana, true, limited)).toMatchObject({ active: true });
      await api.sql('DELETE FROM role_grant WHERE person_id = $1', [dana]);
      const own = newId();
      await api.sql(`INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'ASSESSOR', now())`, [
        own,
        ids['lin'],
      ]);
      expect((await mail(ids['lin'] ?? '', 'Lin.Abara@example.org', limited)).__typename).toBe('Person');
      await api.sql('DELETE FROM role_grant WHERE id = $1', [own]);
    });

    it('nobody shuts out the only one who administers everything for good, also not who does for some days', async () => {
      const others = await api.sql<{ id: string }>(
        `UPDATE role_grant SET ends_at = now() WHERE role = 'ADMINISTRATOR' AND scope_unit_id IS NULL AND person_id <> $1 AND ends_at IS NULL RETURNING id`,
        [ids['ada']],
      );
      const { temp } = await addPeople(api, { temp: ['ADMINISTRATOR'] });
      await api.sql(`UPDATE role_grant SET ends_at = now() + interval '2 days' WHERE person_id = $1`, [temp]);
      const asTemp = await api.as(temp);
      expect(await setActive(ids['ada'] ?? '', false, asTemp)).toMatchObject({
        __typename: 'NotAllowed',
        message: expect.stringMatching(/Nobody else administers/) as string,
      });
      // Who administers nothing of it, or for some days only, is not the last.
      expect(await setActive(ids['dana'] ?? '', false, asTemp)).toMatchObject({ active: false });
      expect(await setActive(ids['dana'] ?? '', true, asTemp)).toMatchObject({ active: true });
      expect(await setActive(temp, false, admin)).toMatchObject({ active: false });
      await api.sql('DELETE FROM role_grant WHERE person_id = $1', [temp]);
      await api.sql('UPDATE role_grant SET ends_at = NULL WHERE id = ANY ($1::uuid[])', [others.map(({ id }) => id)]);
    });

    it('changes people who work there, to places within it', async () => {
      expect((await move(ids['dana'] ?? '', inDays(0), { jobTitle: 'Head of laboratory' }, limited)).__typename).toBe(
        'Person',
      );
      expect(await move(ids['dana'] ?? '', inDays(1), { orgUnitId: units['networks'] }, limited)).toMatchObject({
        problems: [{ field: 'orgUnitId' }],
      });
      expect(await move(ids['ben'] ?? '', inDays(0), { jobTitle: 'X' }, limited)).toMatchObject({
        __typename: 'NotAllowed',
      });
      expect(await leave(ids['ben'] ?? '', inDays(0), limited)).toMatchObject({ __typename: 'NotAllowed' });
    });

    it('takes people on there and nowhere else, and reads numbers and mail addresses of those alone', async () => {
      const add = (orgUnitName: string) =>
        change(
          'mutation($input: AddPersonInput!) { answer: addPerson(input: $input) { SHOWN } }',
          {
            input: {
              displayName: 'New One',
              email: `new.${orgUnitName}@example.org`,
              jobTitle: 'Chemist',
              orgUnitName,
              roles: [],
            },
          },
          limited,
        );
      expect((await add('Laboratory')).__typename).toBe('Person');
      expect(await add('Networks')).toMatchObject({ problems: [{ field: 'orgUnitName' }] });
      expect(await add('Brand-new')).toMatchObject({ problems: [{ field: 'orgUnitName' }] });
      const { people } = await limited.query<{
        people: { edges: { node: { displayName: string; email: string | null } }[] };
      }>('{ people { edges { node { displayName email } } } }');
      expect(people.edges.filter(({ node }) => node.email !== null).map(({ node }) => node.displayName)).toEqual([
        'Dana Wu',
        'Lin Abara',
        'New One',
      ]);
      const found = await limited.query<{ a: { totalCount: number }; b: { totalCount: number } }>(
        '{ a: people(search: "Ben.Cole@") { totalCount } b: people(search: "Dana.Wu@") { totalCount } }',
      );
      expect([found.a.totalCount, found.b.totalCount]).toEqual([0, 1]);
    });

    it('shapes the units below it, not itself or others', async () => {
      const ADD =
        'mutation($parentId: ID) { answer: addOrgUnit(name: "Water", parentId: $parentId) { __typename ... on OrgUnit { id } } }';
      expect((await change(ADD, { parentId: units['laboratory'] }, limited)).__typename).toBe('OrgUnit');
      expect((await change(ADD, { parentId: units['networks'] }, limited)).__typename).toBe('NotAllowed');
      expect((await change(ADD, {}, limited)).__typename).toBe('NotAllowed');
      const MOVE =
        'mutation($id: ID!, $parentId: ID) { answer: moveOrgUnit(id: $id, parentId: $parentId) { __typename } }';
      expect((await change(MOVE, { id: units['laboratory'] }, limited)).__typename).toBe('NotAllowed');
    });
  });

  describe('units', () => {
    const MOVE =
      'mutation($id: ID!, $parentId: ID) { answer: moveOrgUnit(id: $id, parentId: $parentId) { __typename ... on InvalidInput { problems { field message } } ... on Refusal { message } } }';
    it('are counted with everybody below them', async () => {
      const { orgUnits } = await admin.query<{
        orgUnits: {
          name: string;
          headcount: number;
          headcountHere: number;
          childCount: number;
          path: { name: string }[];
        }[];
      }>('{ orgUnits { name headcount headcountHere childCount path { name } } }');
      const works = orgUnits.find(({ name }) => name === 'Works');
      const below = orgUnits.filter(({ path }) => path[0]?.name === 'Works');
      expect(works?.childCount).toBe(2);
      expect(works?.headcount).toBe(below.reduce((sum, { headcountHere }) => sum + headcountHere, 0));
      expect(works?.headcount).toBeGreaterThan(works?.headcountHere ?? 0);
      expect(orgUnits.find(({ name }) => name === 'Water')?.path.map(({ name }) => name)).toEqual([
        'Works',
        'Laboratory',
        'Water',
      ]);
    });

    it('are never below themselves, also when two move them at once', async () => {
      expect(await change(MOVE, { id: units['works'], parentId: units['laboratory'] })).toMatchObject({
        __typename: 'InvalidInput',
        problems: [{ field: 'parentId' }],
      });
      const [one, two] = [newId(), newId()];
      await api.sql(`INSERT INTO org_unit (id, name) VALUES ($1, 'One'), ($2, 'Two')`, [one, two]);
      const answers = await Promise.all([
        change(MOVE, { id: one, parentId: two }),
        change(MOVE, { id: two, parentId: one }),
      ]);
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInput', 'OrgUnit']);
    });

    it('have names of their own beside each other, and go only when nobody was ever there', async () => {
      const RENAME =
        'mutation($id: ID!, $name: String!) { answer: renameOrgUnit(id: $id, name: $name) { __typename ... on InvalidInput { problems { message } } } }';
      expect(await change(RENAME, { id: units['networks'], name: 'laboratory' })).toMatchObject({
        problems: [{ message: 'There is a unit laboratory in this place already.' }],
      });
      expect(await change(RENAME, { id: units['networks'], name: 'A / B' })).toMatchObject({
        __typename: 'InvalidInput',
      });
      const REMOVE = 'mutation($id: ID!) { answer: removeOrgUnit(id: $id) { __typename ... on Refusal { message } } }';
      expect((await change(REMOVE, { id: units['works'] })).message).toMatch(/units below it/);
      expect((await change(REMOVE, { id: units['networks'] })).message).toMatch(/People work or have worked here/);
      const { answer } = await admin.query<{ answer: { id: string } }>(
        'mutation { answer: addOrgUnit(name: "Short-lived") { ... on OrgUnit { id } } }',
      );
      expect((await change(REMOVE, { id: answer.id })).__typename).toBe('OrgUnit');
      expect((await change(REMOVE, { id: answer.id })).__typename).toBe('NotFound');
    });
  });

  it('what identifies a person is changed for that person alone', async () => {
    const CHANGE =
      'mutation($id: ID!, $input: ChangePersonInput!) { answer: changePerson(id: $id, input: $input) { __typename ... on Person { displayName personNumber email } ... on InvalidInput { problems { field } } } }';
    expect(
      await change(CHANGE, { id: ids['cid'], input: { displayName: 'Cid Holm', personNumber: '0042' } }),
    ).toMatchObject({ displayName: 'Cid Holm', personNumber: '0042', email: 'Cid.Reyes@example.org' });
    expect(
      await change(CHANGE, {
        id: ids['ben'],
        input: { personNumber: '0042', email: 'cid.reyes@EXAMPLE.org', displayName: ' ' },
      }),
    ).toMatchObject({ problems: [{ field: 'displayName' }, { field: 'email' }, { field: 'personNumber' }] });
    expect(await change(CHANGE, { id: ids['cid'], input: { personNumber: null } })).toMatchObject({
      personNumber: null,
    });
  });
});
