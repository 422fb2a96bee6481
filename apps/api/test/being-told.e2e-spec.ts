import { SlotGiven, SlotTakenBack } from '../src/features/allocation/allocation.events.js';
import {
  AdjudicationAsked,
  JudgementAsked,
  MalpracticeProposed,
} from '../src/features/assessments/assessments.events.js';
import { CredentialIssued } from '../src/features/credentials/credentials.events.js';
import { MailNotificationsJob } from '../src/features/notifications/mail-notifications.job.js';
import { AssessorApplied, AssessorStateChanged, SampleFoundUnsound } from '../src/features/quality/quality.events.js';
import { AccountForgotten } from '../src/features/sign-in/sign-in.events.js';
import { MentorAsked, WitnessAsked } from '../src/features/submissions/submissions.events.js';
import { newId } from '../src/platform/database/id.js';
import { record } from '../src/platform/events/event.js';
import { SMTPServer } from 'smtp-server';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople, foundOrganisation } from './support/programme.js';

const LIST = `query($first: Int, $after: String) { notifications(first: $first, after: $after) {
  edges { cursor node { id kind title body path readAt } } pageInfo { hasNextPage endCursor } totalCount } }`;
const UNREAD = 'query { viewer { unreadNotifications } }';
const READ = 'mutation($ids: [ID!]) { markNotificationsRead(ids: $ids) }';

interface List {
  notifications: {
    edges: { node: { id: string; kind: string; title: string; body: string; path: string; readAt: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}

/** A mail server that takes what it is given, and can be away. */
class MailServer {
  readonly letters: { to: string[]; text: string }[] = [];
  away = false;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => done(this.away ? new Error('Please come back later') : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
        this.letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const address = this.server.server.address();
    if (!address || typeof address === 'string') throw new Error('The mail server has no port.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(done));
  }
}

const DOCUMENT = JSON.stringify({ credentialSubject: { achievement: { name: 'Pipe welding' } } });

describe('being told', () => {
  const mail = new MailServer();
  let api: TestApi;
  let ada: TestClient;
  let bo: TestClient;
  const people = { ada: newId(), bo: newId() };
  const version = newId();

  beforeAll(async () => {
    api = await startApi({
      worker: true,
      env: { SMTP_URL: await mail.start(), MAIL_FROM: 'Badges <badges@assay.example>' },
    });
    const achievement = newId();
    for (const [name, id] of Object.entries(people))
      await api.sql('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
        id,
        name,
        `${name}@example.org`,
      ]);
    await api.sql('INSERT INTO achievement (id, created_at) VALUES ($1, now())', [achievement]);
    await api.sql(
      `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, outcomes, rubric, evidence_asked,
         cut_score, route, marking_policy, descriptors, created_at, published_at)
       VALUES ($1, $2, 1, 'PUBLISHED', 'Pipe welding', '', '[]', '{"criteria":[]}', '[]', 0.5, 'PORTFOLIO', 'SINGLE', '{}', now(), now())`,
      [version, achievement],
    );
    [ada, bo] = [await api.as(people.ada), await api.as(people.bo)];
  });
  afterAll(async () => {
    await api.close();
    await mail.stop();
  });

  /** A credential, and the event that its issuing records, in one transaction. */
  async function issue(personId: string): Promise<string> {
    const [award, credential] = [newId(), newId()];
    await api.asSystem(async (system) => {
      await system.tx.query(
        `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
         VALUES ($1, $2, $3, 'DECISION', $1, 'ISSUED', now(), '{}', now())`,
        [award, personId, version],
      );
      await system.tx.query(
        `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
         VALUES ($1, $2, 1, $3, $4, now(), now(), 'ACTIVE', $5, 'x')`,
        [credential, award, personId, version, DOCUMENT],
      );
      await record(system, new CredentialIssued(credential, award, personId));
    });
    return credential;
  }
  const told = async (client: TestClient, variables: object = {}) =>
    (await client.query<List>(LIST, variables)).notifications;
  const unread = async (client: TestClient) =>
    (await client.query<{ viewer: { unreadNotifications: number } }>(UNREAD)).viewer.unreadNotifications;
  const read = async (client: TestClient, ids?: string[]) =>
    (await client.query<{ markNotificationsRead: number }>(READ, { ids })).markNotificationsRead;

  it('tells the holder, and nobody else, that the badge is ready, and where', async () => {
    const credential = await issue(people.ada);
    await eventually(
      () => unread(ada),
      (count) => count === 1,
    );
    const { edges } = await told(ada);
    expect(edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({
        kind: 'BADGE_READY',
        title: 'Your badge is ready',
        body: 'Pipe welding is signed and yours to share.',
        path: `/growth/badges/${credential}`,
        readAt: null,
      }),
    ]);
    expect(await unread(bo)).toBe(0);
    expect((await told(bo)).totalCount).toBe(0);
  });

  it('keeps what was read, page by page, and counts what was not', async () => {
    await Promise.all([issue(people.ada), issue(people.ada)]);
    await eventually(
      () => unread(ada),
      (count) => count === 3,
    );
    const first = await told(ada, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await told(ada, { first: 2, after: first.pageInfo.endCursor });
    expect(new Set([...first.edges, ...rest.edges].map(({ node }) => node.id)).size).toBe(3);

    const one = first.edges[0]?.node.id ?? '';
    expect(await read(ada, [one])).toBe(2);
    expect((await told(ada)).edges.find(({ node }) => node.id === one)?.node.readAt).not.toBeNull();
  });

  it("lets nobody mark another's as read", async () => {
    const before = await unread(ada);
    const theirs = (await told(ada)).edges.map(({ node }) => node.id);
    expect(await read(bo, theirs)).toBe(0);
    expect(await read(bo, ['not-an-id'])).toBe(0);
    expect(await unread(ada)).toBe(before);
  });

  it('marks all as read when none is named', async () => {
    expect(await read(ada)).toBe(0);
    expect(await unread(ada)).toBe(0);
  });

  it('cannot be made to tell anything through the API role', async () => {
    const [row] = await api.sql<{ may: boolean }>(
      `SELECT has_table_privilege('app_api', 'notification', 'INSERT') AS may`,
    );
    expect(row?.may).toBe(false);
  });

  it('tells somebody whose account was disconnected by whom and why', async () => {
    await api.asSystem((system) =>
      record(system, new AccountForgotten(people.bo, 'Company account', people.ada, 'It was made anew.')),
    );
    await eventually(
      () => unread(bo),
      (count) => count === 1,
    );
    expect((await told(bo)).edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({
        kind: 'ACCOUNT_FORGOTTEN',
        title: 'Your account at Company account opens Assay no more',
        body: expect.stringContaining('ada disconnected it and wrote: “It was made anew.”'),
        path: '/account/sessions',
      }),
    ]);
    await read(bo);
  });

  it('tells every administrator who may agree that a role waits for them', async () => {
    const names = ['ursel', 'vera', 'wim'];
    const [asks, agrees, limited] = names.map(() => newId()) as [string, string, string];
    for (const [index, id] of [asks, agrees, limited].entries())
      await api.sql('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
        id,
        names[index],
        `${names[index] ?? ''}@example.org`,
      ]);
    const unit = newId();
    await api.sql(`INSERT INTO org_unit (id, name) VALUES ($1, 'Works')`, [unit]);
    for (const [id, within] of [
      [asks, null],
      [agrees, null],
      [limited, unit],
    ])
      await api.sql(
        `INSERT INTO role_grant (id, person_id, role, scope_unit_id, starts_at) VALUES ($1, $2, 'ADMINISTRATOR', $3, now() - interval '1 day')`,
        [newId(), id, within],
      );
    const asker = await api.as(asks);
    await asker.query(
      `mutation($person: ID!) { grantRole(input: { personId: $person, role: HR_DESIGNER, reason: "Designs." }) { __typename } }`,
      { person: people.bo },
    );
    const second = await api.as(agrees);
    const of = async (client: TestClient) => (await told(client)).edges.map(({ node }) => node);
    const [first] = await eventually(
      () => of(second),
      (all) => all.length === 1,
    );
    expect(first).toMatchObject({
      kind: 'ROLE_PROPOSED',
      path: '/admin/roles',
      body: expect.stringMatching(/^ursel asked for it/),
    });
    expect(first?.title).toMatch(/^HR designer for .* waits for you to agree$/);
    expect([await of(asker), await of(await api.as(limited))]).toEqual([[], []]);
  });

  it('tells each of those whom something concerns, and nobody else', async () => {
    const lead = newId();
    await api.sql('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
      lead,
      'Lin',
      'lin@example.org',
    ]);
    await api.sql(
      `INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'ASSESSMENT_LEAD', now() - interval '1 day')`,
      [newId(), lead],
    );
    const leader = await api.as(lead);
    await read(ada);
    await read(bo);
    const [thing, achievementId] = [
      newId(),
      (await api.sql<{ id: string }>('SELECT id FROM achievement'))[0]?.id ?? '',
    ];
    await api.asSystem(async (system) => {
      await record(system, new SlotGiven(thing, people.bo));
      await record(system, new SlotTakenBack(thing, people.bo, 'Others had more time.'));
      await record(system, new WitnessAsked(thing, people.ada, newId(), people.bo));
      await record(system, new WitnessAsked(thing, people.ada, newId(), null));
      await record(system, new MentorAsked(thing, people.ada, people.bo));
      await record(system, new AssessorApplied(thing, achievementId, people.ada));
      await record(system, new AssessorStateChanged(thing, achievementId, people.bo, 'SUSPENDED'));
    });
    const titles = async (client: TestClient) =>
      (await told(client)).edges.filter(({ node }) => node.readAt === null).map(({ node }) => node.title);
    await eventually(
      () => titles(bo),
      (all) => all.length === 5,
    );
    expect((await titles(bo)).sort()).toEqual([
      'A submission that was given to you is somebody else’s now',
      'A submission was given to you',
      'How you are trusted with Pipe welding changed',
      'ada asks for your help with prior learning',
      'ada asks what you saw',
    ]);
    await eventually(
      () => titles(leader),
      (all) => all.length === 1,
    );
    expect(await titles(leader)).toEqual(['ada wants to assess Pipe welding']);
    // A check and a third mark that nobody could give, marks of which no two agree, a case, a sample that is not sound.
    const submission = newId();
    await api.sql(
      `INSERT INTO submission (id, person_id, achievement_version_id, achievement_id, attempt_no, state, created_at, saved_at, submitted_at)
       VALUES ($1, $2, $3, $4, 1, 'RECONCILING', now(), now(), now())`,
      [submission, people.ada, version, achievementId],
    );
    await api.asSystem(async (system) => {
      await record(system, new JudgementAsked(newId(), submission, 'MODERATION'));
      await record(system, new JudgementAsked(newId(), submission, 'THIRD'));
      await record(system, new AdjudicationAsked(newId(), submission));
      await record(system, new MalpracticeProposed(submission, people.ada));
      await record(system, new SampleFoundUnsound(newId(), submission));
    });
    await eventually(
      () => titles(leader),
      (all) => all.length === 6,
    );
    expect((await titles(leader)).sort()).toEqual([
      'A decision that was looked at again is not sound',
      'A second person is to look at a case of malpractice',
      'Nobody can check a decision on Pipe welding',
      'Nobody can mark Pipe welding a third time',
      'Three marks, and no two agree: Pipe welding',
      'ada wants to assess Pipe welding',
    ]);
    expect(await titles(ada)).toEqual([]);
    await read(bo);
  });

  describe('by mail', () => {
    const RHYTHM = `mutation($topic: NotificationTopic!, $rhythm: MailRhythm!) {
      setMailRhythm(topic: $topic, rhythm: $rhythm) { ... on NotificationPreference { topic rhythm isChosen } } }`;
    const choose = (client: TestClient, rhythm: string) => client.query(RHYTHM, { topic: 'BADGES', rhythm });
    const lettersTo = (address: string) => mail.letters.filter(({ to }) => to.includes(address));
    /** As if the job's half minute were over. */
    const mailRound = () => api.asSystem((system) => api.app.get(MailNotificationsJob).run(system));
    const dueOf = async (person: string) =>
      (
        await api.sql<{ due: Date | null }>(
          'SELECT mail_due_at AS due FROM notification WHERE person_id = $1 ORDER BY created_at DESC LIMIT 1',
          [person],
        )
      )[0]?.due;

    beforeEach(async () => {
      await api.sql('UPDATE notification SET read_at = now(), mail_due_at = NULL');
      mail.letters.length = 0;
      mail.away = false;
    });

    it('writes one letter of what happened, as text and as HTML, with the way there and the way out', async () => {
      const credential = await issue(people.ada);
      await eventually(mailRound, () => lettersTo('ada@example.org').length > 0);
      const [letter] = lettersTo('ada@example.org');
      expect(letter?.text).toContain('Subject: Your badge is ready');
      expect(letter?.text).toContain('From: Badges <badges@assay.example>');
      expect(letter?.text).toContain('text/plain');
      expect(letter?.text).toContain('text/html');
      expect(letter?.text).toContain('Pipe welding is signed and yours to share.');
      expect(letter?.text).toContain(`http://localhost:4000/growth/badges/${credential}`);
      expect(letter?.text).toContain('http://localhost:4000/inbox/mail');
      await mailRound();
      expect(lettersTo('ada@example.org')).toHaveLength(1);
      // Nothing of it is kept once it is gone.
      await eventually(
        () => api.sql('SELECT FROM mail_letter'),
        (kept) => kept.length === 0,
      );
    });

    it('collects what somebody wants once a day, and leaves out what they have read by then', async () => {
      await choose(ada, 'DAILY');
      await Promise.all([issue(people.ada), issue(people.ada), issue(people.ada)]);
      await eventually(
        () => unread(ada),
        (count) => count === 3,
      );
      expect((await dueOf(people.ada))?.getUTCHours()).toBe(7);
      await mailRound();
      expect(lettersTo('ada@example.org')).toHaveLength(0);
      await read(ada, [(await told(ada, { first: 1 })).edges[0]?.node.id ?? '']);
      await api.sql('UPDATE notification SET mail_due_at = now() WHERE mail_due_at IS NOT NULL');
      await eventually(mailRound, () => lettersTo('ada@example.org').length > 0);
      expect(lettersTo('ada@example.org')).toHaveLength(1);
      expect(lettersTo('ada@example.org')[0]?.text).toContain('Subject: 2 things happened');
    });

    it('collects until the hour that an administrator has set, by the clocks of their place', async () => {
      const CHANGE = `mutation($hour: Int!, $timeZone: String!) { result: changeDigestTime(hour: $hour, timeZone: $timeZone) {
        __typename ... on DigestTime { hour timeZone } ... on InvalidInput { problems { field } } } }`;
      const { keeper } = await addPeople(api, { keeper: ['ADMINISTRATOR'] });
      const admin = await api.as(keeper);
      const change = async (hour: number, timeZone: string) =>
        (
          await admin.query<{ result: { __typename: string; problems?: { field: string }[] } }>(CHANGE, {
            hour,
            timeZone,
          })
        ).result;
      expect((await change(24, 'UTC')).problems).toEqual([{ field: 'hour' }]);
      expect((await change(8, 'Mars/Base')).problems).toEqual([{ field: 'timeZone' }]);
      expect((await ada.ask(CHANGE, { hour: 8, timeZone: 'UTC' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      expect(await ada.query('{ digestTime { hour timeZone } }')).toEqual({ digestTime: { hour: 7, timeZone: 'UTC' } });
      // Kathmandu is five hours and three quarters ahead, in summer and in winter.
      expect(await change(8, 'Asia/Kathmandu')).toMatchObject({ hour: 8, timeZone: 'Asia/Kathmandu' });
      await choose(ada, 'DAILY');
      await issue(people.ada);
      await eventually(
        () => unread(ada),
        (count) => count > 0,
      );
      expect((await dueOf(people.ada))?.toISOString()).toMatch(/T02:15:00\.000Z$/);
      await change(7, 'UTC');
      await read(ada);
      await api.sql('UPDATE notification SET mail_due_at = NULL WHERE mail_id IS NULL');
      await choose(ada, 'NOW');
    });

    it('says nothing to whoever wants no mail, also of what was to be sent', async () => {
      await choose(ada, 'DAILY');
      await issue(people.ada);
      await eventually(
        () => unread(ada),
        (count) => count === 1,
      );
      await choose(ada, 'OFF');
      expect(await dueOf(people.ada)).toBeNull();
      await issue(people.ada);
      await eventually(
        () => unread(ada),
        (count) => count === 2,
      );
      expect(await dueOf(people.ada)).toBeNull();
      await choose(ada, 'NOW');
    });

    it('sends a link to a badge where its holder wants it, with what the holder read before, and keeps the list', async () => {
      await foundOrganisation(api);
      const credentialId = await issue(people.bo);
      const MAKE = `mutation($id: ID!, $until: DateTime) { shareCredential(credentialId: $id, expiresAt: $until) { ... on ShareGrant { id url } } }`;
      const { shareCredential: link } = await bo.query<{ shareCredential: { id: string; url: string } }>(MAKE, {
        ...{ id: credentialId, until: '2031-05-01T00:00:00Z' },
      });
      interface Sending {
        address: string;
        state: string | null;
        letterId: string | null;
        problem: string | null;
      }
      interface Done {
        done: { __typename: string; message?: string; problems?: { field: string }[]; sent?: { address: string }[] };
      }
      const send = async (by: TestClient, address: string, words = '') =>
        (
          await by.query<Done>(
            `mutation($input: SendShareInput!) { done: sendShare(input: $input) { __typename ... on Refusal { message }
              ... on InvalidInput { problems { field } } ... on ShareGrant { sent { address at } } } }`,
            { input: { shareId: link.id, address, words } },
          )
        ).done;
      const PREVIEW = 'query($id: ID!, $words: String!) { shareLetter(shareId: $id, words: $words) { subject text } }';
      const words = 'For post 12, as asked.';
      const { shareLetter } = await bo.query<{ shareLetter: { subject: string; text: string } }>(PREVIEW, {
        id: link.id,
        words,
      });
      expect(shareLetter.subject).toBe('bo shows you a badge: Pipe welding');
      for (const said of [link.url, words, 'until 1 May 2031', 'You need no account'])
        expect(shareLetter.text).toContain(said);

      // Somebody else's link is not there; nothing leads to another page, to two addresses or into another line of the letter.
      expect(await ada.query(PREVIEW, { id: link.id, words })).toEqual({ shareLetter: null });
      expect((await send(ada, 'jobs@ats.example')).__typename).toBe('NotFound');
      for (const address of ['jobs', 'a@b.example, c@d.example', 'a@b.example\nBcc: c@d.example'])
        expect((await send(bo, address)).problems).toEqual([{ field: 'address' }]);
      for (const led of ['See https://evil.example', 'Look at evil.example', 'ask me@evil.example'])
        expect((await send(bo, 'jobs@ats.example', led)).problems).toEqual([{ field: 'words' }]);
      expect(lettersTo('jobs@ats.example')).toEqual([]);

      expect((await send(bo, 'Jobs@ats.example', words)).sent).toMatchObject([{ address: 'jobs@ats.example' }]);
      const [letter] = await eventually(
        async () => lettersTo('Jobs@ats.example'),
        (all) => all.length > 0,
      );
      expect(letter?.text).toContain('Subject: bo shows you a badge: Pipe welding');
      expect(letter?.text).toContain(words);
      expect((await send(bo, 'jobs@ats.example')).message).toMatch(/in the last 24 hours/);

      // Whether it left, and why not, is told to whoever sent it: not where our mail server stands.
      const SENT = 'sent { address state letterId problem }';
      const sendings = async () => {
        const { shareGrants } = await bo
          .query<{ credential: { shareGrants: { id: string; sent: Sending[] }[] } }>(
            `query($id: ID!) { credential(id: $id) { shareGrants { id ${SENT} } } }`,
            { id: credentialId },
          )
          .then(({ credential }) => credential);
        return shareGrants.find(({ id }) => id === link.id)?.sent ?? [];
      };
      const [left] = await eventually(sendings, ([only]) => only?.state === 'SENT');
      expect(left).toMatchObject({ address: 'jobs@ats.example', problem: null });
      await send(bo, 'lost@ats.example');
      const told = async (problem: string) => {
        await api.sql(
          `UPDATE mail SET state = 'FAILED', sent_at = NULL, attempts = 10, problem = $1 WHERE to_address = 'lost@ats.example'`,
          [problem],
        );
        return (await sendings())[1];
      };
      await eventually(sendings, ([, second]) => second?.state === 'SENT');
      expect((await told('connect ECONNREFUSED 10.0.0.5:25'))?.problem).toBe('Our mail server could not be reached.');
      const lost = await told('rejected: 550 5.1.1 No such user');
      expect(lost).toMatchObject({ state: 'FAILED', problem: 'The mail server answered: 550 5.1.1 No such user' });
      const again = async (by: TestClient, letterId = lost?.letterId) =>
        (
          await by.query<{ done: { __typename: string; sent?: Sending[] } }>(
            `mutation($shareId: ID!, $letterId: ID!) { done: sendShareAgain(shareId: $shareId, letterId: $letterId) { __typename ... on ShareGrant { ${SENT} } } }`,
            { shareId: link.id, letterId },
          )
        ).done;
      expect((await again(ada)).__typename).toBe('NotFound');
      expect((await again(bo, left?.letterId)).__typename).toBe('NotFound');
      expect((await again(bo)).sent?.[1]?.state).toBe('WAITING');
      expect((await again(bo)).__typename).toBe('NotFound');
      await api.sql(`UPDATE share_grant SET sent = sent - 1 WHERE id = $1`, [link.id]);

      // Twenty in a day, whatever the link.
      const sent = Array.from({ length: 19 }, (_, nth) => ({
        address: `r${nth}@x.example`,
        at: new Date().toISOString(),
      }));
      await api.sql(
        `INSERT INTO share_grant (id, credential_id, token, created_at, sent) VALUES ($1, $2, 'of-the-same-day-000000', now(), $3)`,
        [newId(), credentialId, JSON.stringify(sent)],
      );
      expect((await send(bo, 'other@ats.example')).message).toMatch(/You sent 20 links/);
      await api.sql(`UPDATE share_grant SET sent = '[]' WHERE token = 'of-the-same-day-000000'`);
      await bo.query('mutation($id: ID!) { endShare(id: $id) { __typename } }', { id: link.id });
      expect((await send(bo, 'other@ats.example')).__typename).toBe('NotAllowed');
      // Who is erased leaves no list of where they applied.
      await api.sql(`UPDATE credential SET document = '' WHERE id = $1`, [credentialId]);
      expect(await api.sql('SELECT sent FROM share_grant WHERE id = $1', [link.id])).toEqual([{ sent: [] }]);
    });

    it('loses nothing while the mail server is away, and shows administrators what does not leave', async () => {
      const admin = newId();
      await api.sql('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
        admin,
        'Root',
        'root@example.org',
      ]);
      await api.sql(
        `INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'ADMINISTRATOR', now() - interval '1 day')`,
        [newId(), admin],
      );
      const root = await api.as(admin);
      mail.away = true;
      await root.query('mutation { sendTestMail { __typename } }');
      const LOOK =
        '{ mailDelivery { isSetUp waiting failed } mails(first: 1) { edges { node { id kind state attempts problem toAddress } } } }';
      interface Look {
        mailDelivery: { isSetUp: boolean; waiting: number; failed: number };
        mails: {
          edges: { node: { id: string; kind: string; state: string; attempts: number; problem: string | null } }[];
        };
      }
      const look = async () => (await root.query<Look>(LOOK)).mails.edges[0]?.node;
      const tried = await eventually(look, (node) => (node?.attempts ?? 0) > 0);
      expect(tried).toMatchObject({
        kind: 'TEST',
        state: 'WAITING',
        problem: expect.stringContaining('Please come back later'),
      });
      mail.away = false;
      await eventually(look, (node) => node?.state === 'SENT');
      expect(lettersTo('root@example.org')).toHaveLength(1);
      // What failed for good waits for a person, who tries it again; nobody else may look.
      await api.sql(`UPDATE mail SET state = 'FAILED', sent_at = NULL WHERE id = $1`, [tried?.id]);
      await api.sql(`INSERT INTO mail_letter (mail_id, subject, body_text, body_html) VALUES ($1, 'Again', 'x', 'x')`, [
        tried?.id,
      ]);
      expect(await ada.ask(`mutation { sendMailAgain(id: "${tried?.id}") { __typename } }`)).toHaveProperty('errors');
      await root.query('mutation($id: ID!) { sendMailAgain(id: $id) { __typename } }', { id: tried?.id });
      await eventually(look, (node) => node?.state === 'SENT');
      expect(lettersTo('root@example.org')).toHaveLength(2);
    });
  });
});
