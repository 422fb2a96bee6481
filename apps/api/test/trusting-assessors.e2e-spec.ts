import { MarksOfService } from '../src/features/assessments/marks-of.service.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, handInMark, release, saveMark } from './support/assessor.js';
import { handIn } from './support/candidate.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';

interface Answer {
  __typename: string;
  id: string;
  message: string;
  state: string;
  revision: number;
  problems: { field: string }[];
}
const SAID = '__typename ... on Refusal { message } ... on InvalidInput { problems { field } }';

describe('trusting assessors', () => {
  type Name = 'lea' | 'lou' | 'ada' | 'bo' | 'cleo' | 'dan' | 'audrey';
  let api: TestApi;
  let people: People<Name>;
  const as = {} as Record<Name, TestClient>;
  let welding: Awaited<ReturnType<typeof addAchievement>>;
  let qualification = '';
  let released = '';

  const say = async (by: Name, operation: string, variables: object = {}, more = ''): Promise<Answer> => {
    const [head = '', call = ''] = operation.split('=>');
    const document = `mutation${head.trim()} { result: ${call.trim()} { ${SAID} ${more} } }`;
    return (await as[by].query<{ result: Answer }>(document, variables)).result;
  };
  const openSlot = async (submissionId: string) =>
    (
      await api.sql<{ id: string; purpose: string; reason: string; state: string }>(
        `SELECT id, purpose, reason, state FROM marking_slot WHERE submission_id = $1 AND state IN ('OPEN', 'LEASED') ORDER BY purpose`,
        [submissionId],
      )
    )[0];
  const stateOf = async (submissionId: string) =>
    (await api.sql<{ state: string }>('SELECT state FROM submission WHERE id = $1', [submissionId]))[0]?.state;
  const until = async (question: () => Promise<unknown>) => {
    for (let turn = 0; turn < 100; turn += 1) {
      if (await question()) return;
      await new Promise((go) => setTimeout(go, 100));
    }
    throw new Error('That did not happen within ten seconds.');
  };
  /** Somebody's hand-in, judged alone by an assessor. */
  async function judged(
    candidate: Name,
    assessor: Name,
    levels: number[],
  ): Promise<{ submissionId: string; slotId: string }> {
    const submissionId = await handIn(as[candidate], welding);
    const slotId = (await openSlot(submissionId))?.id ?? '';
    await claim(as[assessor], slotId);
    await saveMark(as[assessor], slotId, welding.rubric, levels);
    await handInMark(as[assessor], slotId);
    return { submissionId, slotId };
  }

  /** Two who judged the same by themselves, and differ; one of them is cleo. */
  async function differ(): Promise<string> {
    const { eve } = await addPeople(api, { eve: [] });
    const submissionId = await handIn(await api.as(eve), welding);
    await api.sql(`UPDATE marking_slot SET is_blind = true WHERE submission_id = $1`, [submissionId]);
    const [first] = await api.sql<{ id: string }>('SELECT id FROM marking_slot WHERE submission_id = $1', [
      submissionId,
    ]);
    await api.asSystem((system) =>
      api.app
        .get(MarksOfService)
        .openBeside(
          system,
          { id: first?.id ?? '', submissionId },
          { purpose: 'SECOND', reason: 'SAMPLE', round: 1, due: new Date(Date.now() + 86_400_000) },
        ),
    );
    for (const [name, level] of [
      ['cleo', 1],
      ['ada', 3],
    ] as const) {
      const place = (await openSlot(submissionId))?.id ?? '';
      await claim(as[name], place);
      await saveMark(as[name], place, welding.rubric, [level, level]);
      await handInMark(as[name], place);
    }
    expect(await stateOf(submissionId)).toBe('RECONCILING');
    return submissionId;
  }

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    people = await addPeople(api, {
      ...{ lea: ['ASSESSMENT_LEAD'], lou: ['ASSESSMENT_LEAD', 'ASSESSOR'], ada: ['ASSESSOR'], bo: ['ASSESSOR'] },
      ...{ cleo: [], dan: [], audrey: ['AUDITOR'] },
    });
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
    const skill = await addSkill(api);
    welding = await addAchievement(api, skill.id, 'Welding');
    await addFounders(api, welding.achievementId, [people.ada, people.bo, people.lou]);
    const first = await judged('cleo', 'ada', [3, 3]);
    released = first.submissionId;
    await release(as.ada, first.slotId);
    await until(async () => (await api.sql('SELECT 1 FROM credential WHERE person_id = $1', [people.cleo])).length);
  }, 120_000);
  afterAll(() => api.close());

  it('lets apply who holds the skill by assessment, and nobody else', async () => {
    const apply = '($id: ID!) => applyToAssess(achievementId: $id, message: "I weld every day")';
    const id = welding.achievementId;
    expect(await say('dan', apply, { id })).toMatchObject({ __typename: 'NotAllowed' });
    expect(await say('ada', apply, { id })).toMatchObject({ __typename: 'NotAllowed' });
    const { assessing } = await as.cleo.query<{ assessing: { couldAssess: { name: string }[] } }>(
      '{ assessing { couldAssess { name } } }',
    );
    expect(assessing.couldAssess).toEqual([{ name: 'Welding' }]);
    const application = await say('cleo', apply, { id }, '... on AssessorApplication { id }');
    const accept =
      '($id: ID!, $reason: String!, $yes: Boolean!) => answerAssessorApplication(id: $id, accept: $yes, reason: $reason)';
    const given = { id: application.id, yes: true, reason: '' };
    // Nobody makes themselves an assessor, and a stranger learns nothing of it.
    expect(await say('cleo', accept, given)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await say('dan', accept, given)).toMatchObject({ __typename: 'NotFound' });
    expect(await say('lea', accept, { ...given, yes: false })).toMatchObject({ problems: [{ field: 'reason' }] });
    expect(await say('lea', accept, given)).toMatchObject({ __typename: 'AssessorApplication' });
    // With the role, for this achievement and no other.
    await until(async () => {
      const roles = await api.sql<{ scope: string }>(
        `SELECT scope_achievement_id AS scope FROM role_grant WHERE person_id = $1 AND role = 'ASSESSOR' AND starts_at <= now()`,
        [people.cleo],
      );
      return roles.length === 1 && roles[0]?.scope === welding.achievementId;
    });

    const { assessors } = await as.lea.query<{
      assessors: {
        edges: {
          node: {
            person: { displayName: string };
            hasRole: boolean;
            qualifications: {
              id: string;
              state: string;
              basis: string;
              validUntil: string;
              history: { kind: string }[];
            }[];
          };
        }[];
      };
    }>(
      '{ assessors(search: "cleo") { edges { node { person { displayName } hasRole qualifications { id state basis validUntil history { kind } } } } } }',
    );
    const [cleo] = assessors.edges.map(({ node }) => node);
    expect(cleo).toMatchObject({
      hasRole: true,
      qualifications: [{ state: 'PROVISIONAL', basis: 'HOLDS_SKILL', history: [{ kind: 'NAMED' }] }],
    });
    qualification = cleo?.qualifications[0]?.id ?? '';
  });

  it('makes somebody who was invited an assessor only when they say yes', async () => {
    await api.sql('UPDATE assessor_qualification SET ended_at = now() WHERE id = $1', [qualification]);
    const id = welding.achievementId;
    const { assessorCandidates } = await as.lea.query<{ assessorCandidates: { id: string }[] }>(
      'query($id: ID!) { assessorCandidates(achievementId: $id) { id } }',
      { id },
    );
    expect(assessorCandidates).toEqual([{ id: people.cleo }]);
    const invite =
      '($id: ID!, $who: ID!) => inviteAssessor(achievementId: $id, personId: $who, message: "We need you")';
    expect(await say('lea', invite, { id, who: people.dan })).toMatchObject({ __typename: 'NotAllowed' });
    const invitation = await say('lea', invite, { id, who: people.cleo }, '... on AssessorApplication { id }');
    const answer = '($id: ID!) => answerAssessorApplication(id: $id, accept: true, reason: "")';
    expect(await say('lea', answer, { id: invitation.id })).toMatchObject({ __typename: 'NotAllowed' });
    expect(await say('cleo', answer, { id: invitation.id })).toMatchObject({ __typename: 'AssessorApplication' });
    await until(async () => {
      const [row] = await api.sql<{ id: string }>(
        `SELECT id FROM assessor_qualification WHERE person_id = $1 AND ended_at IS NULL AND state = 'PROVISIONAL'`,
        [people.cleo],
      );
      qualification = row?.id ?? '';
      return row;
    });
  });

  it('keeps training and validity with their reasons, and nobody keeps their own', async () => {
    const train = '($id: ID!, $on: Date!) => recordAssessorTraining(id: $id, completedOn: $on, note: "Course by Ada")';
    expect(await say('lea', train, { id: qualification, on: '2999-01-01' })).toMatchObject({
      problems: [{ field: 'completedOn' }],
    });
    expect(await say('lea', train, { id: qualification, on: '2026-01-02' })).toMatchObject({
      __typename: 'AssessorQualification',
    });
    const valid =
      '($id: ID!, $until: Date, $reason: String!) => setAssessorValidity(id: $id, validUntil: $until, reason: $reason)';
    expect(await say('lea', valid, { id: qualification, until: '2099-01-01', reason: ' ' })).toMatchObject({
      problems: [{ field: 'reason' }],
    });
    expect(await say('lea', valid, { id: qualification, until: '2001-01-01', reason: 'x' })).toMatchObject({
      problems: [{ field: 'validUntil' }],
    });
    expect(await say('lea', valid, { id: qualification, until: '2099-01-01', reason: 'Two years' })).toMatchObject({
      __typename: 'AssessorQualification',
    });
    const [own] = await api.sql<{ id: string }>('SELECT id FROM assessor_qualification WHERE person_id = $1', [
      people.lou,
    ]);
    const change = '($id: ID!, $reason: String!) => changeAssessorState(id: $id, state: WATCH, reason: $reason)';
    expect(await say('lou', change, { id: own?.id, reason: 'Mine' })).toMatchObject({ __typename: 'NotAllowed' });
    const { assessing } = await as.cleo.query<{
      assessing: { qualifications: { history: { kind: string; reason: string }[] }[] };
    }>('{ assessing { qualifications { history { kind reason } } } }');
    expect(assessing.qualifications[0]?.history.map(({ kind }) => kind)).toEqual(['VALIDITY', 'TRAINED', 'NAMED']);
  });

  it('takes availability and leave, and names what is wrong with them', async () => {
    const save = '($input: AvailabilityInput!, $who: ID) => saveAvailability(input: $input, personId: $who)';
    const input = { capacity: 2, weeklyHours: 4, paused: false, expectedRevision: 0 };
    expect(await say('cleo', save, { input: { ...input, capacity: 0, weeklyHours: 100 } })).toMatchObject({
      problems: [{ field: 'capacity' }, { field: 'weeklyHours' }],
    });
    expect(await say('cleo', save, { input }, '... on AssessorProfile { revision }')).toMatchObject({ revision: 1 });
    expect(await say('cleo', save, { input })).toMatchObject({ __typename: 'ChangedMeanwhile' });
    expect(await say('dan', save, { input, who: people.cleo })).toMatchObject({ __typename: 'NotFound' });
    const leave = '($input: LeaveInput!) => addLeave(input: $input)';
    const days = { startsOn: '2090-05-01', endsOn: '2090-05-20', reason: 'Summer' };
    expect(await say('cleo', leave, { input: { ...days, endsOn: '2090-04-01' } })).toMatchObject({
      problems: [{ field: 'endsOn' }],
    });
    expect(await say('cleo', leave, { input: days })).toMatchObject({ __typename: 'AssessorLeave' });
    expect(
      await say('cleo', leave, { input: { ...days, startsOn: '2090-05-20', endsOn: '2090-06-01' } }),
    ).toMatchObject({
      problems: [{ field: 'startsOn' }],
    });
    const { assessors } = await as.lea.query<{
      assessors: { edges: { node: { capacity: number; weeklyHours: number; leave: object[] } }[] };
    }>('{ assessors(search: "cleo") { edges { node { capacity weeklyHours leave { startsOn } } } } }');
    expect(assessors.edges[0]?.node).toEqual({ capacity: 2, weeklyHours: 4, leave: [{ startsOn: '2090-05-01' }] });
  });

  it('asks for a second mark on what a new assessor judges', async () => {
    const { submissionId } = await judged('dan', 'cleo', [3, 3]);
    expect(await openSlot(submissionId)).toMatchObject({ purpose: 'SECOND', reason: 'NEW_ASSESSOR' });
    expect(await stateOf(submissionId)).toBe('IN_MARKING');
    const second = (await openSlot(submissionId))?.id ?? '';
    await claim(as.bo, second);
    await saveMark(as.bo, second, welding.rubric, [3, 3]);
    await handInMark(as.bo, second);
    expect(await stateOf(submissionId)).toBe('READY_FOR_RELEASE');
  });

  it('calibrates by work without a name whose worth two people agree on', async () => {
    const make =
      '($id: ID!, $from: ID) => createExemplar(achievementId: $id, title: "A clean seam", submissionId: $from)';
    expect(await say('lea', make, { id: welding.achievementId, from: people.dan })).toMatchObject({
      __typename: 'NotFound',
    });
    const exemplar = await say(
      'lea',
      make,
      { id: welding.achievementId, from: released },
      '... on Exemplar { id items { letter text title } revision }',
    );
    expect(JSON.stringify(exemplar)).not.toMatch(/cleo/i);
    const levels = welding.rubric.criteria.map(({ id }) => ({ criterionId: id, level: 3, reason: 'It holds' }));
    const propose =
      '($id: ID!, $criteria: [DefinitiveLevelInput!]!) => proposeDefinitiveMark(exemplarId: $id, criteria: $criteria)';
    expect(await say('lea', propose, { id: exemplar.id, criteria: levels.slice(0, 1) })).toMatchObject({
      problems: [{ field: 'criteria' }],
    });
    expect(await say('lea', propose, { id: exemplar.id, criteria: levels })).toMatchObject({ __typename: 'Exemplar' });
    const open = '($input: CalibrationRoundInput!) => openCalibrationRound(input: $input)';
    const round = {
      achievementId: welding.achievementId,
      name: 'Spring',
      exemplarIds: [exemplar.id],
      needed: 1,
      tolerance: 0,
    };
    expect(await say('lea', open, { input: round })).toMatchObject({ problems: [{ field: 'exemplarIds' }] });
    const agree = '($id: ID!) => agreeDefinitiveMark(exemplarId: $id)';
    expect(await say('lea', agree, { id: exemplar.id })).toMatchObject({ __typename: 'NotAllowed' });
    expect(await say('lou', agree, { id: exemplar.id })).toMatchObject({ __typename: 'Exemplar' });
    const opened = await say('lea', open, { input: round }, '... on CalibrationRound { id }');

    const LOOK = `query($id: ID!) { calibrationRound(id: $id) { name exemplars { revision isOwn handedInAt within
      compared { given definitive difference within reason } exemplar { id definitive { criteria { level } } } } } }`;
    const look = async (by: Name) =>
      (
        await as[by].query<{ calibrationRound: { exemplars: Record<string, unknown>[] } | null }>(LOOK, {
          id: opened.id,
        })
      ).calibrationRound;
    expect(await look('dan')).toBeNull();
    expect((await look('cleo'))?.exemplars).toMatchObject([
      { within: null, compared: null, exemplar: { definitive: null } },
    ]);
    // Whoever said what it is worth does not judge it.
    const mark = (level: number) => ({
      criteria: welding.rubric.criteria.map(({ id }, index) => ({
        criterionId: id,
        level: index ? level : 3,
        comment: '',
      })),
      expectedRevision: 0,
    });
    const save =
      '($id: ID!, $ex: ID!, $input: CalibrationMarkInput!) => saveCalibrationMark(roundId: $id, exemplarId: $ex, input: $input)';
    const given = { id: opened.id, ex: exemplar.id };
    expect(await say('lou', save, { ...given, input: mark(3) })).toMatchObject({ __typename: 'NotAllowed' });
    const handOver = '($id: ID!, $ex: ID!) => handInCalibrationMark(roundId: $id, exemplarId: $ex)';
    expect(await say('cleo', handOver, given)).toMatchObject({ problems: [{ field: 'criteria' }] });
    for (const [by, level] of [
      ['cleo', 3],
      ['ada', 2],
    ] as const) {
      expect(await say(by, save, { ...given, input: mark(level) })).toMatchObject({ __typename: 'CalibrationRound' });
      expect(await say(by, handOver, given)).toMatchObject({ __typename: 'CalibrationRound' });
    }
    expect((await look('ada'))?.exemplars).toMatchObject([
      {
        within: false,
        compared: [
          { difference: 0, within: true },
          { given: 2, definitive: 3, difference: -1, reason: 'It holds' },
        ],
      },
    ]);
    await until(
      async () =>
        (await api.sql(`SELECT 1 FROM assessor_qualification WHERE id = $1 AND state = 'APPROVED'`, [qualification]))
          .length,
    );
    const { calibrationRound } = await as.lea.query<{ calibrationRound: { progress: object[] } }>(
      'query($id: ID!) { calibrationRound(id: $id) { progress { person { id } handedIn within bias } } }',
      { id: opened.id },
    );
    expect(calibrationRound.progress).toEqual([
      { person: { id: people.cleo }, handedIn: 1, within: 1, bias: 0 },
      { person: { id: people.ada }, handedIn: 1, within: 0, bias: -0.5 },
    ]);
  });

  it('takes a suspended assessor’s work back, and lists what was released', async () => {
    // Five marks of an approved assessor are behind it, as far as the rule counts.
    await api.sql(`UPDATE assessor_qualification SET basis = 'FOUNDER' WHERE id = $1`, [qualification]);
    await api.sql(`UPDATE submission SET state = 'WITHDRAWN' WHERE person_id = $1`, [people.dan]);
    const alone = await judged('dan', 'cleo', [3, 3]);
    expect(await stateOf(alone.submissionId)).toBe('READY_FOR_RELEASE');
    // Decided by them alone and waiting for a moderator; and differing from another, to be settled by the two.
    await api.sql(`UPDATE submission SET state = 'WITHDRAWN' WHERE person_id = $1 AND state <> 'READY_FOR_RELEASE'`, [
      people.audrey,
    ]);
    const moderated = await judged('audrey', 'cleo', [3, 3]);
    const check = '($id: ID!) => askModeration(submissionId: $id)';
    expect(await say('lea', check, { id: moderated.submissionId })).toMatchObject({ __typename: 'AssessmentCase' });
    const differing = await differ();
    const held = await handIn(as.lea, welding);
    const slot = (await openSlot(held))?.id ?? '';
    await claim(as.cleo, slot);
    const change = '($id: ID!, $reason: String!) => changeAssessorState(id: $id, state: SUSPENDED, reason: $reason)';
    expect(await say('lea', change, { id: qualification, reason: '' })).toMatchObject({
      problems: [{ field: 'reason' }],
    });
    expect(await say('lea', change, { id: qualification, reason: 'Did not look at the evidence' })).toMatchObject({
      __typename: 'AssessorQualification',
    });
    await until(async () => (await stateOf(alone.submissionId)) === 'QUEUED');
    expect(await stateOf(moderated.submissionId)).toBe('QUEUED');
    expect(await openSlot(moderated.submissionId)).toMatchObject({ purpose: 'FIRST', reason: 'SENT_BACK' });
    expect(await stateOf(differing)).toBe('QUEUED');
    expect(await api.sql('SELECT settled_how FROM reconciliation WHERE submission_id = $1', [differing])).toEqual([
      { settled_how: 'SENT_BACK' },
    ]);
    expect(await openSlot(alone.submissionId)).toMatchObject({ purpose: 'FIRST', reason: 'SENT_BACK', state: 'OPEN' });
    expect(await openSlot(held)).toMatchObject({ state: 'OPEN' });
    expect(await stateOf(held)).toBe('QUEUED');
    const { assessors } = await as.lea.query<{
      assessors: { edges: { node: { qualifications: { work: { releasedAt: string | null }[] }[] } }[] };
    }>(
      '{ assessors(search: "cleo") { edges { node { qualifications { work { candidateCode releasedAt outcome } } } } } }',
    );
    expect(assessors.edges[0]?.node.qualifications[0]?.work.length).toBeGreaterThan(0);
  });

  it('looks at decisions again by a seed that anybody can draw with', async () => {
    const start = '($input: SamplingPlanInput!) => startSamplingPlan(input: $input)';
    const input = {
      achievementId: welding.achievementId,
      share: 1,
      newAssessor: true,
      borderline: true,
      highStakes: true,
    };
    expect(await say('lea', start, { input: { ...input, share: 2 } })).toMatchObject({
      problems: [{ field: 'share' }],
    });
    const plan = await say('lea', start, { input }, '... on SamplingPlan { id seed }');
    expect(await say('lea', start, { input })).toMatchObject({ __typename: 'NotAllowed' });
    const { submissionId } = await judged('bo', 'ada', [3, 3]);
    expect(await openSlot(submissionId)).toMatchObject({ purpose: 'MODERATION', reason: 'MODERATION_SAMPLE' });
    const READ = `query($id: ID) { samplingPlans { counts { lookedAt chosen least enough checked notSound } }
      samples(planId: $id, scope: ALL) { totalCount edges { node { id draw strata finding assessor { id } } } } }`;
    const read = async (by: Name) =>
      as[by].query<{
        samplingPlans: object[];
        samples: { totalCount: number; edges: { node: { id: string; draw: number; strata: string[] } }[] };
      }>(READ, { id: plan.id });
    const { samplingPlans, samples } = await read('audrey');
    expect(samplingPlans).toEqual([
      { counts: { lookedAt: 1, chosen: 1, least: 1, enough: 1, checked: 0, notSound: 0 } },
    ]);
    const sample = samples.edges[0]?.node;
    expect(sample?.strata).toEqual(['RANDOM']);
    const [again] = await api.sql<{ draw: number }>(
      'SELECT app_draw(seed, $2) AS draw FROM sampling_plan WHERE id = $1',
      [plan.id, submissionId],
    );
    expect(sample?.draw).toBeCloseTo(again?.draw ?? -1, 12);
    // What a moderator says is the finding, without being written again.
    await api.sql(`UPDATE submission SET state = 'WITHDRAWN' WHERE person_id = $1`, [people.dan]);
    const checked = await judged('dan', 'ada', [3, 3]);
    const moderation = (await openSlot(checked.submissionId))?.id ?? '';
    await claim(as.bo, moderation);
    const verdict = '($id: ID!) => moderate(slotId: $id, input: { outcome: CONFIRMED, reason: "Seen", criteria: [] })';
    expect(await say('bo', verdict, { id: moderation })).toMatchObject({ __typename: 'MarkingSlot' });
    await until(
      async () =>
        (
          await api.sql(
            `SELECT 1 FROM sample_item WHERE submission_id = $1 AND finding = 'SOUND' AND found_by = $2 AND finding_note = 'Seen'`,
            [checked.submissionId, people.bo],
          )
        ).length,
    );
    const find = '($id: ID!, $note: String!) => recordSampleFinding(id: $id, finding: NOT_SOUND, note: $note)';
    expect(await say('lea', find, { id: sample?.id, note: '' })).toMatchObject({ problems: [{ field: 'note' }] });
    expect(await say('lea', find, { id: sample?.id, note: 'No record of the second seam' })).toMatchObject({
      __typename: 'SampleItem',
    });
    expect(await say('lea', find, { id: sample?.id, note: 'Again' })).toMatchObject({ __typename: 'NotAllowed' });
    expect(await say('lea', '($id: ID!) => endSamplingPlan(id: $id)', { id: plan.id })).toMatchObject({
      __typename: 'SamplingPlan',
    });
  });

  const BOARD = `{ qualityBoard { marks doubleMarked fairness { people gini } severity { needed units } definitive { needed }
    queue { waiting beingMarked } loads { held handedIn person { id } } weeks { marks released }
    rubrics { name marks decision { units raters scale needed exact { value } } criteria { agreement { needed units } } } } }`;

  it('shows no figure of agreement under ten submissions, and says how many are missing', async () => {
    for (const by of ['lea', 'audrey'] as const) {
      const { qualityBoard } = await as[by].query<{ qualityBoard: { rubrics: object[]; definitive: object } }>(BOARD);
      expect(qualityBoard.rubrics).toMatchObject([
        {
          name: 'Welding',
          decision: { units: 1, raters: 2, scale: 2, needed: 9, exact: null },
          criteria: [{ agreement: { needed: 9 } }, {}],
        },
      ]);
      expect(qualityBoard.definitive).toMatchObject({ needed: expect.any(Number) });
    }
    expect((await as.ada.ask(BOARD)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('gives a report that can be filed, with the same figures', async () => {
    const csv = await (await as.audrey.fetch('/quality/report.csv')).text();
    expect(csv.split('\n')[0]).toContain('Subject,Figure,Value');
    expect(csv).toContain('"Nothing is shown under 10 units: 9 more"'.replaceAll('"', ''));
    const pdf = Buffer.from(await (await as.audrey.fetch('/quality/report.pdf')).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await as.ada.fetch('/quality/report.csv')).status).toBe(403);
    expect((await as.audrey.fetch('/quality/report.csv?from=yesterday')).status).toBe(400);
  });

  it('tells a lead who marks blind nothing of what the other has done', async () => {
    await api.sql(`UPDATE submission SET state = 'WITHDRAWN' WHERE person_id = $1`, [people.audrey]);
    const submissionId = await handIn(as.audrey, welding);
    const first = (await openSlot(submissionId))?.id ?? '';
    await api.sql(
      `INSERT INTO marking_slot SELECT (jsonb_populate_record(slot, jsonb_build_object('id', gen_random_uuid(), 'purpose', 'SECOND', 'is_blind', true))).*
       FROM marking_slot slot WHERE id = $1`,
      [first],
    );
    await api.sql('UPDATE marking_slot SET is_blind = true WHERE id = $1', [first]);
    const [second] = await api.sql<{ id: string }>(
      `SELECT id FROM marking_slot WHERE submission_id = $1 AND purpose = 'SECOND'`,
      [submissionId],
    );
    await claim(as.lou, second?.id ?? '');
    const ASSESSORS = '{ assessors { edges { node { held handedIn person { id } } } } }';
    const told = async () => JSON.stringify([await as.lou.query(BOARD), await as.lou.query(ASSESSORS)]);
    const before = await told();
    await claim(as.ada, first);
    expect(await told()).toBe(before);
    await saveMark(as.ada, first, welding.rubric, [1, 1]);
    await handInMark(as.ada, first);
    expect(await told()).toBe(before);
  });

  it('judges anew what was on hold when its assessor was suspended, and not before it goes on', async () => {
    await api.sql(`UPDATE assessor_qualification SET state = 'APPROVED' WHERE id = $1`, [qualification]);
    const { pat } = await addPeople(api, { pat: [] });
    const { dan } = as;
    as.dan = await api.as(pat);
    const paused = await judged('dan', 'cleo', [3, 3]);
    as.dan = dan;
    const pause = '($id: ID!, $reason: String!) => holdSubmission(submissionId: $id, reason: $reason)';
    await say('lea', pause, { id: paused.submissionId, reason: 'Whose work it is, is being asked' });
    expect(await stateOf(paused.submissionId)).toBe('ON_HOLD');
    const change = '($id: ID!, $reason: String!) => changeAssessorState(id: $id, state: SUSPENDED, reason: $reason)';
    await say('lea', change, { id: qualification, reason: 'Did not look at the evidence' });
    await until(async () => (await openSlot(paused.submissionId)) !== undefined);
    expect(await stateOf(paused.submissionId)).toBe('ON_HOLD');
    expect(await openSlot(paused.submissionId)).toMatchObject({ purpose: 'FIRST', reason: 'SENT_BACK' });
    expect((await claim(as.bo, (await openSlot(paused.submissionId))?.id ?? '')).__typename).not.toBe('MarkingSlot');
    await say('lea', '($id: ID!) => resumeSubmission(submissionId: $id)', { id: paused.submissionId });
    expect(await stateOf(paused.submissionId)).toBe('QUEUED');
    expect((await claim(as.bo, (await openSlot(paused.submissionId))?.id ?? '')).__typename).toBe('MarkingSlot');
  });
});
