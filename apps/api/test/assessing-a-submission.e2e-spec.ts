import { readFileSync } from 'node:fs';
import { MissingAssessorsJob } from '../src/features/assessments/missing-assessors.job.js';
import { unzipSync } from 'fflate';
import { ClaimsService } from '../src/features/assessments/claims.service.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import {
  addFounders,
  claim,
  claimNext,
  handInMark,
  putBack,
  release,
  renew,
  saveMark,
  slotOf,
} from './support/assessor.js';
import { act, addText, handIn, keepSame, link, start, submit, unlink, withdraw } from './support/candidate.js';
import {
  addAchievement,
  addManager,
  addPeople,
  addSkill,
  foundOrganisation,
  type People,
  refusalOfSql,
} from './support/programme.js';
import { officeFile } from './support/archive.js';
import { pdf } from './support/pdf.js';
import { PNG, uploadEvidence } from './support/uploading.js';

const QUEUE = `query($scope: QueueScope!) { reviewQueue(scope: $scope) { totalCount edges { node { id candidateCode backInQueue putBackReason } } }
  reviewCounts { canTake held handedIn hidden capacity } viewer { heldReviews } }`;
interface Queue {
  reviewQueue: { totalCount: number; edges: { node: { id: string; backInQueue: boolean; putBackReason: string } }[] };
  reviewCounts: { canTake: number; held: number; handedIn: number; hidden: number; capacity: number };
  viewer: { heldReviews: number };
}
const OUTCOME = `query($id: ID!) { submission(id: $id) { state timeline { state }
  decision { outcome score overallComment criteria { number met comment level } } award { state } } }`;
interface Outcome {
  submission: {
    state: string;
    timeline: { state: string }[];
    decision: {
      outcome: string;
      overallComment: string;
      criteria: { number: number; met: boolean; comment: string; level: number }[];
    } | null;
    award: { state: string } | null;
  } | null;
}

describe('assessing a submission', () => {
  type Name = 'eve' | 'ada' | 'bo' | 'max' | 'rita' | 'una' | 'hana' | 'lea';
  let api: TestApi;
  let people: People<Name>;
  const as = {} as Record<Name, TestClient>;
  let skill: { id: string };

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    people = await addPeople(api, {
      eve: ['ASSESSOR'],
      ada: ['ASSESSOR'],
      bo: ['ASSESSOR'],
      max: ['ASSESSOR'],
      rita: ['ASSESSOR'],
      una: ['ASSESSOR'],
      hana: ['HR_DESIGNER', 'ADMINISTRATOR', 'AUDITOR', 'PROGRAMME_OWNER'],
      lea: ['ASSESSMENT_LEAD'],
    });
    await addManager(api, people.eve, people.max);
    await addManager(api, people.rita, people.eve);
    skill = await addSkill(api);
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
  });
  afterAll(() => api.close());

  it('keeps the keys that somebody chose on their account, and says which of them cannot be', async () => {
    const KEEP = `mutation($single: Boolean!, $own: [OwnKeyInput!]!) { keepOwnKeys(single: $single, own: $own) {
      ... on OwnKeys { single own { printed key } } ... on InvalidInput { problems { field } } } }`;
    const ownOf = async (who: TestClient) =>
      (await who.query<{ viewer: { ownKeys: object | null } }>('{ viewer { ownKeys { single own { printed key } } } }'))
        .viewer.ownKeys;
    expect(await ownOf(as.eve)).toBeNull();
    await as.eve.query(KEEP, { single: true, own: [{ printed: 'm', key: 'C' }] });
    const chosen = { single: false, own: [{ printed: 'e', key: 'x' }] };
    expect(await as.eve.query(KEEP, chosen)).toEqual({ keepOwnKeys: chosen });
    const bad = [
      { printed: 'm', key: 'c' },
      { printed: 'm', key: 'd' },
      { printed: '[', key: 'C' },
      { printed: 'e', key: 'enter' },
    ];
    const { keepOwnKeys } = await as.eve.query<{ keepOwnKeys: { problems: { field: string }[] } }>(KEEP, {
      single: true,
      own: bad,
    });
    expect(keepOwnKeys.problems.map(({ field }) => field)).toEqual(['own.1.printed', 'own.2.key', 'own.3']);
    expect([await ownOf(as.eve), await ownOf(as.ada)]).toEqual([chosen, null]);
  });

  /** A new achievement that all but Una may assess, and Eve's hand-in at it. */
  async function waiting(name: string) {
    const achievement = await addAchievement(api, skill.id, name);
    const { eve, ada, bo, max, rita } = people;
    await addFounders(api, achievement.achievementId, [eve, ada, bo, max, rita]);
    const submissionId = await handIn(as.eve, achievement);
    return { ...achievement, submissionId, slotId: await slotOf(api, submissionId) };
  }
  const lapse = (slotId: string) =>
    api.sql(`UPDATE marking_slot SET lease_until = now() - interval '1 minute' WHERE id = $1`, [slotId]);

  it('offers it to those who may, and refuses oneself, one’s report, one’s manager and the unqualified', async () => {
    const { slotId } = await waiting('Offers');
    const seen = await as.ada.query<Queue>(QUEUE, { scope: 'CAN_TAKE' });
    expect(seen.reviewQueue.edges.map(({ node }) => node.id)).toEqual([slotId]);
    expect(seen.reviewCounts).toMatchObject({ canTake: 1, held: 0, hidden: 0, capacity: 6 });
    const against: [Name, string][] = [
      ['eve', 'not-candidate'],
      ['max', 'not-manager'],
      ['rita', 'not-report'],
      ['una', 'qualified'],
    ];
    for (const [name, rule] of against) {
      const queue = await as[name].query<Queue>(QUEUE, { scope: 'ALL' });
      expect([name, queue.reviewQueue.totalCount, queue.reviewCounts.hidden]).toEqual([name, 0, 1]);
      const refused = await claim(as[name], slotId);
      expect(refused.__typename).toBe('NotEligible');
      expect(refused.rules.filter((each) => !each.ok).map((each) => each.rule)).toEqual([rule]);
      const { markingSlot } = await as[name].query<{ markingSlot: null }>(
        'query($id: ID!) { markingSlot(id: $id) { id } node(id: $id) { id } }',
        { id: slotId },
      );
      expect(markingSlot).toBeNull();
    }
    const { errors } = await as.hana.ask(QUEUE, { scope: 'ALL' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    await api.sql(`UPDATE marking_slot SET state = 'CANCELLED' WHERE id = $1`, [slotId]);
  });

  it('goes to one of two who claim at once, every time', async () => {
    const { slotId } = await waiting('Races');
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all([claim(as.ada, slotId), claim(as.bo, slotId)]);
      expect(answers.map((each) => each.__typename).sort()).toEqual(['AlreadyClaimed', 'MarkingSlot']);
      const lost = answers.find((each) => each.__typename === 'AlreadyClaimed');
      const winner = answers[0]?.__typename === 'MarkingSlot' ? 'ada' : 'bo';
      expect(lost?.holderName).toBe(winner);
      expect(new Date(lost?.until ?? 0).getTime()).toBeGreaterThan(Date.now() + 25 * 60_000);
      expect((await putBack(as[winner], slotId, 'I am called away')).state).toBe('OPEN');
    }
    const [queued] = (await as.ada.query<Queue>(QUEUE, { scope: 'CAN_TAKE' })).reviewQueue.edges;
    expect(queued?.node).toMatchObject({ backInQueue: true, putBackReason: 'I am called away' });
    expect((await claim(as.ada, slotId)).__typename).toBe('MarkingSlot');
    expect((await putBack(as.ada, slotId, ' ')).__typename).toBe('InvalidInput');
    await saveMark(as.ada, slotId, await rubricOf(slotId), [2, 2]);
    await handInMark(as.ada, slotId);
  });

  const rubricOf = async (slotId: string) => {
    const [row] = await api.sql<{ rubric: Parameters<typeof saveMark>[2] }>(
      'SELECT rubric FROM achievement_version v JOIN marking_slot s ON s.achievement_version_id = v.id WHERE s.id = $1',
      [slotId],
    );
    return row?.rubric ?? { criteria: [] };
  };

  it('gives two who ask for the next one two different ones', async () => {
    const [one, two] = [await waiting('Next one'), await waiting('Next two')];
    const answers = await Promise.all([claimNext(as.ada), claimNext(as.bo)]);
    expect(new Set(answers.map((each) => each.id))).toEqual(new Set([one.slotId, two.slotId]));
    expect((await claimNext(as.ada)).__typename).toBe('NothingToClaim');
    await Promise.all([
      putBack(answers[0]?.id === one.slotId ? as.ada : as.bo, one.slotId, 'Later'),
      putBack(answers[0]?.id === one.slotId ? as.bo : as.ada, two.slotId, 'Later'),
    ]);
    await withdraw(as.eve, one.submissionId);
    await withdraw(as.eve, two.submissionId);
    expect((await claim(as.ada, one.slotId)).__typename).toBe('NotFound');
    expect((await as.ada.query<Queue>(QUEUE, { scope: 'CAN_TAKE' })).reviewQueue.totalCount).toBe(0);
  });

  it('is either withdrawn or claimed when both happen at once, never both and never neither', async () => {
    const first = await waiting('Withdrawn or claimed');
    let submissionId = first.submissionId;
    for (let round = 0; round < 10; round += 1) {
      const slotId = await slotOf(api, submissionId);
      const [withdrawn, claimed] = await Promise.all([withdraw(as.eve, submissionId), claim(as.ada, slotId)]);
      expect([
        ['Submission', 'NotFound'],
        ['NotInThatState', 'MarkingSlot'],
      ]).toContainEqual([withdrawn.__typename, claimed.__typename]);
      if (claimed.__typename === 'MarkingSlot') {
        expect((await putBack(as.ada, slotId, 'Not today')).__typename).toBe('MarkingSlot');
        expect(await withdraw(as.eve, submissionId)).toMatchObject({ state: 'WITHDRAWN' });
      }
      const again = await start(as.eve, first.id);
      expect(again).toMatchObject({ __typename: 'Submission', attemptNo: round + 2 });
      submissionId = again.id;
      await submit(as.eve, submissionId);
    }
    await withdraw(as.eve, submissionId);
  });

  it('comes free when its assessor gives no sign of life, with what they wrote kept for them', async () => {
    const { slotId, rubric, submissionId } = await waiting('Lapses');
    await claim(as.ada, slotId);
    await saveMark(as.ada, slotId, rubric, [2, null]);
    expect((await withdraw(as.eve, submissionId)).__typename).toBe('NotInThatState');
    await lapse(slotId);
    await api.asSystem((system) => api.app.get(ClaimsService).freeLapsed(system));
    expect((await as.eve.query<Outcome>(OUTCOME, { id: submissionId })).submission?.state).toBe('QUEUED');
    expect((await claim(as.bo, slotId)).__typename).toBe('MarkingSlot');
    for (const late of [renew(as.ada, slotId), saveMark(as.ada, slotId, rubric, [2, 2], 1), handInMark(as.ada, slotId)])
      expect((await late).__typename).toBe('LeaseLost');
    await lapse(slotId);
    const again = await claim(as.ada, slotId);
    expect(again.mark).toMatchObject({ revision: 1, criteria: [{ level: 2 }, { level: null }] });
    await putBack(as.ada, slotId, 'Done with this');
    await withdraw(as.eve, submissionId);
  });

  it('is marked by two tabs without either losing anything', async () => {
    const { slotId, rubric, submissionId } = await waiting('Two tabs');
    await claim(as.ada, slotId);
    expect((await saveMark(as.ada, slotId, rubric, [2, null])).mark?.revision).toBe(1);
    expect(await saveMark(as.ada, slotId, rubric, [1, 1])).toMatchObject({
      __typename: 'ChangedMeanwhile',
      currentRevision: 1,
    });
    expect((await saveMark(as.ada, slotId, rubric, [2, 3], 1)).mark?.revision).toBe(2);
    await putBack(as.ada, slotId, 'Enough');
    await withdraw(as.eve, submissionId);
  });

  it('is handed in whole, changes no more, and says nothing to the candidate before its release', async () => {
    const { slotId, rubric, submissionId } = await waiting('Passes');
    await claim(as.ada, slotId);
    await saveMark(as.ada, slotId, rubric, [2, 1], 0, '');
    const incomplete = await handInMark(as.ada, slotId);
    expect(incomplete.left).toEqual([{ field: 'comment', criterionId: rubric.criteria[1]?.id }]);
    await saveMark(as.ada, slotId, rubric, [3, 1], 1);
    const done = await handInMark(as.ada, slotId);
    expect(done).toMatchObject({
      state: 'HANDED_IN',
      submissionState: 'READY_FOR_RELEASE',
      decision: { outcome: 'PASS', score: 0.5, releasedAt: null },
    });
    expect((await saveMark(as.ada, slotId, rubric, [1, 1], 2)).__typename).toBe('LeaseLost');
    expect(await refusalOfSql(api, 'app_issuer', `UPDATE mark SET overall = 'STRONG'`)).toContain('does not change');
    expect(await refusalOfSql(api, 'app_issuer', `UPDATE decision SET outcome = 'NOT_YET'`)).toContain(
      'does not change',
    );

    const before = (await as.eve.query<Outcome>(OUTCOME, { id: submissionId })).submission;
    expect(before).toMatchObject({ state: 'READY_FOR_RELEASE', decision: null, award: null });
    expect((await release(as.bo, slotId)).__typename).toBe('NotFound');
    expect((await release(as.eve, slotId)).__typename).toBe('NotFound');
    expect(await release(as.ada, slotId)).toMatchObject({ __typename: 'MarkingSlot', submissionState: 'RELEASED' });
    expect((await release(as.ada, slotId)).__typename).toBe('NotInThatState');

    const after = (await as.eve.query<Outcome>(OUTCOME, { id: submissionId })).submission;
    expect(after).toMatchObject({ state: 'RELEASED', decision: { outcome: 'PASS' }, award: { state: 'PENDING' } });
    expect(after?.decision?.criteria).toEqual([
      expect.objectContaining({ number: 1, met: true, level: 3 }),
      expect.objectContaining({ number: 2, met: false, comment: 'More of it would meet it.' }),
    ]);
    expect(after?.timeline.map((step) => step.state)).toEqual([
      'DRAFT',
      'SUBMITTED',
      'QUEUED',
      'IN_MARKING',
      'READY_FOR_RELEASE',
      'RELEASED',
    ]);
    const [awards] = await api.sql<{ n: number; jobs: number }>(
      `SELECT (SELECT count(*)::int FROM award) AS n, (SELECT count(*)::int FROM bullmq.job WHERE name = 'credentials.issue') AS jobs`,
    );
    expect(awards).toEqual({ n: 1, jobs: 1 });
  });

  it('lets whoever passed not begin again, and whoever did not begin with what they had', async () => {
    const passed = await waiting('Twice passed');
    await claim(as.ada, passed.slotId);
    await saveMark(as.ada, passed.slotId, passed.rubric, [2, 2]);
    await handInMark(as.ada, passed.slotId);
    await api.sql(`UPDATE submission SET route = 'PRIOR_LEARNING' WHERE id = $1`, [passed.submissionId]);
    await release(as.ada, passed.slotId);
    const [award] = await api.sql<{ marking: object }>(
      `SELECT plan -> 'marking' AS marking FROM award JOIN submission ON submission.id = $1 AND submission.person_id = award.person_id
       AND submission.achievement_version_id = award.achievement_version_id`,
      [passed.submissionId],
    );
    expect(award?.marking).toMatchObject({ assessors: 1, route: 'PRIOR_LEARNING' });
    expect((await start(as.eve, passed.id)).__typename).toBe('NotAllowed');

    const failed = await waiting('Second time lucky');
    await claim(as.ada, failed.slotId);
    await saveMark(as.ada, failed.slotId, failed.rubric, [1, 3]);
    expect((await handInMark(as.ada, failed.slotId)).decision?.outcome).toBe('NOT_YET');
    await release(as.ada, failed.slotId);
    const { submission } = await as.eve.query<Outcome>(OUTCOME, { id: failed.submissionId });
    expect(submission?.award).toBeNull();
    expect(submission?.decision?.overallComment).toContain('Doing it: Competent is needed');
    const again = await start(as.eve, failed.id);
    // Only what was not met is asked again, and not with the same alone.
    expect(again).toMatchObject({ attemptNo: 2, state: 'DRAFT', gaps: [{ number: 1, kind: 'NOTHING_NEW' }] });
    expect(again.items.map(({ letter, criteria }) => [letter, criteria])).toEqual([['A', [1]]]);
    expect((await submit(as.eve, again.id)).gaps).toMatchObject([{ number: 1, kind: 'NOTHING_NEW' }]);

    const [asked, met] = failed.rubric.criteria;
    expect((await keepSame(as.eve, again.id, met?.id ?? '', 'Why not')).problems).toEqual([{ field: 'criterionId' }]);
    expect((await keepSame(as.eve, again.id, asked?.id ?? '', 'x'.repeat(5_001))).problems).toEqual([
      { field: 'because' },
    ]);
    expect((await keepSame(as.eve, again.id, asked?.id ?? '', 'The last page was not read.')).gaps).toEqual([]);
    expect((await keepSame(as.eve, again.id, asked?.id ?? '', ' ')).gaps).toMatchObject([{ kind: 'NOTHING_NEW' }]);
    const item = await addText(as.eve, 'A second change', '2026-06-02');
    expect((await link(as.eve, again.id, asked?.id ?? '', item, 'It shows it.')).gaps).toEqual([]);
    await unlink(as.eve, again.id, asked?.id ?? '', item);
    await keepSame(as.eve, again.id, asked?.id ?? '', 'The last page was not read.');
    expect(await submit(as.eve, again.id)).toMatchObject({ state: 'QUEUED' });
    expect(await slotOf(api, again.id)).not.toBe('');
    const { submission: sent } = await as.eve.query<{
      submission: { snapshot: { criteria: { sameBecause: string | null }[] } };
    }>('query($id: ID!) { submission(id: $id) { snapshot { criteria { sameBecause } } } }', { id: again.id });
    expect(sent.snapshot.criteria).toEqual([{ sameBecause: 'The last page was not read.' }, { sameBecause: null }]);
    await withdraw(as.eve, again.id);
  });

  it('is read without the candidate’s name, wherever they wrote it, where names are hidden', async () => {
    const [eve] = await api.sql<{ name: string }>('SELECT display_name AS name FROM person WHERE id = $1', [
      people.eve,
    ]);
    const version = await addAchievement(api, skill.id, 'Signed everywhere');
    const id = await handIn(as.eve, version, {
      title: `Notes of ${eve?.name}`,
      reflection: `Written by ${eve?.name} alone.`,
    });
    const slotId = await slotOf(api, id);
    await addFounders(api, version.achievementId, [people.ada]);
    await claim(as.ada, slotId);
    const SHOWN = `query($id: ID!) { markingSlot(id: $id) { snapshot { digest items { title } criteria { links { reflection } } } } }`;
    interface Copy {
      snapshot: { digest: string; items: { title: string }[]; criteria: { links: { reflection: string }[] }[] };
    }
    const read = async () => (await as.ada.query<{ markingSlot: Copy }>(SHOWN, { id: slotId })).markingSlot.snapshot;
    const shown = await read();
    expect(shown.items[0]?.title).toBe('Notes of [name]');
    expect(shown.criteria[0]?.links[0]?.reflection).toBe('Written by [name] alone.');
    const { submission } = await as.eve.query<{ submission: Copy }>(
      'query($id: ID!) { submission(id: $id) { snapshot { digest items { title } criteria { links { reflection } } } } }',
      { id },
    );
    expect(submission.snapshot.items[0]?.title).toBe(`Notes of ${eve?.name}`);
    expect(shown.digest).toBe(submission.snapshot.digest);

    await api.sql('INSERT INTO assessment_setting (hides_names) VALUES (false)');
    expect((await read()).items[0]?.title).toBe(`Notes of ${eve?.name}`);
    await api.sql('DELETE FROM assessment_setting');
    await putBack(as.ada, slotId, 'Enough');
    await withdraw(as.eve, id);
  });

  it('is refused at hand-in when the assessor became the candidate’s manager meanwhile', async () => {
    const { slotId, rubric } = await waiting('Becomes manager');
    await claim(as.bo, slotId);
    await saveMark(as.bo, slotId, rubric, [2, 2]);
    await addManager(api, people.eve, people.bo);
    const refused = await handInMark(as.bo, slotId);
    expect(refused.__typename).toBe('NotEligible');
    expect(refused.rules.filter((each) => !each.ok).map((each) => each.rule)).toEqual(['not-manager']);
    await api.sql('DELETE FROM employment WHERE manager_id = $1', [people.bo]);
    await putBack(as.bo, slotId, 'I lead her now');
  });

  it('is not taken by an author of its rubric while nobody else could, and says what is lacking', async () => {
    const { ada, bo, max } = people;
    const written = await addAchievement(api, skill.id, 'Written by Ada', 'DRAFT');
    await api.sql(
      `UPDATE achievement_version SET state = 'PUBLISHED', published_at = now(), author_ids = $2 WHERE id = $1`,
      [written.id, [ada]],
    );
    await addFounders(api, written.achievementId, [ada, bo]);
    const slotId = await slotOf(api, await handIn(as.eve, written));
    const remove = (personId: string) =>
      act(
        as.hana,
        `mutation($id: ID!, $personId: ID!) { result: removeFounder(achievementVersionId: $id, personId: $personId) { __typename ... on Refusal { message } } }`,
        { id: written.id, personId },
      );
    const gap = async () =>
      (
        await as.hana.query<{ achievementVersion: { assessorGap: string | null } }>(
          'query($id: ID!) { achievementVersion(id: $id) { assessorGap } }',
          { id: written.id },
        )
      ).achievementVersion.assessorGap;
    const adasRules = async () => {
      const { rules } = await claim(as.ada, slotId);
      return rules.filter((each) => !each.ok).map((each) => each.rule);
    };
    expect(await gap()).toBeNull();
    expect(await remove(bo)).toMatchObject({ message: expect.stringContaining('Name somebody else first') as string });

    // Nobody asks before a role ends.
    await api.sql('UPDATE role_grant SET ends_at = now() WHERE person_id = $1', [bo]);
    expect(await gap()).toBe('Everybody who could assess it has written on it. Name one assessor who has not.');
    const queue = await as.ada.query<Queue>(QUEUE, { scope: 'CAN_TAKE' });
    expect(queue.reviewQueue.edges.map(({ node }) => node.id)).not.toContain(slotId);
    expect(await adasRules()).toEqual(['not-author-alone']);
    // A qualification that is suspended or over counts for nobody.
    await addFounders(api, written.achievementId, [max]);
    expect(await gap()).toBeNull();
    await api.sql(
      `UPDATE assessor_qualification SET state = 'SUSPENDED' WHERE achievement_id = $1 AND person_id = $2`,
      [written.achievementId, max],
    );
    expect(await adasRules()).toEqual(['not-author-alone']);
    // Leads are told, once for the time being.
    const tellings = async () => {
      await api.asSystem((system) => api.app.get(MissingAssessorsJob, { strict: false }).run(system));
      return api.sql<{ payload: object }>(
        `SELECT payload FROM domain_event WHERE type = 'AssessorsMissing' AND subject_id = $1`,
        [written.achievementId],
      );
    };
    expect((await tellings()).map(({ payload }) => payload)).toMatchObject([
      { gap: 'Everybody who could assess it has written on it. Name one assessor who has not.' },
    ]);
    expect(await tellings()).toHaveLength(1);

    await api.sql('UPDATE role_grant SET ends_at = NULL WHERE person_id = $1', [bo]);
    expect(await claim(as.ada, slotId)).toMatchObject({ __typename: 'MarkingSlot' });
    await api.sql('UPDATE role_grant SET ends_at = now() WHERE person_id = $1', [bo]);
    await saveMark(as.ada, slotId, written.rubric, [2, 2]);
    expect(await handInMark(as.ada, slotId)).toMatchObject({ __typename: 'MarkingSlot' });
    await api.sql('UPDATE role_grant SET ends_at = NULL WHERE person_id = $1', [bo]);
  });

  it('keeps from whoever judges without names what a document says of its maker', async () => {
    const achievement = await addAchievement(api, skill.id, 'With documents');
    await addFounders(api, achievement.achievementId, [people.ada]);
    const begun = await start(as.eve, achievement.id);
    const word = officeFile('docx', [
      { name: 'docProps/core.xml', content: '<cp:coreProperties><dc:creator>Canary</dc:creator></cp:coreProperties>' },
      { name: 'docProps/app.xml', content: '<Properties><Company>Canary</Company></Properties>' },
      { name: 'docProps/thumbnail.jpeg', content: 'Canary' },
      { name: 'word/comments.xml', content: '<w:comment w:author="Canary" w:initials="Canary">Well said</w:comment>' },
      {
        name: 'word/people.xml',
        content: '<w15:person w15:author="Canary"><w15:presenceInfo w15:userId="Canary"/></w15:person>',
      },
      { name: 'word/styles.xml', content: '<w:style w:name="heading 1"/>' },
    ]);
    const film = readFileSync(new URL('support/media/canary.mp4', import.meta.url));
    const report = pdf({ trailer: '/Info 6 0 R ', more: ['<< /Author (Canary) >>'] });
    const kept: Record<string, string> = {};
    for (const [name, content] of [
      ['notes.docx', word],
      ['report.pdf', report],
      ['film.mp4', film],
      ['cut.mp4', film.subarray(0, -300)],
    ] as const) {
      const uploadId = await uploadEvidence(as.eve, name, content);
      const item = await act(
        as.eve,
        'mutation($input: FileEvidenceInput!) { result: addFileEvidence(input: $input) { ... on EvidenceItem { id } } }',
        { input: { uploadId, title: name } },
      );
      kept[name] = uploadId;
      for (const { id } of achievement.rubric.criteria) await link(as.eve, begun.id, id, item.id, 'Look');
    }
    await submit(as.eve, begun.id);
    const slotId = await slotOf(api, begun.id);
    await claim(as.ada, slotId);
    const FILES = 'query($id: ID!) { markingSlot(id: $id) { snapshot { items { file { name isWithheld } } } } }';
    expect(await as.ada.query(FILES, { id: slotId })).toMatchObject({
      markingSlot: {
        snapshot: {
          items: [
            { file: { name: 'evidence.docx', isWithheld: false } },
            { file: { name: 'evidence.pdf', isWithheld: true } },
            { file: { name: 'evidence.mp4', isWithheld: false } },
            { file: { name: 'evidence.mp4', isWithheld: true } },
          ],
        },
      },
    });
    const refused = await as.ada.fetch(`/files/${kept['report.pdf']}`);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('without knowing')]);
    const bytes = async (by: TestClient, name: string) =>
      Buffer.from(await (await by.fetch(`/files/${kept[name]}`)).arrayBuffer());
    const parts = Object.entries(unzipSync(await bytes(as.ada, 'notes.docx')));
    const words = parts.map(([name, content]) => `${name} ${Buffer.from(content).toString('utf8')}`).join('\n');
    expect(words).not.toContain('Canary');
    expect(words).toContain('Well said');
    expect(words).toContain('w:name="heading 1"');
    expect(words).not.toContain('thumbnail');
    // A film plays on, whole and in parts, and says nothing of whose telephone it is; one that nobody can read through is kept back.
    const shown = await bytes(as.ada, 'film.mp4');
    expect([film.includes('Canary'), shown.includes('Canary'), shown.length]).toEqual([true, false, film.length]);
    const part = await as.ada.fetch(`/files/${kept['film.mp4']}`, { headers: { range: 'bytes=1000-' } });
    expect(Buffer.from(await part.arrayBuffer()).equals(shown.subarray(1000))).toBe(true);
    expect((await as.ada.fetch(`/files/${kept['cut.mp4']}`)).status).toBe(403);
    for (const by of [as.eve, as.lea]) expect((await bytes(by, 'film.mp4')).equals(film)).toBe(true);
    // Its owner, and whoever leads, read it as it came; so does everybody where names are not hidden.
    for (const by of [as.eve, as.lea]) expect((await bytes(by, 'notes.docx')).equals(word)).toBe(true);
    await api.sql('INSERT INTO assessment_setting (hides_names) VALUES (false)');
    expect((await bytes(as.ada, 'report.pdf')).equals(report)).toBe(true);
    await api.sql('DELETE FROM assessment_setting');
  });

  it('shows files of the frozen copy to whoever holds it, and names nobody', async () => {
    const achievement = await addAchievement(api, skill.id, 'With a file');
    await addFounders(api, achievement.achievementId, [people.ada, people.bo]);
    const begun = await start(as.eve, achievement.id);
    const uploadId = await uploadEvidence(as.eve, 'picture.png', PNG);
    const item = await act(
      as.eve,
      'mutation($input: FileEvidenceInput!) { result: addFileEvidence(input: $input) { ... on EvidenceItem { id } } }',
      { input: { uploadId, title: 'A picture' } },
    );
    for (const { id } of achievement.rubric.criteria)
      await act(
        as.eve,
        `mutation($s: ID!, $c: ID!, $i: ID!) { result: linkEvidence(submissionId: $s, criterionId: $c, itemId: $i, reflection: "Look") { __typename } }`,
        { s: begun.id, c: id, i: item.id },
      );
    await submit(as.eve, begun.id);
    const slotId = await slotOf(api, begun.id);
    const FILE = `query($id: ID!) { markingSlot(id: $id) { candidateCode snapshot { items { letter title file { url } } } lease { mine } } }`;
    interface Shown {
      markingSlot: { candidateCode: string; snapshot: { items: { file: { url: string } | null }[] } | null } | null;
    }
    const files = async (by: TestClient) =>
      (await by.query<Shown>(FILE, { id: slotId })).markingSlot?.snapshot?.items.map(({ file }) => file?.url);
    const url = `/files/${uploadId}`;
    // Whoever leads looks into what was handed in: an appeal is decided by it.
    expect((await as.lea.fetch(url)).status).toBe(503);
    // Before the claim there is nothing to look at yet.
    expect(await files(as.ada)).toBeUndefined();
    expect((await as.ada.fetch(url)).status).toBe(404);
    await claim(as.ada, slotId);
    expect(await files(as.ada)).toEqual([url]);
    // A picture that we draw for her is on its way; there is nothing at all for the others.
    expect((await as.ada.fetch(url)).status).toBe(503);
    for (const name of ['bo', 'max', 'hana'] as const) expect((await as[name].fetch(url)).status).toBe(404);
    expect(JSON.stringify(await as.ada.query(FILE, { id: slotId }))).not.toContain('eve');
    // The private library and the submission itself stay closed even to the assessor.
    expect(
      await as.ada.query(
        'query($s: ID!, $i: ID!) { submission(id: $s) { id } evidenceItem(id: $i) { id } a: node(id: $s) { id } }',
        {
          s: begun.id,
          i: item.id,
        },
      ),
    ).toEqual({ submission: null, evidenceItem: null, a: null });
  });
});
