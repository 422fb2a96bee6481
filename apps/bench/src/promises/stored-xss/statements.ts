import { type Cast, day } from './cast.js';
import type { Frameworks } from './frameworks.js';
import type { Staff } from './people.js';
import type { Pen } from './pen.js';

/** What somebody says of a skill of their own, and what whoever leads them saw of it. */
export async function writeStatements(
  pen: Pen,
  { manager }: Cast,
  { client, personId }: Staff,
  { skillId }: Frameworks,
): Promise<void> {
  const words = (kind: string) => pen.text(kind, 2_000);
  await pen.write(client, 'claimSkill', { input: { skillId, level: 1, words: words('claimed skill') } });
  const seen = { personId, skillId, level: 1, seenOn: day(-2), usedOnJob: true, words: words('observed skill') };
  await pen.write(manager.client, 'observeSkill', { input: seen });
}
