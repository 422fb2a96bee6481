import { ACTORS, type Actor } from './world.js';

/**
 * One line of the matrix: what is asked, of which thing, and who gets it. Everybody else must not.
 * `{{word}}` stands for the id of a thing of the world.
 */
export interface Row {
  kind: 'node' | 'list' | 'nested' | 'act';
  ask: string;
  allow: readonly Actor[];
  /** The answer counts as getting it when it names this thing; else when there is an answer at all. */
  mentions?: string;
  /** Of an act: the types that say it was done, or would have been. */
  done?: string;
}

export const EVERYBODY: readonly Actor[] = ACTORS;
export const SIGNED_IN: readonly Actor[] = ACTORS.filter((actor) => actor !== 'stranger' && actor !== 'forged');
/** Who keeps the directory: everywhere, or for Cleo's unit. */
export const KEEPERS: Actor[] = ['designer', 'hrIn', 'owner', 'admin', 'auditor'];
export const KEEPERS_OF_SALES: Actor[] = ['designer', 'hrOut', 'owner', 'admin', 'adminOut', 'auditor'];
export const APPOINTERS: Actor[] = ['lead', 'designer', 'owner'];
export const DESIGNERS: Actor[] = ['designer', 'owner'];
export const NOBODY: Actor[] = [];
export const MAY_TAKE: Actor[] = ['marker', 'otherAssessor'];

export const node = (ask: string, allow: readonly Actor[], mentions?: string): Row => ({
  kind: 'node',
  ask,
  allow,
  mentions,
});
export const list = (ask: string, allow: readonly Actor[], mentions?: string): Row => ({
  kind: 'list',
  ask,
  allow,
  mentions,
});
export const nested = (ask: string, allow: readonly Actor[], mentions?: string): Row => ({
  kind: 'nested',
  ask,
  allow,
  mentions,
});
export const act = (ask: string, allow: readonly Actor[], done: string): Row => ({ kind: 'act', ask, allow, done });

/** By id, through the general door and through the one of its own. */
export const byId = (field: string, thing: string, allow: readonly Actor[]): Row[] => [
  node(`${field}(id: "{{${thing}}}")`, allow),
  node(`node(id: "{{${thing}}}") { __typename id }`, allow),
];

/** What belongs to somebody whom many may see, and is not for all of them. */
export const person = (field: string, allow: readonly Actor[], mentions?: string): Row =>
  nested(`person(id: "{{cleo}}") { shown: ${field} }`, allow, mentions);

/** Asked with what is soon refused for a reason of its own: whoever hears that reason was let through. */
export const refusing = (done: string): string => `${done}|InvalidInput|NotInThatState|ChangedMeanwhile`;
