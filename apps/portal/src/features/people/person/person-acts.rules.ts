import { stateOf } from '../person-state.rules.js';
import type { PersonDialog } from './use-person-dialog.js';

interface Person {
  active: boolean;
  lastDay: string | null;
  viewerCan: readonly string[];
}

/** The acts of the screen, the likeliest first, by what the API calls them. */
const ACTS: readonly (readonly [PersonDialog, string])[] = [
  ['rehire', 'rehire'],
  ['on', 'reactivate'],
  ['change', 'move'],
  ['second', 'move'],
  ['details', 'change'],
  ['undo', 'undoLeaving'],
  ['leaving', 'recordLeaving'],
  ['off', 'deactivate'],
];

/** What can be done. Whether it may be is for the API to say; of two ways back only the fitting one is offered. */
export function actsOf(person: Person, today: string): PersonDialog[] {
  const left = stateOf(person, today) === 'LEFT';
  const unfit: PersonDialog = left ? 'on' : 'rehire';
  return ACTS.filter(([act, verb]) => act !== unfit && person.viewerCan.includes(verb)).map(([act]) => act);
}

/** A job beside the main one is ended by its last day; the main one by a change or by leaving. */
export function mayEnd(employment: { isPrimary: boolean; state: string; viewerCan: readonly string[] }): boolean {
  return !employment.isPrimary && employment.state === 'CURRENT' && mayCorrect(employment);
}

/** Whether the days and facts of an employment may be put right. */
export function mayCorrect(employment: { viewerCan: readonly string[] }): boolean {
  return employment.viewerCan.includes('correct');
}
