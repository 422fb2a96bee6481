import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, handInMark, release, saveMark, slotOf } from './support/assessor.js';
import { handIn, start } from './support/candidate.js';
import { addAchievement, addManager, addPeople, addSkill, foundOrganisation } from './support/programme.js';
import { PNG, uploadEvidence } from './support/uploading.js';

/** Everybody there is, and what they are to Cleo, who handed something in. */
const CAST = {
  cleo: [],
  colleague: [],
  boss: ['MANAGER'],
  // Holds Cleo's submission for marking.
  marker: ['ASSESSOR'],
  // Might have taken it instead.
  otherAssessor: ['ASSESSOR'],
  // Assesses something else.
  unqualified: ['ASSESSOR'],
  lead: ['ASSESSMENT_LEAD'],
  designer: ['HR_DESIGNER'],
  owner: ['PROGRAMME_OWNER'],
  admin: ['ADMINISTRATOR'],
  auditor: ['AUDITOR'],
} as const;
type Name = keyof typeof CAST;
const NAMES = Object.keys(CAST) as Name[];

const NODE = 'query($id: ID!) { node(id: $id) { __typename id } }';
const NOBODY = newId();

/** Who may see what: by id, in lists, and by way of other things. What one may not see answers like what does not exist. */
describe('who may see what', () => {
  let api: TestApi;
  const as = {} as Record<Name, TestClient>;
  let ids: Record<Name, string>;
  const things = {} as Record<
    | 'evidence'
    | 'file'
    | 'submission'
    | 'draft'
    | 'slot'
    | 'snapshot'
    | 'mark'
    | 'decision'
    | 'award'
    | 'credential'
    | 'share'
    | 'note'
    | 'design',
    string
  >;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    ids = await addPeople(
      api,
      Object.fromEntries(NAMES.map((name) => [name, CAST[name].filter((r) => r !== 'MANAGER')])) as never,
    );
    for (const name of NAMES) as[name] = await api.as(ids[name]);
    await addManager(api, ids.cleo, ids.boss);
    const skill = (await addSkill(api)).id;
    const first = await addAchievement(api, skill, 'Writes tests');
    const second = await addAchievement(api, skill, 'Reads tests');
    await addFounders(api, first.achievementId, [ids.marker, ids.otherAssessor]);
    await addFounders(api, second.achievementId, [ids.unqualified]);

    const uploadId = await uploadEvidence(as.cleo, 'Cleo Cohen.png', PNG);
    const { kept } = await as.cleo.query<{ kept: { id: string } }>(
      `mutation($uploadId: ID!) { kept: addFileEvidence(input: { uploadId: $uploadId, title: "Diagram" }) { ... on EvidenceItem { id } } }`,
      { uploadId },
    );
    things.file = uploadId;
    things.evidence = kept.id;
    things.draft = (await start(as.cleo, second.id)).id;
    things.submission = await handInWith(first, kept.id);
    things.slot = await slotOf(api, things.submission);
    await claim(as.marker, things.slot);
    await saveMark(as.marker, things.slot, first.rubric, [2, 2]);
    things.snapshot = await idOf('SELECT id FROM submission_snapshot WHERE submission_id = $1', things.submission);
    things.mark = await idOf('SELECT id FROM mark WHERE slot_id = $1', things.slot);
    things.design = newId();
    await api.sql(
      `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, outcomes, rubric, evidence_asked, cut_score, route, marking_policy, descriptors, created_at)
       SELECT $1, achievement_id, 2, 'DRAFT', 'Secret plan', '', '[]', rubric, '[]', 0.5, 'PORTFOLIO', 'SINGLE', descriptors, now() FROM achievement_version WHERE id = $2`,
      [things.design, second.id],
    );
    await holdSomething(second.id);
  });
  afterAll(() => api.close());

  async function handInWith(version: { id: string; rubric: Parameters<typeof handIn>[1]['rubric'] }, item: string) {
    const id = await handIn(as.cleo, version);
    // The file goes along: handed in again is not possible, so the frozen copy gets it here as the hand-in would put it.
    await api.sql(
      `UPDATE submission_snapshot SET content = jsonb_set(content, '{items}', content->'items' || jsonb_build_array(
         jsonb_build_object('letter', 'B', 'itemId', $2::text, 'kind', 'FILE', 'title', 'Diagram', 'note', '', 'url', null, 'text', null,
           'fileId', $3::text, 'madeOn', null, 'digest', repeat('a', 64)))) WHERE submission_id = $1`,
      [id, item, things.file],
    );
    return id;
  }

  const idOf = async (sql: string, of: string) => (await api.sql<{ id: string }>(sql, [of]))[0]?.id ?? '';

  /** A credential of Cleo's, shared, and told. */
  async function holdSomething(version: string): Promise<void> {
    [things.award, things.credential, things.note] = [newId(), newId(), newId()];
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, 'DECISION', $1, 'ISSUED', now(), '{}', now())`,
      [things.award, ids.cleo, version],
    );
    await api.sql(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
       VALUES ($1, $2, 1, $3, $4, now(), now(), 'ACTIVE', '{}', 'x')`,
      [things.credential, things.award, ids.cleo, version],
    );
    await api.sql(
      `INSERT INTO notification (id, person_id, kind, title, body, subjects, created_at) VALUES ($1, $2, 'BADGE_READY', 'Ready', '', '{}', now())`,
      [things.note, ids.cleo],
    );
    const { shared } = await as.cleo.query<{ shared: { id: string } }>(
      'mutation($id: ID!) { shared: shareCredential(credentialId: $id) { ... on ShareGrant { id } } }',
      { id: things.credential },
    );
    things.share = shared.id;
  }

  const namesOf = async (sees: (client: TestClient) => Promise<boolean>): Promise<Name[]> => {
    const seeing: Name[] = [];
    for (const name of NAMES) if (await sees(as[name])) seeing.push(name);
    return seeing;
  };

  describe('by id', () => {
    it.each<[keyof typeof things, Name[]]>([
      ['evidence', ['cleo']],
      ['submission', ['cleo']],
      ['draft', ['cleo']],
      ['slot', ['marker', 'otherAssessor']],
      ['credential', ['cleo', 'boss', 'designer', 'owner']],
      ['award', ['cleo', 'boss', 'designer', 'owner', 'admin']],
      ['design', ['designer', 'owner']],
      // Reached only through what they belong to, by nobody at all as things of their own.
      ['snapshot', []],
      ['mark', []],
      ['share', []],
      ['note', []],
      ['file', []],
    ])('%s is seen by %j', async (what, who) => {
      const sees = async (client: TestClient) =>
        (await client.query<{ node: object | null }>(NODE, { id: things[what] })).node !== null;
      expect(await namesOf(sees)).toEqual(who);
    });

    it.each<keyof typeof things>(['evidence', 'submission', 'slot', 'credential', 'award', 'design'])(
      'a hidden %s answers like one that does not exist',
      async (what) => {
        expect(await as.colleague.ask(NODE, { id: things[what] })).toEqual(
          await as.colleague.ask(NODE, { id: NOBODY }),
        );
      },
    );

    it('lets no stranger look anything up', async () => {
      const { errors } = await api.stranger.ask<null>(NODE, { id: things.evidence });
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    });

    it('has a file for its owner, for whoever holds it for marking and for whoever leads the assessment, and for nobody else', async () => {
      const path = `/files/${things.file}`;
      // Others than the owner get a picture that we draw; nobody draws here, so it is said to be on its way.
      const answers = await Promise.all(
        NAMES.map(async (name) => [name, (await as[name].fetch(path)).status] as const),
      );
      expect(answers.filter(([, status]) => status !== 404)).toEqual([
        ['cleo', 200],
        ['marker', 503],
        ['lead', 503],
      ]);
      expect((await api.stranger.fetch(path)).status).toBe(401);
      const [hidden, absent] = [await as.boss.fetch(path), await as.boss.fetch(`/files/${NOBODY}`)];
      expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()]);
    });
  });

  describe('in lists', () => {
    it.each<[string, Name[]]>([
      ['myEvidence { totalCount }', ['cleo']],
      ['mySubmissions { totalCount }', ['cleo']],
      ['notifications { totalCount }', ['cleo']],
      ['issuances { totalCount }', ['owner', 'admin']],
      ['auditEntries { totalCount }', ['admin', 'auditor']],
      ['team { people { person { id } } }', ['boss']],
      ['reviewQueue(scope: ALL) { totalCount }', ['marker', 'otherAssessor']],
      ['achievements(search: "Secret") { totalCount }', ['designer', 'owner']],
    ])('%s shows something to %j', async (asked, who) => {
      const shows = async (client: TestClient) => {
        const { data } = await client.ask<Record<string, { totalCount?: number; people?: object[] }> | null>(
          `{ list: ${asked} }`,
        );
        return Boolean(data?.list?.totalCount || data?.list?.people?.length);
      };
      expect(await namesOf(shows)).toEqual(who);
    });

    it('shows a manager the own reports and nobody else', async () => {
      const { team } = await as.boss.query<{ team: { people: { person: { id: string } }[] } }>(
        '{ team { people { person { id } } } }',
      );
      expect(team.people.map(({ person }) => person.id)).toEqual([ids.cleo]);
    });
  });

  describe('by way of other things', () => {
    const everythingOf = (
      slotFields: string,
    ) => `query($id: ID!) { markingSlot(id: $id) { id candidateCode submissionState viewerCan
      lease { mine holder { id displayName } } eligibility { rule ok sentence } mark { criteria { comment } } decision { outcome } ${slotFields} } }`;
    const SNAPSHOT =
      'snapshot { digest declaration items { letter title note text url file { id name url } } criteria { links { reflection } } }';

    it('shows an assessor the work, and nowhere whose it is', async () => {
      const { markingSlot } = await as.marker.query<{ markingSlot: object }>(everythingOf(SNAPSHOT), {
        id: things.slot,
      });
      const shown = JSON.stringify(markingSlot);
      expect(shown).toContain(things.file);
      expect(shown).not.toContain(ids.cleo);
      expect(shown).not.toContain(things.submission);
      expect(shown).not.toMatch(/cleo/i);
      const { headers } = await as.marker.fetch(`/files/${things.file}`);
      expect(headers.get('content-disposition') ?? '').not.toMatch(/cleo/i);
    });

    it('shows no assessor the work that another holds, nor the mark on it', async () => {
      const { markingSlot } = await as.otherAssessor.query<{ markingSlot: { snapshot: null; mark: null } }>(
        everythingOf(SNAPSHOT),
        { id: things.slot },
      );
      expect(markingSlot).toMatchObject({ snapshot: null, mark: null, decision: null });
    });

    it('tells the candidate neither who marks nor what was marked before its release', async () => {
      const ASK = `query($id: ID!) { submission(id: $id) { state decision { outcome criteria { comment } } award { id } viewerCan
        timeline { state note } snapshot { id } person { id } achievementVersion { assessors { person { id } } mySubmission { id } } } }`;
      const before = JSON.stringify(await as.cleo.query(ASK, { id: things.submission }));
      expect(before).toContain('"decision":null');
      expect(before).not.toContain(ids.marker);

      expect(await handInMark(as.marker, things.slot)).toMatchObject({ state: 'HANDED_IN' });
      expect(JSON.stringify(await as.cleo.query(ASK, { id: things.submission }))).toContain('"decision":null');
      await release(as.marker, things.slot);
      const after = JSON.stringify(await as.cleo.query(ASK, { id: things.submission }));
      expect(after).toContain('"outcome":"PASS"');
      expect(after).not.toContain(ids.marker);
      expect(after).not.toContain('"marker"');
    });

    it('shows a manager the badge of a report, and nothing of its links or of the work', async () => {
      const { credential } = await as.boss.query<{ credential: object }>(
        'query($id: ID!) { credential(id: $id) { shareGrants { id } viewerCan award { state viewerCan issuance { attempts } } } }',
        { id: things.credential },
      );
      expect(credential).toEqual({
        shareGrants: [],
        viewerCan: ['see'],
        award: { state: 'ISSUED', viewerCan: ['see'], issuance: null },
      });
    });

    it('keeps what is told of people to those whom it concerns', async () => {
      const ASK = 'query($id: ID!) { person(id: $id) { displayName email roles standings { state } } }';
      const telling: Record<string, Name[]> = {};
      for (const field of ['email', 'roles', 'standings'])
        telling[field] = await namesOf(async (client) => {
          const { person } = await client.query<{ person: Record<string, string | object[] | null> }>(ASK, {
            id: ids.cleo,
          });
          return Boolean(person[field]?.length);
        });
      expect(telling).toEqual({
        email: ['cleo', 'boss', 'designer', 'owner', 'admin', 'auditor'],
        roles: ['cleo', 'designer', 'owner', 'admin', 'auditor'],
        standings: ['cleo', 'boss'],
      });
    });
  });

  describe('changing what is another’s', () => {
    it.each<[string, string, keyof typeof things]>([
      ['editEvidence(id: $id, input: { title: "Mine", expectedRevision: 1 })', 'NotFound', 'evidence'],
      ['removeEvidence(id: $id)', 'NotFound', 'evidence'],
      ['submit(submissionId: $id, declarationAccepted: true)', 'NotFound', 'draft'],
      ['withdrawSubmission(submissionId: $id)', 'NotFound', 'draft'],
      ['claimLevel(submissionId: $id, criterionId: "x", notEvidenced: true)', 'NotFound', 'draft'],
      ['keepSameEvidence(submissionId: $id, criterionId: "x", because: "x")', 'NotFound', 'draft'],
      ['addFileEvidence(input: { uploadId: $id, title: "Mine" })', 'InvalidInput', 'file'],
      ['shareCredential(credentialId: $id)', 'NotFound', 'credential'],
      ['endShare(id: $id)', 'NotFound', 'share'],
    ])('%s is answered with %s', async (act, kind, what) => {
      const asked = `mutation($id: ID!) { done: ${act} { __typename ... on Refusal { message } } }`;
      const [hidden, absent] = [
        await as.colleague.query<{ done: { __typename: string } }>(asked, { id: things[what] }),
        await as.colleague.query(asked, { id: NOBODY }),
      ];
      expect(hidden.done.__typename).toBe(kind);
      expect(hidden).toEqual(absent);
    });

    it.each(['saveMark', 'renewLease', 'putBackSlot', 'handInMark', 'releaseDecision'])(
      '%s does nothing for an assessor who does not hold it',
      async (act) => {
        const more = {
          saveMark: ', input: { criteria: [], rules: {}, seenLetters: [], expectedRevision: 0 }',
          putBackSlot: ', reason: "x"',
        }[act];
        const asked = `mutation($id: ID!) { done: ${act}(slotId: $id${more ?? ''}) { __typename } }`;
        const { done } = await as.otherAssessor.query<{ done: { __typename: string } }>(asked, { id: things.slot });
        expect(['LeaseLost', 'NotFound']).toContain(done.__typename);
      },
    );

    it("leaves another's notifications unread", async () => {
      await as.colleague.query('mutation($ids: [ID!]) { markNotificationsRead(ids: $ids) }', { ids: [things.note] });
      const [note] = await api.sql<{ read_at: Date | null }>('SELECT read_at FROM notification WHERE id = $1', [
        things.note,
      ]);
      expect(note?.read_at).toBeNull();
    });
  });
});
