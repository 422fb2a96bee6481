import { Client } from '../product/client.js';
import { claim, mark, release, slotsOf } from './assessment.js';
import { fetchDocument, openProofPage, saveDocument, share, verifyWithCommand, waitForBadge } from './credential.js';
import { handInPortfolio, keepEvidence } from './evidence.js';
import { Invented } from './invented.js';
import { type Actor, findAdministrator, takeOn } from './people.js';
import { type Achievement, type Aim, chooseAim, designAchievement, importFramework } from './programme.js';
import type { Steps } from './steps.js';

/** Everybody and everything that a run of the chain made. */
export interface Stage {
  invented: Invented;
  administrator: Actor;
  designer: Actor;
  manager: Actor;
  employee: Actor;
  assessor: Actor;
  aim: Aim;
  achievement: Achievement;
}

/** From an empty installation to a published achievement with people around it. */
export async function setTheStage(baseUrl: string, steps: Steps): Promise<Stage> {
  const invented = new Invented();
  const administrator = await steps.take(
    'find the administrator',
    () => findAdministrator(baseUrl),
    (it) => it.displayName,
  );
  const unit = invented.unit();
  const hire = (title: string, roles: string[], more: object = {}) =>
    takeOn(administrator, invented, { title, unit, roles, ...more });
  const designer = await steps.take(
    'add a designer',
    () => hire('HR designer', ['HR_DESIGNER']),
    (it) => it.displayName,
  );
  const framework = await steps.take(
    'import and publish the framework',
    () => importFramework(designer.client, invented),
    ({ counts }) =>
      `${counts.skills} skills, ${counts.jobRoles} roles, ${counts.jobRoleLevels} levels, ${counts.requirements} requirements`,
  );
  const aim = await steps.take(
    'choose a rung and a skill',
    () => chooseAim(designer.client, framework.id),
    (it) => `${it.skillName} at level ${it.ordinal} for ${it.jobTitle}`,
  );
  const [manager, employee, assessor] = await steps.take('add manager, employee and assessor', async () => {
    const boss = await hire('Team leader', []);
    const job = { managerId: boss.id, jobRoleLevelId: aim.jobRoleLevelId };
    return [boss, await hire(aim.jobTitle, [], job), await hire('Practice lead', ['ASSESSOR'])] as const;
  });
  const achievement = await steps.take(
    'design the achievement, name its founder, publish version 1',
    () => designAchievement(designer.client, invented, aim, [assessor]),
    (it) => it.name,
  );
  return { invented, administrator, designer, manager, employee, assessor, aim, achievement };
}

/** What a walk leaves behind: the credential's JSON in a file, and the address that shows it. */
export interface Walked {
  file: string;
  path: string;
  document: string;
}

/** The whole chain, from nothing to a badge that a stranger verified. */
export async function walkTheChain(baseUrl: string, steps: Steps): Promise<Walked> {
  const stage = await setTheStage(baseUrl, steps);
  const { invented, employee, assessor, achievement } = stage;
  const stranger = Client.stranger(baseUrl);
  const items = await steps.take('keep a file, a link and a text', () => keepEvidence(employee.client, invented));
  await steps.take(
    'map them, sign and hand in',
    () => handInPortfolio(employee.client, invented, achievement, items),
    (it) => it.state,
  );
  const slot = await steps.take('claim it from the queue', async () => {
    const [first] = await slotsOf(assessor.client, achievement.id);
    if (!first) throw new Error('The submission is not in the queue.');
    return claim(assessor.client, first);
  });
  await steps.take(
    'mark every criterion and hand in',
    () => mark(assessor.client, invented, slot),
    (it) => `${it.outcome} with ${it.score}`,
  );
  await steps.take(
    'release',
    () => release(assessor.client, slot.id),
    (it) => it.submissionState,
  );
  const held = await steps.take('wait for the signed badge', () => waitForBadge(employee.client, achievement.id));
  await steps.take('be told of outcome and badge', () => expectNotice(employee));
  await steps.take('see it on the team page', () => expectOnTeamPage(stage));
  const path = await steps.take(
    'share it',
    () => share(employee.client, held.id),
    (it) => it,
  );
  await steps.take(
    'open the proof page as a stranger',
    () => openProofPage(stranger, path),
    (it) => `${it.length} characters`,
  );
  const document = await steps.take('fetch the JSON at the same address', () => fetchDocument(stranger, path));
  const file = await saveDocument(document, invented.mark);
  await steps.take(
    'verify it on the command line',
    async () => {
      const verified = verifyWithCommand(file);
      if (verified && verified.code !== 0) throw new Error(verified.output);
      return verified;
    },
    (it) => (it ? (it.output.split('\n').at(-1) ?? '') : 'left out, assay-verify is not built'),
  );
  return { file, path, document };
}

const NOTICES = 'query { notifications(first: 10) { edges { node { kind } } } }';
const TEAM = 'query { team { people { person { id } cells { skillId level state } } } }';

async function expectNotice({ client }: Actor): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { edges } = await client.query<{ edges: { node: { kind: string } }[] }>(NOTICES);
    const kinds = edges.map(({ node }) => node.kind);
    if (kinds.includes('OUTCOME_RELEASED') && kinds.includes('BADGE_READY')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Nobody told the employee of both the outcome and the badge.');
}

async function expectOnTeamPage({ manager, employee, aim }: Stage): Promise<void> {
  const { people } = await manager.client.query<{
    people: { person: { id: string }; cells: { skillId: string; level: number | null; state: string | null }[] }[];
  }>(TEAM);
  const row = people.find(({ person }) => person.id === employee.id);
  const cell = row?.cells.find(({ skillId }) => skillId === aim.skillId);
  if (cell?.level !== aim.ordinal || cell.state !== 'CURRENT')
    throw new Error(`The team page shows ${JSON.stringify(cell)} for ${aim.skillName}.`);
}
