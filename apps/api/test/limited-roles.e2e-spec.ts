import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, claimNext, handInMark, release, renew, saveMark, slotOf } from './support/assessor.js';
import { handIn } from './support/candidate.js';
import { addGrant, addUnit, employIn, grant } from './support/grants.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';

const QUEUE = `{ reviewQueue(scope: CAN_TAKE) { totalCount edges { node { id viewerCan } } } reviewCounts { canTake hidden } }`;
interface Queue {
  reviewQueue: { totalCount: number; edges: { node: { id: string; viewerCan: string[] } }[] };
  reviewCounts: { canTake: number; hidden: number };
}

/** A role that is limited to a unit or an achievement opens what is inside, and what is about everybody not at all. */
describe('limited roles', () => {
  type Name = 'free' | 'byUnit' | 'byAchievement' | 'byBoth' | 'here' | 'there' | 'ada' | 'nobody';
  let api: TestApi;
  let people: People<Name>;
  const as = {} as Record<Name, TestClient>;
  let works: string;
  let welding: Awaited<ReturnType<typeof addAchievement>>;
  let wiring: Awaited<ReturnType<typeof addAchievement>>;
  const slots = {} as Record<'hereWelding' | 'hereWiring' | 'thereWelding' | 'thereWiring', string>;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    people = await addPeople(api, {
      free: ['ASSESSOR'],
      byUnit: [],
      byAchievement: [],
      byBoth: [],
      here: [],
      there: [],
      ada: ['ADMINISTRATOR'],
      nobody: [],
    });
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
    works = await addUnit(api, 'Works');
    const night = await addUnit(api, 'Night shift', works);
    await employIn(api, people.here, night);
    await employIn(api, people.there, await addUnit(api, 'Office'));
    const skill = await addSkill(api);
    welding = await addAchievement(api, skill.id, 'Welding');
    wiring = await addAchievement(api, skill.id, 'Wiring');
    await addGrant(api, people.byUnit, 'ASSESSOR', { unit: works });
    await addGrant(api, people.byAchievement, 'ASSESSOR', { achievement: welding.achievementId });
    await addGrant(api, people.byBoth, 'ASSESSOR', { unit: works, achievement: welding.achievementId });
    for (const { achievementId } of [welding, wiring])
      await addFounders(api, achievementId, [people.free, people.byUnit, people.byAchievement, people.byBoth]);
    slots.hereWelding = await slotOf(api, await handIn(as.here, welding));
    slots.hereWiring = await slotOf(api, await handIn(as.here, wiring));
    slots.thereWelding = await slotOf(api, await handIn(as.there, welding));
    slots.thereWiring = await slotOf(api, await handIn(as.there, wiring));
  });
  afterAll(() => api.close());

  describe('of assessors', () => {
    const mayTake: [Name, (keyof typeof slots)[]][] = [
      ['free', ['hereWelding', 'hereWiring', 'thereWelding', 'thereWiring']],
      ['byUnit', ['hereWelding', 'hereWiring']],
      ['byAchievement', ['hereWelding', 'thereWelding']],
      ['byBoth', ['hereWelding']],
    ];

    it.each(mayTake)('shows %s the queue within the role', async (name, within) => {
      const { reviewQueue, reviewCounts } = await as[name].query<Queue>(QUEUE);
      expect(reviewQueue.edges.map(({ node }) => node.id).sort()).toEqual(within.map((key) => slots[key]).sort());
      expect(reviewQueue.edges.every(({ node }) => node.viewerCan.includes('claim'))).toBe(true);
      expect(reviewCounts).toEqual({ canTake: within.length, hidden: 0 });
    });

    it.each(mayTake)('answers %s alike for a slot outside and one that is not there', async (name, within) => {
      for (const key of Object.keys(slots) as (keyof typeof slots)[]) {
        const ask = `query($id: ID!) { node(id: $id) { id } markingSlot(id: $id) { id } }`;
        const found = { id: slots[key] };
        const seen = within.includes(key) ? { node: found, markingSlot: found } : { node: null, markingSlot: null };
        expect(await as[name].query(ask, { id: slots[key] })).toEqual(seen);
      }
    });

    it('refuses to claim outside, and says which rule it is', async () => {
      for (const [name, key] of [
        ['byUnit', 'thereWelding'],
        ['byAchievement', 'hereWiring'],
        ['byBoth', 'thereWelding'],
        ['byBoth', 'hereWiring'],
      ] as const) {
        const refused = await claim(as[name], slots[key]);
        expect(refused.__typename).toBe('NotEligible');
        expect(refused.rules.filter(({ ok }) => !ok)).toEqual([
          { rule: 'within-role', ok: false, sentence: 'Your role is limited, and does not cover it' },
        ]);
      }
    });

    it('takes the next one from inside only', async () => {
      const first = await claimNext(as.byBoth);
      expect(first.id).toBe(slots.hereWelding);
      expect((await claimNext(as.byBoth)).__typename).toBe('NothingToClaim');
      expect((await saveMark(as.byBoth, slots.hereWelding, welding.rubric, [2, 2])).__typename).toBe('MarkingSlot');
    });

    it('ends marking when the candidate moves out of the unit, and goes on when they move back', async () => {
      const office = await addUnit(api, 'Store');
      const [employment] = await api.sql<{ id: string; org_unit_id: string }>(
        'SELECT id, org_unit_id FROM employment WHERE person_id = $1',
        [people.here],
      );
      const move = (unit: string | undefined) =>
        api.sql('UPDATE employment SET org_unit_id = $2 WHERE id = $1', [employment?.id, unit]);
      await move(office);
      expect((await saveMark(as.byBoth, slots.hereWelding, welding.rubric, [2, 2], 1)).__typename).not.toBe(
        'MarkingSlot',
      );
      expect((await renew(as.byBoth, slots.hereWelding)).__typename).not.toBe('MarkingSlot');
      expect((await handInMark(as.byBoth, slots.hereWelding)).__typename).not.toBe('MarkingSlot');
      await move(employment?.org_unit_id);
      expect((await handInMark(as.byBoth, slots.hereWelding)).state).toBe('HANDED_IN');
      await move(office);
      expect((await release(as.byBoth, slots.hereWelding)).__typename).not.toBe('MarkingSlot');
      await move(employment?.org_unit_id);
      expect((await release(as.byBoth, slots.hereWelding)).submissionState).toBe('RELEASED');
    });
  });

  describe('of designers and leads', () => {
    const CREATE = `mutation($input: CreateAchievementInput!) { result: createAchievement(input: $input) { __typename ... on AchievementVersion { id } ... on Refusal { message } } }`;
    const NEXT = `mutation($id: ID!) { result: startNextVersion(achievementVersionId: $id) { __typename ... on AchievementVersion { id revision } ... on Refusal { message } } }`;
    const NAME = `mutation($id: ID!, $person: ID!) { result: nameFounder(achievementVersionId: $id, personId: $person) { __typename ... on Refusal { message } } }`;
    const result = async (by: TestClient, document: string, variables: object) =>
      (await by.query<{ result: { __typename: string; id: string; revision: number } }>(document, variables)).result;

    it('lets a designer of one achievement work on that one, and begin no other', async () => {
      const { dora } = await addPeople(api, { dora: [] });
      await addGrant(api, dora, 'PROGRAMME_OWNER', { achievement: welding.achievementId });
      const { tess } = await addPeople(api, { tess: ['PROGRAMME_OWNER'] });
      const [limited, free] = [await api.as(dora), await api.as(tess)];
      const draft = await result(limited, NEXT, { id: welding.id });
      expect(draft.__typename).toBe('AchievementVersion');
      expect((await result(limited, NEXT, { id: wiring.id })).__typename).not.toBe('AchievementVersion');
      const other = await result(free, NEXT, { id: wiring.id });

      const drafts = async (by: TestClient) =>
        (
          await by.query<{ achievements: { totalCount: number; edges: { node: { id: string } }[] } }>(
            '{ achievements(state: DRAFT) { totalCount edges { node { id } } } }',
          )
        ).achievements;
      expect((await drafts(limited)).edges.map(({ node }) => node.id)).toEqual([draft.id]);
      expect((await drafts(free)).totalCount).toBe(2);
      const see = `query($id: ID!) { achievementVersion(id: $id) { id } node(id: $id) { id } }`;
      expect(await limited.query(see, { id: other.id })).toEqual({ achievementVersion: null, node: null });
      const save = `mutation($id: ID!) { result: saveAchievementDraft(id: $id, expectedRevision: 1, input: { name: "Mine" }) { __typename } }`;
      expect((await result(limited, save, { id: other.id })).__typename).toBe('NotFound');
      expect((await result(limited, save, { id: draft.id })).__typename).toBe('AchievementVersion');
      const input = { name: 'Another', skillId: (await addSkill(api, 'Another')).id, levelOrdinal: 2 };
      expect((await result(limited, CREATE, { input })).__typename).toBe('NotAllowed');
      expect((await result(free, CREATE, { input })).__typename).toBe('AchievementVersion');
    });

    it('lets a lead of one achievement name its assessors, and see no others', async () => {
      const { lee } = await addPeople(api, { lee: [] });
      await addGrant(api, lee, 'ASSESSMENT_LEAD', { achievement: welding.achievementId });
      const lead = await api.as(lee);
      expect((await result(lead, NAME, { id: welding.id, person: people.nobody })).__typename).toBe(
        'AchievementVersion',
      );
      expect((await result(lead, NAME, { id: wiring.id, person: people.nobody })).__typename).toBe('NotAllowed');
      const assessors = async (id: string) =>
        (
          await lead.query<{ achievementVersion: { assessors: object[] } }>(
            'query($id: ID!) { achievementVersion(id: $id) { assessors { since } } }',
            { id },
          )
        ).achievementVersion.assessors;
      expect(await assessors(welding.id)).toHaveLength(5);
      expect(await assessors(wiring.id)).toEqual([]);
    });

    it('publishes nothing that only its authors could assess', async () => {
      const { ann, ben, cy } = await addPeople(api, {
        ann: ['PROGRAMME_OWNER', 'ASSESSOR'],
        ben: ['PROGRAMME_OWNER'],
        cy: ['ASSESSOR'],
      });
      const [author, other] = [await api.as(ann), await api.as(ben)];
      const trim = await addAchievement(api, (await addSkill(api, 'Trimming')).id, 'Trimming');
      const draft = await result(author, NEXT, { id: trim.id });
      const save = `mutation($id: ID!) { result: saveAchievementDraft(id: $id, expectedRevision: 1, input: { description: "Anew" }) { __typename } }`;
      await result(author, save, { id: draft.id });
      const open = async () =>
        (
          await other.query<{ achievementVersion: { openPoints: { section: string; message: string }[] } }>(
            'query($id: ID!) { achievementVersion(id: $id) { openPoints { section message } } }',
            { id: draft.id },
          )
        ).achievementVersion.openPoints.filter(({ section }) => section === 'assessors');
      expect((await result(other, NAME, { id: draft.id, person: ann })).__typename).toBe('AchievementVersion');
      expect(await open()).toEqual([
        {
          section: 'assessors',
          message: 'Everybody who could assess it has written on it. Name one assessor who has not.',
        },
      ]);
      // Whoever may assess something else only does not help.
      await addGrant(api, ben, 'ASSESSOR', { achievement: welding.achievementId });
      await result(author, NAME, { id: draft.id, person: ben });
      expect(await open()).toHaveLength(1);
      await result(other, NAME, { id: draft.id, person: cy });
      expect(await open()).toEqual([]);
    });
  });

  describe('of those who watch issuance', () => {
    it('shows and counts the awards within the role', async () => {
      const { ivo, ola, pat } = await addPeople(api, { ivo: [], ola: [], pat: ['PROGRAMME_OWNER'] });
      await addGrant(api, ivo, 'PROGRAMME_OWNER', { unit: works });
      await addGrant(api, ola, 'PROGRAMME_OWNER', { achievement: wiring.achievementId });
      const [byUnit, byAchievement, free] = [await api.as(ivo), await api.as(ola), await api.as(pat)];
      const ask = `{ issuances { totalCount edges { node { id viewerCan issuance { stage } } } } issuanceCounts { waiting failed quarantined issued } }`;
      interface Issuances {
        issuances: { totalCount: number; edges: { node: { id: string; viewerCan: string[]; issuance: object } }[] };
        issuanceCounts: { waiting: number };
      }
      const all = await free.query<Issuances>(ask);
      expect(all.issuances.totalCount).toBe(1);
      const award = all.issuances.edges[0]?.node;
      // The one award of this test is of welding, to somebody of the works.
      const inside = await byUnit.query<Issuances>(ask);
      expect(inside.issuances.edges.map(({ node }) => node.id)).toEqual([award?.id]);
      expect(inside.issuances.edges[0]?.node.viewerCan).toContain('seeIssuance');
      expect(inside.issuanceCounts.waiting).toBe(1);
      const outside = await byAchievement.query<Issuances>(ask);
      expect(outside.issuances.totalCount).toBe(0);
      expect(outside.issuanceCounts.waiting).toBe(0);
      expect(await byAchievement.query('query($id: ID!) { node(id: $id) { id } }', { id: award?.id })).toEqual({
        node: null,
      });
      const retry = `mutation($id: ID!) { result: retryIssuance(awardId: $id) { __typename } }`;
      expect(await byAchievement.query(retry, { id: award?.id })).toEqual({ result: { __typename: 'NotFound' } });
      expect(await byUnit.query(retry, { id: award?.id })).toEqual({ result: { __typename: 'Award' } });
    });
  });

  describe('of what is about everybody', () => {
    it.each([
      ['HR_DESIGNER', 'mutation { publishFramework(id: "none") { __typename } }'],
      ['ADMINISTRATOR', '{ auditEntries { totalCount } }'],
      ['AUDITOR', '{ auditEntries { totalCount } }'],
    ] as const)('does not come with a limited %s', async (role, document) => {
      const { some, full } = await addPeople(api, { some: [], full: [role] });
      await addGrant(api, some, role, { unit: works });
      const limited = await api.as(some);
      const { errors } = await limited.ask(document);
      expect(errors?.[0]?.extensions?.code ?? errors?.[0]?.message).toBe('FORBIDDEN');
      const { errors: open } = await (await api.as(full)).ask(document);
      expect(open?.[0]?.extensions?.code).not.toBe('FORBIDDEN');
      const { viewer } = await limited.query<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
      expect(viewer.permissions).toContain('people.read');
    });
  });

  it('opens no evidence to administrators, also not to those who assess as well', async () => {
    const { ray } = await addPeople(api, { ray: ['ADMINISTRATOR', 'ASSESSOR'] });
    const both = await api.as(ray);
    const [item] = await api.sql<{ id: string }>('SELECT id FROM evidence_item WHERE person_id = $1 LIMIT 1', [
      people.here,
    ]);
    const [submission] = await api.sql<{ id: string }>('SELECT id FROM submission WHERE person_id = $1 LIMIT 1', [
      people.here,
    ]);
    for (const by of [as.ada, both]) {
      for (const id of [item?.id, submission?.id, slots.hereWiring])
        expect(await by.query('query($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
      expect(await by.query('query($id: ID!) { submission(id: $id) { id } }', { id: submission?.id })).toEqual({
        submission: null,
      });
    }
    expect((await claim(both, slots.hereWiring)).__typename).toBe('NotEligible');
    expect((await grant(as.ada, people.here, 'ASSESSOR')).state).toBe('IN_FORCE');
  });
});
