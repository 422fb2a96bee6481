import {
  type Compared,
  askedAt,
  DAY,
  type Facts,
  levelAt,
  type Look,
  type Seats,
  shareOf,
  type Worked,
} from './facts.js';
import * as insights from './numbers-of-insights.js';

/** Each screen with numbers about standing beside the map. Those that know no other day are asked today alone. */
export async function numbersOfScreens(seats: Seats, facts: Facts, days: number): Promise<Record<string, Worked>> {
  const { supply, units, figures, succession, costs, goals, needs } = insights;
  const look = { ...seats, facts, days, asOf: new Date(Date.now() + days * DAY) };
  const found: Record<string, Worked> = { team: await team(look), readiness: await readiness(look) };
  if (days >= 0) found.asking = await asking(look);
  // Of the future the insights know nothing.
  if (days <= 0)
    for (const [name, screen] of Object.entries({ supply, units, figures, succession, costs, goals }))
      found[name] = await screen(look);
  if (days === 0) for (const [name, screen] of Object.entries({ home, gap, needs })) found[name] = await screen(look);
  return found;
}

/** The rows and the foot of the reports of one manager. */
async function team({ top, asOf, people }: Look): Promise<Worked> {
  const { team: shown } = await top.query<{
    team: {
      size: number;
      skills: { skill: { id: string }; asked: number; covered: number }[];
      people: { person: { id: string }; cells: { skillId: string; level: number | null; state: string | null }[] }[];
    };
  }>(
    'query($asOf: DateTime) { team(asOf: $asOf) { size skills { skill { id } asked covered } people { person { id } cells { skillId level state } } } }',
    { asOf: asOf.toISOString() },
  );
  const reports = people.slice(1, 13);
  return (facts) => [
    { given: shown.size, worked: reports.length },
    ...shown.people.flatMap(({ person, cells }) =>
      cells.map(({ skillId, level, state }) => ({
        given: state === 'CURRENT' ? (level ?? 0) : 0,
        worked: levelAt(facts, person.id, skillId, asOf),
      })),
    ),
    ...shown.skills.flatMap(({ skill, asked, covered }) => {
      // Jobs of today, whatever day the levels are of.
      const rows = askedAt(facts, new Date()).filter(
        (row) => row.skillId === skill.id && reports.includes(row.personId),
      );
      const has = (personId: string) => levelAt(facts, personId, skill.id, asOf);
      const met = rows.filter(({ personId, level }) => has(personId) >= level).length;
      const holders = reports.filter((personId) => has(personId) > 0).length;
      return [
        { given: asked, worked: rows.length },
        { given: covered, worked: rows.length > 0 ? met : holders },
      ];
    }),
  ];
}

/** What direct reports hold of what a job asks, and how near each is. */
async function readiness({ top, facts: { jobs }, people, asOf }: Look): Promise<Worked> {
  const shown: { personId: string; levelId: string; verified: number; rows: { skillId: string; ordinal: number }[] }[] =
    [];
  for (const personId of people.slice(1, 13)) {
    const levelId = jobs.find((job) => job.personId === personId)?.levelId ?? '';
    const { node } = await top.query<{ node: { readiness: Readiness } }>(
      `query($id: ID!, $level: ID!, $asOf: DateTime) { node(id: $id) { ... on Person {
         readiness(jobRoleLevelId: $level, asOf: $asOf) { verified rows { verified { ordinal } requirement { skill { id } } } } } } }`,
      { id: personId, level: levelId, asOf: asOf.toISOString() },
    );
    const rows = node.readiness.rows.map(({ verified, requirement }) => ({
      ...{ skillId: requirement.skill.id, ordinal: verified?.ordinal ?? 0 },
    }));
    shown.push({ personId, levelId, verified: node.readiness.verified, rows });
  }
  return (facts) =>
    shown.flatMap(({ personId, levelId, verified, rows }) => {
      const has = (skillId: string) => levelAt(facts, personId, skillId, asOf);
      const asks = facts.asks.filter((ask) => ask.levelId === levelId);
      return [
        ...rows.map(({ skillId, ordinal }) => ({ given: ordinal, worked: has(skillId) })),
        { given: verified, worked: shareOf(asks, has) },
      ];
    });
}

interface Readiness {
  verified: number;
  rows: { verified: { ordinal: number } | null; requirement: { skill: { id: string } } }[];
}
interface Mine {
  jobRoleLevel: { id: string };
  verified: number;
  claimed: number;
  observed: number;
  plan: { steps: { closes: { skillId: string; from: number; to: number }[] }[] };
  rows: (Readiness['rows'][number] & {
    gap: number;
    layers: Record<'claimed' | 'observed' | 'lapsed', { level: { ordinal: number } } | null> | null;
  })[];
}

/** What employees see of themselves: beside their goal or their job, or beside a level that they look at. */
async function own({ people, as }: Look, levelOf: (personId: string) => string | null): Promise<Worked> {
  const shown: { personId: string; mine: Mine }[] = [];
  const asOf = new Date();
  for (const personId of people.slice(25, 33)) {
    const { myReadiness } = await (await as(personId)).query<{ myReadiness: Mine | null }>(
      `query($id: ID) { myReadiness(jobRoleLevelId: $id) { jobRoleLevel { id } verified claimed observed
         plan { steps { closes { skillId from to } } }
         rows { gap verified { ordinal } requirement { skill { id } }
           layers { claimed { level { ordinal } } observed { level { ordinal } } lapsed { level { ordinal } } } } } }`,
      { id: levelOf(personId) },
    );
    if (myReadiness) shown.push({ personId, mine: myReadiness });
  }
  return (facts) => shown.flatMap(({ personId, mine }) => ownNumbers(facts, personId, mine, asOf));
}

function ownNumbers(facts: Facts, personId: string, mine: Mine, asOf: Date): Compared[] {
  const asks = facts.asks.filter((ask) => ask.levelId === mine.jobRoleLevel.id);
  const has = (skillId: string) => levelAt(facts, personId, skillId, asOf);
  const newest = (rows: Facts['seen'], skillId: string) =>
    rows
      .filter((each) => each.personId === personId && each.skillId === skillId && each.at <= asOf)
      .sort((one, other) => other.at.getTime() - one.at.getTime())[0]?.ordinal ?? 0;
  const said = (skillId: string) => newest(facts.said, skillId);
  const seen = (skillId: string) => newest(facts.seen, skillId);
  const first = new Map<string, number>();
  for (const { skillId, from } of mine.plan.steps.flatMap(({ closes }) => closes))
    if (!first.has(skillId)) first.set(skillId, from);
  return [
    { given: mine.verified, worked: shareOf(asks, has) },
    { given: mine.claimed, worked: shareOf(asks, said) },
    { given: mine.observed, worked: shareOf(asks, seen) },
    ...mine.rows.flatMap(({ gap: missing, verified, requirement, layers }) => {
      const { id } = requirement.skill;
      const level = asks.find(({ skillId }) => skillId === id)?.level ?? 0;
      return [
        { given: verified?.ordinal ?? 0, worked: has(id) },
        { given: missing, worked: Math.max(0, level - has(id)) },
        { given: layers?.claimed?.level.ordinal ?? 0, worked: said(id) },
        { given: layers?.observed?.level.ordinal ?? 0, worked: seen(id) },
      ];
    }),
    // A plan begins where its holder stands.
    ...[...first].map(([skillId, from]) => ({ given: from, worked: has(skillId) })),
  ];
}

const home = (look: Look) => own(look, () => null);
/** Beside the level of somebody else. */
const gap = (look: Look) =>
  own(look, (personId) => {
    const mine = look.facts.jobs.find((job) => job.personId === personId)?.levelId;
    return look.facts.jobs.find(({ levelId }) => levelId !== mine)?.levelId ?? null;
  });

/** Who can do something, today or later, of those that the viewer may know it of, and who of them are looked at for a team. */
async function asking({ top, people, facts: { asks }, days }: Look): Promise<Worked> {
  const day = new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const asOf = days === 0 ? new Date() : new Date(`${day}T00:00:00Z`);
  const known = people.slice(0, 13);
  const skills = [...new Set(asks.map(({ skillId }) => skillId))].slice(0, 10);
  const shown: { wanted: { skillId: string; level: number }[]; total: number; proofs: Proof[]; considered: number }[] =
    [];
  for (const [nth, skillId] of skills.entries()) {
    const wanted = [
      { skillId, level: 1 + (nth % 3) },
      { skillId: skills[(nth + 7) % skills.length] ?? '', level: 1 },
    ];
    const { whoCan, smallestTeam } = await top.query<{
      whoCan: {
        totalCount: number;
        edges: { node: { personId: string; proofs: { skillId: string; level: number }[] } }[];
      };
      smallestTeam: { considered: number };
    }>(
      `query($one: [AskedSkillInput!]!, $all: [AskedSkillInput!]!, $from: Date) {
         whoCan(requirements: $one, from: $from) { totalCount edges { node { personId proofs { skillId level } } } }
         smallestTeam(requirements: $all, from: $from) { considered } }`,
      { one: wanted.slice(0, 1), all: wanted, from: days === 0 ? null : day },
    );
    const proofs = whoCan.edges.flatMap(({ node: { personId, proofs: each } }) =>
      each.map((it) => ({ personId, ...it })),
    );
    shown.push({ wanted, total: whoCan.totalCount, proofs, considered: smallestTeam.considered });
  }
  return (facts) =>
    shown.flatMap(({ wanted, total, proofs, considered }) => {
      const can = (personId: string, { skillId, level }: (typeof wanted)[number]) =>
        levelAt(facts, personId, skillId, asOf) >= level;
      return [
        { given: total, worked: known.filter((id) => wanted.slice(0, 1).every((each) => can(id, each))).length },
        { given: considered, worked: known.filter((id) => wanted.some((each) => can(id, each))).length },
        ...proofs.map(({ personId, skillId, level }) => ({
          given: level,
          worked: levelAt(facts, personId, skillId, asOf),
        })),
      ];
    });
}
interface Proof {
  personId: string;
  skillId: string;
  level: number;
}
