import { isAddress } from '../../platform/mail/address.rules.js';

export const ENDORSEMENT_STATES = ['ASKED', 'GIVEN', 'DECLINED', 'TAKEN_BACK', 'WITHDRAWN'] as const;
export type EndorsementState = (typeof ENDORSEMENT_STATES)[number];

/** For how long a link in a mail can be answered. */
export const REQUEST_DAYS = 30;
/** So many questions may wait at a time: nobody sends mail to the world from here. */
export const MOST_WAITING = 10;
/** As many as a verifier reads beside one badge. */
export const MOST_GIVEN = 10;

interface Problem {
  field: string;
  message: string;
}

/** What cannot be asked. */
export function askProblems(asked: { name: string; email: string; message: string }): Problem[] {
  const problems: Problem[] = [];
  if (asked.name === '') problems.push({ field: 'endorserName', message: 'Name whom you ask.' });
  if (asked.name.length > 200) problems.push({ field: 'endorserName', message: 'A name has at most 200 characters.' });
  if (!isAddress(asked.email))
    problems.push({ field: 'endorserEmail', message: 'Write one mail address, such as name@example.org.' });
  if (asked.message.length > 1_000) problems.push({ field: 'message', message: 'At most 1,000 characters.' });
  return problems;
}

/** What cannot be an answer. Whoever declines need not say why. */
export function answerProblems(given: { gives: boolean; capacity: string; words: string }): Problem[] {
  if (!given.gives) return [];
  const problems: Problem[] = [];
  if (given.capacity === '') problems.push({ field: 'capacity', message: 'Say in which role you know their work.' });
  if (given.capacity.length > 200) problems.push({ field: 'capacity', message: 'A role has at most 200 characters.' });
  if (given.words === '') problems.push({ field: 'words', message: 'Say in your own words what you endorse.' });
  if (given.words.length > 2_000) problems.push({ field: 'words', message: 'At most 2,000 characters.' });
  return problems;
}

/** Why it cannot be answered; null while it can. */
export function whyNotAnswerable(state: EndorsementState, expiresAt: Date, now: Date): string | null {
  if (state === 'TAKEN_BACK') return 'This question was taken back by whoever asked it.';
  if (state !== 'ASKED') return 'This was answered already. What was said is not changed; it can be withdrawn.';
  return expiresAt <= now ? 'This question has ended. Ask for it to be sent again.' : null;
}
