import { RemindersService } from '../src/features/credential-life/reminders.service.js';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { newId } from '../src/platform/database/id.js';
import { eventually, startApi, type TestApi, TestClient } from './support/api.js';
import { addAchievement, addManager, addPeople, addSkill, foundOrganisation } from './support/programme.js';

const TOLD = `{ notifications(first: 50) { edges { node { kind title body path } } } }`;
const SETTINGS = `{ reminderSettings { days tellsManager revision } }`;
const CHANGE = `mutation($input: ReminderSettingsInput!, $revision: Int!) {
  done: changeReminderSettings(input: $input, expectedRevision: $revision) {
    __typename ... on ReminderSettings { days tellsManager revision } ... on Refusal { message } } }`;

interface Settings {
  __typename: string;
  message: string;
  days: number[];
  tellsManager: boolean;
  revision: number;
}
interface Told {
  kind: string;
  title: string;
  body: string;
  path: string;
}

describe('when badges end', () => {
  let api: TestApi;
  let ids: Record<string, string>;
  let as: Record<'ria' | 'max' | 'hana' | 'ola', TestClient>;
  let skillId: string;
  let badges = 0;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, { ria: [], max: [], gone: [], hana: ['HR_DESIGNER'], ola: ['PROGRAMME_OWNER'] });
    ({ id: skillId } = await addSkill(api, 'Welding'));
    for (const name of ['ria', 'gone']) await addManager(api, ids[name] ?? '', ids.max ?? '');
    as = Object.fromEntries(
      await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, await api.as(id)])),
    ) as typeof as;
  });
  afterAll(() => api.close());

  async function issue(personId: string, versionId: string): Promise<string> {
    const award = await api.asSystem((system) =>
      api.app.get(CredentialsService).award(system, {
        ...{ personId, achievementVersionId: versionId, basis: 'DECISION', basisId: newId() },
        ...{ awardedOn: system.now, results: [], evidence: [], assessorCount: 1 },
      }),
    );
    const [row] = await eventually(
      () => api.sql<{ id: string }>('SELECT id FROM credential WHERE award_id = $1', [award.id]),
      (rows) => rows.length === 1,
    );
    return row?.id ?? '';
  }
  const endsIn = (credentialId: string, days: number) =>
    api.sql('UPDATE credential SET valid_until = now() + make_interval(days => $2) WHERE id = $1', [
      credentialId,
      days,
    ]);
  /** A badge of its own kind that ends in so many days. */
  async function ending(name: string, days: number, firstMonths: number | null = null) {
    const badge = `Badge ${++badges}`;
    const { id: versionId } = await addAchievement(api, skillId, badge, 'DRAFT');
    await api.sql(
      `UPDATE achievement_version SET reminder_months = $2, state = 'PUBLISHED', published_at = now() WHERE id = $1`,
      [versionId, firstMonths],
    );
    const id = await issue(ids[name] ?? '', versionId);
    await endsIn(id, days);
    return { id, badge, versionId };
  }
  const remind = () => api.asSystem((system) => api.app.get(RemindersService).remind(system));
  const told = async (by: TestClient, badge: string): Promise<Told[]> =>
    (await by.query<{ notifications: { edges: { node: Told }[] } }>(TOLD)).notifications.edges
      .map(({ node }) => node)
      .filter(({ kind, title }) => kind.endsWith('BADGE_ENDING') && title.endsWith(badge));
  const toldTimes = (by: TestClient, badge: string, times: number) =>
    eventually(
      () => told(by, badge),
      (all) => all.length >= times,
    );
  const settings = async () => (await as.hana.query<{ reminderSettings: Settings }>(SETTINGS)).reminderSettings;
  const set = async (by: TestClient, input: object, revision: number) =>
    (await by.query<{ done: Settings }>(CHANGE, { input, revision })).done;

  it('reminds the holder and the manager once for each step of the schedule', async () => {
    const { id, badge } = await ending('ria', 25);
    const { badge: late } = await ending('ria', 200);
    await remind();
    const [first] = await toldTimes(as.ria, badge, 1);
    expect(first).toMatchObject({ title: `Your badge ends in 25 days: ${badge}`, path: `/growth/badges/${id}` });
    expect(first?.body).toContain('You can renew it now.');
    const [team] = await toldTimes(as.max, badge, 1);
    expect(team).toMatchObject({ kind: 'TEAM_BADGE_ENDING', path: '/team' });
    expect(team?.title).toBe(`A badge in your team ends in 25 days: ria, ${badge}`);

    await remind();
    await endsIn(id, 6);
    await remind();
    await remind();
    expect((await toldTimes(as.ria, badge, 2)).map(({ title }) => title)).toEqual([
      `Your badge ends in 6 days: ${badge}`,
      `Your badge ends in 25 days: ${badge}`,
    ]);
    expect(await api.sql('SELECT days_before FROM credential_reminder WHERE credential_id = $1', [id])).toHaveLength(2);
    expect(await told(as.ria, late)).toEqual([]);
  });

  it('says nothing of what was withdrawn, corrected, renewed or has ended, nor to somebody who left', async () => {
    const revoked = await ending('ria', 20);
    await api.sql(`UPDATE credential SET status = 'REVOKED' WHERE id = $1`, [revoked.id]);
    const ended = await ending('ria', 20);
    await endsIn(ended.id, -1);
    const renewed = await ending('ria', 20);
    const next = await issue(ids.ria ?? '', renewed.versionId);
    await endsIn(next, 400);
    const corrected = await ending('ria', 20);
    await api.sql('UPDATE credential SET superseded_by = $2 WHERE id = $1', [corrected.id, next]);
    const left = await ending('gone', 20);
    await api.sql('UPDATE person SET active = false WHERE id = $1', [ids.gone]);
    const sentinel = await ending('ria', 20);
    await remind();
    await toldTimes(as.ria, sentinel.badge, 1);
    await toldTimes(as.max, sentinel.badge, 1);
    const silent = [revoked, ended, renewed, corrected, left];
    expect(
      await api.sql('SELECT credential_id FROM credential_reminder WHERE credential_id = ANY ($1)', [
        silent.map(({ id }) => id),
      ]),
    ).toEqual([]);
    for (const { badge } of silent) expect([await told(as.ria, badge), await told(as.max, badge)]).toEqual([[], []]);
  });

  it('begins where the badge itself says', async () => {
    const early = await ending('ria', 170, 6);
    await remind();
    expect(await toldTimes(as.ria, early.badge, 1)).toHaveLength(1);
  });

  it('goes by the schedule that HR sets, and leaves managers out where that is wanted', async () => {
    const { revision } = await settings();
    expect(await set(as.hana, { days: [14, 120], tellsManager: false }, revision)).toMatchObject({
      ...{ __typename: 'ReminderSettings', days: [120, 14], tellsManager: false, revision: revision + 1 },
    });
    const { badge } = await ending('ria', 110);
    await remind();
    await toldTimes(as.ria, badge, 1);
    expect(await told(as.max, badge)).toEqual([]);
    // Who looked before the change is told, and nothing is overwritten.
    expect((await set(as.ola, { days: [5], tellsManager: true }, revision)).__typename).toBe('ChangedMeanwhile');
    for (const days of [[0], [731], [9, 9], [1, 2, 3, 4, 5, 6, 7]])
      expect((await set(as.ola, { days, tellsManager: true }, revision + 1)).__typename).toBe('InvalidInput');
    expect((await settings()).days).toEqual([120, 14]);
    expect((await as.ria.ask(CHANGE, { input: { days: [5], tellsManager: true }, revision: 1 })).errors).toBeDefined();
  });
});
