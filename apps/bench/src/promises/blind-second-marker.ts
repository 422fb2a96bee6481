import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claim, draft, handInMark } from '../chain/assessment.js';
import { Invented } from '../chain/invented.js';
import type { Actor } from '../chain/people.js';
import { type Achievement, designAchievement } from '../chain/programme.js';
import type { Stage } from '../chain/walk.js';
import { eventually } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { readAddresses } from '../product/rest-routes.js';
import { type Answers, type Known, SchemaWalk, type Way } from '../product/schema-walk.js';
import { handIn, hire } from './candidates.js';
import type { ProductPromise, Size } from './promise.js';

const PUT_BACK = `mutation($id: ID!) { putBackSlot(slotId: $id, reason: "Somebody else should look at this.") { __typename
  ... on MarkingSlot { id } ... on Refusal { message } } }`;
/** What somebody with bad intentions would try on the place of the other: each must be refused, and with the same words all along. */
const TRIED = {
  claimSlot: 'claimSlot(id: $id)',
  renewLease: 'renewLease(slotId: $id)',
  putBackSlot: 'putBackSlot(slotId: $id, reason: "To see what is said")',
  handInMark: 'handInMark(slotId: $id)',
  releaseDecision: 'releaseDecision(slotId: $id)',
};

const WAYS: Record<Size, Way> = {
  quick: { often: 1, everyFilter: false },
  full: { often: 2, everyFilter: true },
  long: { often: 8, everyFilter: true },
};
/** A lead sees more than an assessor. */
const HOSTILE: Record<Size, string[][]> = {
  quick: [['ASSESSOR', 'ASSESSMENT_LEAD']],
  full: [['ASSESSOR'], ['ASSESSOR', 'ASSESSMENT_LEAD']],
  long: [['ASSESSOR'], ['ASSESSOR', 'ASSESSMENT_LEAD']],
};

/** Answers that the clock changes and nobody's judgement, by what they end with. */
const OF_THE_CLOCK = [/ oldestHours$| medianHours$| p95Hours$/, /^mySessions \d+ seenAt$/];

interface Case {
  product: OwnProduct;
  stage: Stage;
  achievement: Achievement;
  first: Actor;
  hostile: Actor;
  candidate: Actor;
  places: { first: string; second: string };
  known: Known;
}

/** Whoever marks second learns nothing of the first mark, by no answer that they can get, until they have handed in their own. */
export const blindSecondMarker: ProductPromise = {
  name: 'a hostile second marker learns nothing of the first',
  target: 'every reachable answer, 0 differences',
  async keep({ product, crowd, size }) {
    const stage = await crowd.stage();
    const started = !product.isRunning('worker');
    if (started) product.startWorker();
    try {
      const walk = await SchemaWalk.over(stage.administrator.client, WAYS[size]);
      const learned: string[] = [];
      let asked = 0;
      for (const roles of HOSTILE[size]) {
        const looked = await lookAllAlong(walk, await begin(product, stage, roles), size);
        asked += looked.asked;
        learned.push(...looked.learned.map((what) => `${roles.join(' and ')}, ${what}`));
      }
      const leaks = await leakOnPurpose(walk, await begin(product, stage, ['ASSESSOR']));
      return {
        figure: learned.length,
        n: asked,
        ok: learned.length === 0,
        control: leaks.map(({ what, seen }) => `${what} ${seen ? 'was seen' : 'was NOT seen'}`).join('; '),
        controlHeld: leaks.every(({ seen }) => seen),
        ...(learned.length > 0 && { why: learned.slice(0, 40).join('\n  ') }),
      };
    } finally {
      if (started) await product.kill('worker');
    }
  },
};

/** A submission with two blind places; the hostile one holds the second and has begun to write. */
async function begin(product: OwnProduct, stage: Stage, roles: string[]): Promise<Case> {
  const invented = new Invented();
  const [first, hostile] = [await hire(stage, { roles: ['ASSESSOR'] }), await hire(stage, { roles })];
  const achievement = await designAchievement(stage.designer.client, invented, stage.aim, [first, hostile], {
    markingPolicy: 'DOUBLE_BLIND',
  });
  const candidate = await hire(stage);
  const some = await handIn(product, { ...stage, achievement }, candidate);
  const rows = await product.sql<{ id: string; purpose: string; submission_id: string; snapshot_id: string }>(
    `SELECT id, purpose, submission_id, snapshot_id FROM marking_slot
     WHERE submission_id = (SELECT submission_id FROM marking_slot WHERE id = $1)`,
    [some],
  );
  const placeOf = (purpose: string) => rows.find((row) => row.purpose === purpose)?.id ?? '';
  const places = { first: placeOf('FIRST'), second: placeOf('SECOND') };
  const slot = await claim(hostile.client, places.second);
  await draft(hostile.client, invented, slot);
  const [item] = await product.sql<{ id: string }>('SELECT id FROM evidence_item WHERE person_id = $1', [candidate.id]);
  const [version] = await product.sql<{ id: string }>(
    'SELECT achievement_id AS id FROM achievement_version WHERE id = $1',
    [achievement.id],
  );
  const ids = {
    'the other place': places.first,
    'the other marker': first.id,
    submission: rows[0]?.submission_id ?? '',
    copy: rows[0]?.snapshot_id ?? '',
    candidate: candidate.id,
    'own place': places.second,
    oneself: hostile.id,
    version: achievement.id,
    achievement: version?.id ?? '',
    evidence: item?.id ?? '',
    'something else': randomUUID(),
  };
  const known = { ids, words: [first.displayName, achievement.name] };
  return { product, stage, achievement, first, hostile, candidate, places, known };
}

/** What the hostile one is answered otherwise than at first, after each thing that the other marker does. */
async function lookAllAlong(walk: SchemaWalk, it: Case, size: Size): Promise<{ learned: string[]; asked: number }> {
  const { first, places } = it;
  const invented = new Invented();
  const before = await everything(walk, it);
  const learned: string[] = [];
  let asked = before.size;
  const look = async (moment: string, always = false) => {
    if (size === 'quick' && !always) return;
    const answers = await everything(walk, it);
    asked += answers.size;
    learned.push(...differences(before, answers).map((what) => `${moment}: ${what}`));
  };
  await look('nothing having happened');
  await draft(first.client, invented, await claim(first.client, places.first), Math.min);
  await look('when the other had taken it and written');
  await first.client.change(PUT_BACK, { id: places.first });
  await look('when the other had put it back');
  await draft(first.client, invented, await claim(first.client, places.first), Math.min);
  await handInMark(first.client, places.first);
  await look('when the other had handed in', true);
  // Of what came into being by that, the answer is as of things that do not exist.
  const made = await madeIds(it);
  const ofNothing = Object.fromEntries(Object.keys(made).map((label) => [label, randomUUID()]));
  const [nothing, something] = [
    await walk.as(it.hostile.client, { ids: ofNothing, words: [] }, true),
    await walk.as(it.hostile.client, { ids: made, words: [] }, true),
  ];
  learned.push(...differences(nothing, something).map((what) => `asked for what the other made: ${what}`));
  return { learned, asked: asked + something.size };
}

/** The ids of mark and event, should they ever get about. */
async function madeIds({ product, places }: Case): Promise<Record<string, string>> {
  const [mark] = await product.sql<{ id: string }>('SELECT id FROM mark WHERE slot_id = $1', [places.first]);
  const [event] = await product.sql<{ id: string }>(
    'SELECT id FROM domain_event WHERE subject_id = $1 ORDER BY at DESC LIMIT 1',
    [places.first],
  );
  return { mark: mark?.id ?? '', event: event?.id ?? '' };
}

async function everything(walk: SchemaWalk, it: Case): Promise<Answers> {
  const { product, hostile, places, known } = it;
  await quiet(product);
  const answers = await walk.as(hostile.client, known);
  for (const [address, answer] of await readAddresses(hostile.client, known)) answers.set(address, answer);
  for (const [name, call] of Object.entries(TRIED)) {
    const document = `mutation($id: ID!) { done: ${call} { __typename ... on Refusal { message } } }`;
    answers.set(`trying ${name}`, JSON.stringify(await hostile.client.ask(document, { id: places.first })));
  }
  const letters = await lettersTo(product, hostile);
  answers.set('letters', String(letters));
  return answers;
}

async function lettersTo(product: OwnProduct, { id }: Actor): Promise<number> {
  const [row] = await product.sql<{ email: string }>('SELECT email FROM person WHERE id = $1', [id]);
  const folder = join(product.folder, 'data/mail');
  const files = await readdir(folder).catch(() => []);
  const letters = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return letters.filter((letter) => row && letter.includes(row.email)).length;
}

/** Until everybody has been told of everything. */
function quiet(product: OwnProduct): Promise<unknown> {
  return eventually(
    () =>
      product.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM bullmq.job WHERE queue = 'events' AND state IN ('waiting', 'active', 'delayed')`,
      ),
    ([row]) => row?.n === 0,
    60_000,
  );
}

function differences(before: Answers, after: Answers): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter(
    (what) => before.get(what) !== after.get(what) && !OF_THE_CLOCK.some((pattern) => pattern.test(what)),
  );
}

/** Two holes on purpose: a count that tells of handed-in places, and a notice for whoever marks the same work. */
async function leakOnPurpose(walk: SchemaWalk, it: Case): Promise<{ what: string; seen: boolean }[]> {
  const { product, first, places } = it;
  const [kept] = await product.sql<{ text: string }>(
    `SELECT pg_get_functiondef('app_free_slots()'::regprocedure) AS text`,
  );
  await product.sql(`CREATE OR REPLACE FUNCTION app_free_slots() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$ SELECT 100 + count(*)::int FROM marking_slot WHERE state = 'HANDED_IN' $$`);
  await product.sql(`CREATE FUNCTION tell_too_much() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO notification (id, person_id, kind, title, body, subjects, created_at)
    SELECT gen_random_uuid(), assessor_id, 'MARKS_DIFFER', 'Somebody', 'has marked it', '{}', now() FROM marking_slot
    WHERE submission_id = NEW.submission_id AND id <> NEW.id AND assessor_id IS NOT NULL; RETURN NEW; END $$`);
  await product.sql(`CREATE TRIGGER tell_too_much AFTER UPDATE OF state ON marking_slot FOR EACH ROW
    WHEN (NEW.state = 'HANDED_IN') EXECUTE FUNCTION tell_too_much()`);
  try {
    const before = await everything(walk, it);
    await draft(first.client, new Invented(), await claim(first.client, places.first));
    await handInMark(first.client, places.first);
    const seen = differences(before, await everything(walk, it));
    const saw = (beginning: string) => seen.some((what) => what.startsWith(beginning));
    return [
      { what: 'a count that tells', seen: saw('reviewCounts') },
      { what: 'a notice that tells', seen: saw('notifications') },
    ];
  } finally {
    await product.sql('DROP TRIGGER tell_too_much ON marking_slot');
    await product.sql('DROP FUNCTION tell_too_much()');
    await product.sql(kept?.text ?? '');
  }
}
