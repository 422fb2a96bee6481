/** Everybody there is to Cleo, whose things this is about. Every class of actors of the access matrix, and the roles besides. */
export const ACTORS = [
  'anonymous',
  'unknownToken',
  'self',
  'colleague',
  'manager',
  'skipManager',
  'otherManager',
  'formerManager',
  'assignedAssessor',
  'formerAssessor',
  'unassignedAssessor',
  'conflictedAssessor',
  'unitAssessor',
  'hrInScope',
  'hrOutOfScope',
  'designer',
  'lead',
  'owner',
  'administrator',
  'unitAdministrator',
  'otherAdministrator',
  'issuanceAdministrator',
  'auditor',
  'leaver',
] as const;
export type Actor = (typeof ACTORS)[number];

/** The person behind an actor; strangers are nobody. */
export const personOf = (actor: Actor): string | null =>
  actor === 'anonymous' || actor === 'unknownToken' ? null : idOf(actor);

/** The same word, the same id: rows of this world are known by name. */
export function idOf(name: string): string {
  const place = NAMES.indexOf(name);
  const number = place < 0 ? NAMES.push(name) : place + 1;
  return `00000000-0000-4000-9000-${number.toString(16).padStart(12, '0')}`;
}
const NAMES: string[] = [];
export const nameOf = (id: string): string =>
  id.startsWith('00000000-0000-4000-9000-') ? (NAMES[Number.parseInt(id.slice(-12), 16) - 1] ?? id) : id;

/** The actors with a person behind them. */
export const PEOPLE: readonly Actor[] = ACTORS.filter((actor) => personOf(actor) !== null);
