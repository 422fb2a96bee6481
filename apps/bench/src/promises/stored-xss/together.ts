import { Invented } from '../../chain/invented.js';
import { takeOn } from '../../chain/people.js';
import { Client, eventually } from '../../product/client.js';
import { type Cast, day } from './cast.js';
import type { Pen } from './pen.js';
import type { Staff } from './people.js';
import type { Programme } from './programme.js';
import { tokenIn } from './witnessing.js';
import type { Work } from './work.js';

const REASON = 1_000;
const MAIL = 'query($id: ID!) { person(id: $id) { email } }';
const BULK = '... on BulkIssue { id }';
const STATE = 'query($id: ID!) { bulkIssue(id: $id) { state problem standing { issued } } }';
const PROPOSE = 'mutation { done: proposePlan { __typename ... on PlanReview { id } ... on Refusal { message } } }';
let asked = 0;

export interface Together {
  cohortId: string;
  bulkId: string;
  /** What is still asked, behind the link of a mail. */
  endorsingAt: string;
}

interface BulkState {
  state: string;
  problem: string | null;
  standing: { issued: number };
}

/** Programmes and cohorts, badges given by a list, what others say for a badge, plans that are talked about, reports. */
export async function writeTogether(
  pen: Pen,
  cast: Cast,
  staff: Staff,
  programme: Programme,
  { work, postbox }: { work: Work; postbox: string },
): Promise<Together> {
  const cohortId = await writeCohort(pen, cast, staff, programme);
  const bulkId = await writeBulk(pen, cast, staff, programme);
  const endorsingAt = await writeEndorsements(pen, cast, staff, work, postbox);
  await writePlan(pen, cast, programme);
  await writeReport(pen, cast);
  return { cohortId, bulkId, endorsingAt };
}

async function writeCohort(pen: Pen, { designer }: Cast, staff: Staff, { achievement }: Programme): Promise<string> {
  const { client } = designer;
  const input = () => ({
    ...{ name: pen.text('programme', 120), summary: pen.text('summary', 1_000), leadId: designer.id },
    achievementIds: [achievement.achievementId],
  });
  const { id } = await pen.write(client, 'createProgramme', { input: input() }, '... on Programme { id }');
  await pen.write(client, 'changeProgramme', { id, input: input() });
  const dates = () => ({ name: pen.text('cohort', 120), startsOn: day(-1), endsOn: day(60) });
  const begun = { programmeId: id, input: dates() };
  const { id: cohortId } = await pen.write(client, 'createCohort', begun, '... on Cohort { id }');
  await pen.write(client, 'changeCohort', { id: cohortId, input: dates() });
  const { email } = await client.query<{ email: string }>(MAIL, { id: staff.personId });
  const payload = '<svg onload=alert(1)>';
  const cell = `"${email.replaceAll('"', '""')}"`;
  const file = pen.shaped(`E-mail,${payload}\n${cell},${payload}\n`, payload);
  await pen.write(client, 'enrolInCohort', { input: { cohortId, file } });
  return cohortId;
}

/** Given to one person by a list whose header is a payload, and taken back. */
async function writeBulk(pen: Pen, { designer }: Cast, staff: Staff, { given }: Programme): Promise<string> {
  const { client } = designer;
  const { email } = await client.query<{ email: string }>(MAIL, { id: staff.personId });
  const header = pen.text('list header', 100);
  const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;
  const csv = `${cell(header)},note\r\n${cell(email)},x\r\n`;
  const fileId = await client.upload(`"><svg onload=alert(1)>${Date.now()}.csv`, Buffer.from(csv), 'import');
  const input = { fileId, achievementId: given.achievementId, mapping: [{ header, field: 'EMAIL' }] };
  const { id } = await pen.write(client, 'previewBulkIssue', { input }, BULK);
  await pen.write(client, 'applyBulkIssue', { id }, BULK);
  const settled = (enough: (it: BulkState) => boolean) =>
    eventually(() => client.query<BulkState>(STATE, { id }), enough, 30_000);
  await settled(({ state, standing }) => state === 'AWARDED' && standing.issued > 0);
  await pen.write(client, 'undoBulkIssue', { id, reason: pen.text('list undone', REASON) });
  await settled(({ state }) => state === 'UNDONE');
  return id;
}

/** By a colleague, who takes it back; by somebody outside; and by somebody outside who has not answered. */
async function writeEndorsements(
  pen: Pen,
  { manager }: Cast,
  staff: Staff,
  { credentialId }: Work,
  postbox: string,
): Promise<string> {
  const said = () => ({
    gives: true,
    capacity: pen.text('endorser capacity', 200),
    words: pen.text('endorsed', 2_000),
  });
  const ask = (input: object) =>
    pen.write(
      staff.client,
      'askEndorsement',
      { input: { credentialId, message: pen.text('endorsement asked', 1_000), ...input } },
      '... on Endorsement { id }',
    );
  const { id } = await ask({ colleagueId: manager.id });
  await pen.write(manager.client, 'giveEndorsement', { id, input: said() });
  await pen.write(manager.client, 'withdrawEndorsement', { id, reason: pen.text('endorsement withdrawn', REASON) });
  const outside = async () => {
    asked += 1;
    const payload = 'onfocus=alert`';
    const address = `${payload}${asked}\`'${Date.now().toString(36)}@example.org`;
    await ask({ endorserEmail: pen.shaped(address, payload), endorserName: pen.text('endorser', 120) });
    return tokenIn(postbox, address, 'e');
  };
  const token = await outside();
  await pen.write(Client.stranger(staff.client.baseUrl), 'answerEndorsementRequest', { token, input: said() });
  return `/e#${await outside()}`;
}

/** By somebody new, who holds nothing of what is asked yet. */
async function writePlan(pen: Pen, { administrator, manager }: Cast, { rungId }: Programme): Promise<void> {
  const invented = new Invented();
  const job = { title: 'Learner', unit: invented.unit(), roles: [], managerId: manager.id };
  const { client } = await takeOn(administrator, invented, job);
  await pen.write(client, 'chooseGoal', { input: { jobRoleLevelId: rungId, shared: true, byDay: day(200) } });
  const { id } = await client.change<{ id: string }>(PROPOSE, {});
  for (const by of [client, manager.client])
    await pen.write(by, 'commentOnPlan', { id, words: pen.text('plan comment', 1_000) });
}

async function writeReport(pen: Pen, { designer }: Cast): Promise<void> {
  const definition = {
    subject: 'PEOPLE',
    columns: ['role', 'level'],
    filters: [{ column: 'role', operator: 'CONTAINS', value: pen.text('report filter', 200) }],
    groupBy: [],
    sort: null,
  };
  const input = { name: pen.text('report', 120), shared: true, schedule: 'MONTHLY', definition };
  await pen.write(designer.client, 'saveReport', { input }, '... on SavedReport { id }');
}
