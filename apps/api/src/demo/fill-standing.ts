import type { INestApplicationContext } from '@nestjs/common';
import { GoalsService } from '../features/pathways/goals.service.js';
import { PlanReviewsService } from '../features/pathways/plan-reviews.service.js';
import { SavedReportsService } from '../features/reports/saved-reports.service.js';
import { SkillStatementsService } from '../features/standings/skill-statements.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { type Cast, daysAfter, daysBefore } from './cast.js';
import { acted } from './done.js';

/** What the demonstration tells of standing is written by who would write it, on the day they would. */
interface Stage {
  app: INestApplicationContext;
  cast: Cast;
  rungs: ReadonlyMap<string, string>;
  skills: ReadonlyMap<string, string>;
  now: Date;
}

/** By whom, in which skill, at which level, and what it shows in. */
const CLAIMS: [who: string, skill: string, level: number, words: string][] = [
  [
    'bartek',
    'safe-working',
    3,
    'I set up the closures at Sallowgate and stopped the dig twice when the gas reading rose.',
  ],
  ['bartek', 'leak-detection', 3, 'I mark in plastic as surely as in iron; ask for the dig sheets of the winter.'],
  ['bartek', 'mains-repair', 2, 'Two or three bursts a month, from the shut-off to the clear tap.'],
  ['bartek', 'pressure-management', 2, 'The valve of the Quarry End district has been mine since it went in.'],
  ['bartek', 'water-sampling', 2, 'I take the set after each of my repairs.'],
  ['bartek', 'field-records', 2, 'I measure before I backfill, and send the sketch the same day.'],
  ['bartek', 'incident-response', 2, 'First on call for four winters; the log of each handover is mine.'],
  ['leila', 'explaining-data', 3, 'The board reads my page on leakage each month without a note beside it.'],
  ['leila', 'data-modelling', 2, 'I drew the model that meters and complaints share.'],
  ['nadia', 'interface-design', 3, 'The outage map was mine from the first sketch to the last release.'],
  ['koffi', 'safe-working', 3, 'I had the permits of the south for two summers while Gwen was short of people.'],
  ['declan', 'pressure-management', 2, 'The hill at Brackmoor has been mine since the new estate.'],
  ['amina', 'customer-conversations', 2, 'I take the doors when a street is off; I grew up in half of them.'],
  ['hana', 'incident-response', 2, 'Three pages this year, two of them at night.'],
];
/** By whom, of whom. */
const OBSERVATIONS: [by: string, of: string, skill: string, level: number, daysAgo: number, words: string][] = [
  [
    'emeka',
    'bartek',
    'leak-detection',
    3,
    34,
    'He found the second leak by the sound of the first, and said how sure he was.',
  ],
  ['emeka', 'rosa', 'safe-working', 2, 20, 'She briefed the crew alone and had each of them repeat the signal.'],
  ['emeka', 'koffi', 'safe-working', 3, 50, 'He sent a crew home because the shoring was late. He was right.'],
  [
    'emeka',
    'declan',
    'mains-repair',
    3,
    41,
    'The trunk main at Penny Lock: he chose to replace, and said why in two sentences.',
  ],
  ['emeka', 'amina', 'customer-conversations', 2, 12, 'An angry street went back in laughing.'],
  ['rahul', 'leila', 'data-quality', 3, 15, 'She traced the double meters to one form and had it changed.'],
];
/** Who aims where, of their own accord and shared with their manager. */
const CHOSEN: [who: string, rung: string, inDays: number][] = [
  ['bartek', 'network-technician--senior-network-technician', 240],
  ['amina', 'network-technician--senior-network-technician', 300],
  ['meiling', 'data-analyst--data-analyst', 420],
  ['koffi', 'network-technician--senior-network-technician', 200],
  ['declan', 'network-controller--network-controller', 380],
  ['maire', 'network-controller--senior-network-controller', 330],
  ['hana', 'software-engineer--senior-software-engineer', 400],
  ['lotte', 'customer-adviser--senior-customer-adviser', 270],
  ['kwabena', 'water-quality-scientist--water-quality-scientist', 500],
];

/** Goals, what people say and saw of skills, a plan that was agreed and one that waits, and a report that is kept. */
export async function fillStanding(stage: Stage): Promise<void> {
  await say(stage);
  await aim(stage);
  await keepReport(stage);
}

async function say({ app, cast, skills, now }: Stage): Promise<void> {
  const statements = app.get(SkillStatementsService);
  for (const [place, [who, skill, level, words]] of CLAIMS.entries()) {
    const by = cast.as(who, daysBefore(now, 60 - place * 4));
    await acted(by, 'claimSkill', statements.claim(by, { skillId: skills.get(skill) ?? '', level, words }));
  }
  for (const [who, of, skill, level, daysAgo, words] of OBSERVATIONS) {
    const by = cast.as(who, daysBefore(now, daysAgo));
    const seenOn = daysBefore(now, daysAgo + 2)
      .toISOString()
      .slice(0, 10);
    const seen = { personId: cast.idOf(of), skillId: skills.get(skill) ?? '', level, seenOn, usedOnJob: true, words };
    await underTheirRules(by, () => acted(by, 'observeSkill', statements.observe(by, seen)));
  }
}

async function aim({ app, cast, rungs, now }: Stage): Promise<void> {
  const goals = app.get(GoalsService);
  const plans = app.get(PlanReviewsService);
  const input = (rung: string, inDays: number) => ({
    ...{ jobRoleLevelId: rungs.get(rung) ?? '', shared: true },
    byDay: daysAfter(now, inDays).toISOString().slice(0, 10),
  });
  for (const [who, rung, inDays] of CHOSEN) {
    const by = cast.as(who, daysBefore(now, 45));
    await underTheirRules(by, () => acted(by, 'chooseGoal', goals.choose(by, input(rung, inDays))));
  }
  const leading = cast.as('emeka', daysBefore(now, 30));
  await underTheirRules(leading, () =>
    acted(
      leading,
      'assignGoal',
      goals.assign(leading, cast.idOf('rosa'), input('network-technician--senior-network-technician', 360)),
    ),
  );
  for (const [who, daysAgo] of [['amina', 28] as const, ['meiling', 4] as const]) {
    const by = cast.as(who, daysBefore(now, daysAgo));
    const { id } = await underTheirRules(by, () => acted(by, 'proposePlan', plans.propose(by)));
    if (who !== 'amina') continue;
    const manager = cast.as('emeka', daysBefore(now, 26));
    const words = 'Take the leaks first, before the frost; I plan you with the night crew for it.';
    await underTheirRules(manager, async () => {
      await acted(manager, 'commentOnPlan', plans.comment(manager, id, words));
      await acted(manager, 'agreePlan', plans.agree(manager, id, input('', 200).byDay));
    });
  }
}

async function keepReport({ app, cast, now }: Stage): Promise<void> {
  const by = cast.as('noor', daysBefore(now, 18));
  const definition = {
    subject: 'CREDENTIALS' as const,
    ...{ columns: [], filters: [], groupBy: ['achievement', 'status'], sort: null },
  };
  const report = { name: 'Badges by achievement', definition, shared: true, schedule: 'MONTHLY' as const };
  await underTheirRules(by, () => acted(by, 'saveReport', app.get(SavedReportsService).save(by, report)));
}

/** Under the rules of the database for people: some of this only they may write. */
async function underTheirRules<Answer>(viewer: Viewer, act: () => Promise<Answer>): Promise<Answer> {
  await viewer.tx.query(`SET LOCAL ROLE app_api`);
  await viewer.tx.query(`SELECT set_config('app.person_id', $1, true)`, [viewer.personId]);
  const answer = await act();
  await viewer.tx.query(`SELECT set_config('app.person_id', '', true)`);
  await viewer.tx.query(`SET LOCAL ROLE app_issuer`);
  return answer;
}
