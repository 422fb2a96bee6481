import { RemindersService } from '../src/features/credential-life/reminders.service.js';
import { SharesService } from '../src/features/credentials/shares.service.js';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { AchievementPublished } from '../src/features/achievements/achievement.events.js';
import { record } from '../src/platform/events/event.js';
import { newId } from '../src/platform/database/id.js';
import { addFounders, claim, handInMark, release, saveMark, slotOf } from './support/assessor.js';
import { addText, claimLevel, handIn, link, start, submit } from './support/candidate.js';
import { eventually, startApi, type TestApi, TestClient } from './support/api.js';
import { addAchievement, addManager, addPeople, addSkill, foundOrganisation } from './support/programme.js';

const TOLD = `{ notifications(first: 50) { edges { node { kind title body path } } } }`;
const SETTINGS = `{ reminderSettings { days tellsManager revision } }`;
const CHANGE = `mutation($input: ReminderSettingsInput!, $revision: Int!) {
  done: changeReminderSettings(input: $input, expectedRevision: $revision) {
    __typename ... on ReminderSettings { days tellsManager revision } ... on Refusal { message } } }`;

const BADGE = `query($id: ID!) { credential(id: $id) { id validUntil renews { id } renewedBy { id }
  renewal { reason opensOn achievementVersionId submissionId carries asks { title because } } } }`;

interface Badge {
  id: string;
  validUntil: string;
  renews: { id: string } | null;
  renewedBy: { id: string } | null;
  renewal: {
    reason: string | null;
    opensOn: string | null;
    achievementVersionId: string | null;
    submissionId: string | null;
    carries: number;
    asks: { title: string; because: string }[];
  } | null;
}
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
  let as: Record<'ria' | 'max' | 'hana' | 'ola' | 'anna', TestClient>;
  let skillId: string;
  let badges = 0;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, {
      ...{ ria: [], max: [], gone: [], anna: ['ASSESSOR'], hana: ['HR_DESIGNER'], ola: ['PROGRAMME_OWNER'] },
    });
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
  const told = async (by: TestClient, badge: string, what = 'BADGE_ENDING'): Promise<Told[]> =>
    (await by.query<{ notifications: { edges: { node: Told }[] } }>(TOLD)).notifications.edges
      .map(({ node }) => node)
      .filter(({ kind, title }) => kind.endsWith(what) && title.endsWith(badge));
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

  describe('and are renewed', () => {
    type Version = Awaited<ReturnType<typeof addAchievement>>;
    const show = async (by: TestClient, id: string) =>
      (await by.query<{ credential: Badge }>(BADGE, { id })).credential;

    async function offer(): Promise<Version> {
      const version = await addAchievement(api, skillId, `Badge ${++badges}`);
      await addFounders(api, version.achievementId, [ids.anna ?? '']);
      return version;
    }
    /** Marked, released and signed. */
    async function judge(submissionId: string, version: Version, levels: number[]): Promise<string> {
      const slot = await slotOf(api, submissionId);
      await claim(as.anna, slot);
      await saveMark(as.anna, slot, version.rubric, levels);
      expect(await handInMark(as.anna, slot)).toMatchObject({ __typename: 'MarkingSlot' });
      expect(await release(as.anna, slot)).toMatchObject({ __typename: 'MarkingSlot' });
      const [row] = await eventually(
        () =>
          api.sql<{ id: string }>(
            `SELECT credential.id FROM credential JOIN award ON award.id = award_id JOIN decision ON decision.id = basis_id
             WHERE decision.submission_id = $1`,
            [submissionId],
          ),
        (rows) => rows.length === 1,
      );
      return row?.id ?? '';
    }
    const earn = async (version: Version, levels = [3, 2]) => judge(await handIn(as.ria, version), version, levels);
    /** As if it had been decided so many months ago. */
    const age = (id: string, months: number) =>
      api.sql(`ALTER TABLE decision DISABLE TRIGGER USER;
        UPDATE decision SET released_at = released_at - interval '${months} months'
          WHERE id = (SELECT basis_id FROM award JOIN credential ON award.id = award_id WHERE credential.id = '${id}');
        ALTER TABLE decision ENABLE TRIGGER USER`);
    /** A next version that asks more of its first criterion. */
    async function publishNext(version: Version, kind: 'EDITORIAL' | 'SUBSTANTIVE'): Promise<Version> {
      const id = newId();
      const [first, ...others] = version.rubric.criteria;
      const criteria = [{ ...first, description: 'Said otherwise' }, ...others];
      const change = {
        key: `rubric.${first?.id}`,
        kind,
        reason: 'Other machines',
        section: 'rubric',
        title: 'Doing it',
        cells: [],
      };
      await api.sql(`UPDATE achievement_version SET state = 'SUPERSEDED' WHERE id = $1`, [version.id]);
      await api.sql(
        `INSERT INTO achievement_version SELECT (jsonb_populate_record(it, jsonb_build_object('id', $2::text, 'number', 2,
           'state', 'PUBLISHED', 'rubric', $3::jsonb, 'changes', $4::jsonb))).* FROM achievement_version it WHERE id = $1`,
        [version.id, id, JSON.stringify({ criteria }), JSON.stringify([change])],
      );
      return { ...version, id };
    }

    it('from the first reminder on, by what has aged and one recent example; the badge before leads to the new one', async () => {
      const version = await offer();
      const id = await earn(version);
      const held = await show(as.ria, id);
      expect(held.renewal).toMatchObject({ reason: null, carries: 0, asks: [] });
      const early = await start(as.ria, version.id);
      expect(early.message).toBe(
        `You hold this already. You can renew it from ${held.renewal?.opensOn?.slice(0, 10)} on.`,
      );

      await endsIn(id, 20);
      await age(id, 10);
      expect((await show(as.ria, id)).renewal).toMatchObject({ reason: 'ENDING', carries: 2, asks: [], opensOn: null });
      expect((await show(as.max, id)).renewal).toBeNull();
      const renewal = await start(as.ria, version.id);
      expect(renewal).toMatchObject({ __typename: 'Submission', attemptNo: 2, items: [] });
      expect((await show(as.ria, id)).renewal?.submissionId).toBe(renewal.id);
      expect((await submit(as.ria, renewal.id)).problems).toEqual([{ field: 'submissionId' }]);
      const [first] = version.rubric.criteria;
      await link(as.ria, renewal.id, first?.id ?? '', await addText(as.ria, 'Of last week'), 'I still do it.');
      expect((await submit(as.ria, renewal.id)).state).toBe('QUEUED');

      const { shareCredential } = await as.ria.query<{ shareCredential: { url: string } }>(
        'mutation($id: ID!) { shareCredential(credentialId: $id) { ... on ShareGrant { url } } }',
        { id },
      );
      const token = new URL(shareCredential.url).pathname.split('/').at(-1) ?? '';
      const saidToStrangers = () =>
        api.asSystem(async (system) => {
          await system.tx.showLink(token, 1);
          return api.app.get(SharesService).renewalOfShown(system);
        });
      expect(await saidToStrangers()).toBeNull();
      const next = await judge(renewal.id, version, []);
      expect(await saidToStrangers()).toMatchObject({ validUntil: expect.any(Date) });
      expect(await show(as.ria, next)).toMatchObject({ renews: { id }, renewedBy: null });
      const before = await show(as.ria, id);
      expect(before).toMatchObject({ renewedBy: { id: next }, renewal: null });
      expect((await show(as.ria, next)).validUntil > before.validUntil).toBe(true);
      await remind();
      expect(await api.sql('SELECT 1 FROM credential_reminder WHERE credential_id = $1', [id])).toEqual([]);
    });

    it('asks again what has aged, and only that', async () => {
      const version = await offer();
      const id = await earn(version);
      await endsIn(id, -3);
      await age(id, 25);
      expect((await show(as.ria, id)).renewal).toMatchObject({
        ...{ reason: 'ENDED', carries: 0 },
        asks: [
          { title: 'Doing it', because: 'AGED' },
          { title: 'Explaining it', because: 'AGED' },
        ],
      });
    });

    it('asks what a new version changed in substance, before the badge ends, and carries what was put in better words', async () => {
      const version = await offer();
      const id = await earn(version);
      const worded = await publishNext(version, 'EDITORIAL');
      expect((await show(as.ria, id)).renewal).toMatchObject({ reason: null });
      expect((await start(as.ria, worded.id)).__typename).toBe('NotAllowed');

      const other = await offer();
      const changed = await earn(other);
      const next = await publishNext(other, 'SUBSTANTIVE');
      expect((await show(as.ria, changed)).renewal).toMatchObject({
        ...{ reason: 'CHANGED', carries: 1, achievementVersionId: next.id },
        asks: [{ title: 'Doing it', because: 'CHANGED' }],
      });
      await api.asSystem((system) => record(system, new AchievementPublished(next.id, other.achievementId, other.id)));
      const [note] = await eventually(
        () => told(as.ria, `Badge ${badges}`, 'BADGE_ASKS_MORE'),
        (all) => all.length === 1,
      );
      expect(note).toMatchObject({ path: `/growth/badges/${changed}` });
      expect(note?.body).toContain('Other machines.');

      const renewal = await start(as.ria, next.id);
      const [asked] = next.rubric.criteria;
      await link(as.ria, renewal.id, asked?.id ?? '', await addText(as.ria, 'On the new machine'), 'It shows it.');
      await claimLevel(as.ria, renewal.id, asked?.id ?? '', 2);
      expect((await submit(as.ria, renewal.id)).state).toBe('QUEUED');

      // Not yet: a second try is still a renewal, and keeps what counted on.
      const slot = await slotOf(api, renewal.id);
      await claim(as.anna, slot);
      await saveMark(as.anna, slot, next.rubric, [1]);
      await handInMark(as.anna, slot);
      await release(as.anna, slot);
      const again = await start(as.ria, next.id);
      await link(as.ria, again.id, asked?.id ?? '', await addText(as.ria, 'Once more'), 'It shows it.');
      expect((await submit(as.ria, again.id)).state).toBe('QUEUED');
      const renewed = await judge(again.id, next, [2]);
      expect((await show(as.ria, renewed)).renews).toEqual({ id: changed });
    });

    it('is not for what was withdrawn, and nobody renews twice at once', async () => {
      const version = await offer();
      const id = await earn(version);
      await endsIn(id, 10);
      const both = await Promise.all([start(as.ria, version.id), start(as.ria, version.id)]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AttemptOpen', 'Submission']);

      const other = await offer();
      const withdrawn = await earn(other);
      await api.sql(`UPDATE credential SET status = 'REVOKED' WHERE id = $1`, [withdrawn]);
      expect((await show(as.ria, withdrawn)).renewal).toMatchObject({ reason: null, opensOn: null });
      const anew = await start(as.ria, other.id);
      expect(await api.sql('SELECT renews_id FROM submission WHERE id = $1', [anew.id])).toEqual([{ renews_id: null }]);
    });
  });
});
