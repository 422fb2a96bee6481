import { isAddress } from '../../platform/mail/address.rules.js';

export const REQUEST_STATES = ['WAITING', 'EXPIRED', 'TAKEN_BACK', 'CONFIRMED', 'DECLINED'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** For how long a link in a mail opens the question. */
export const REQUEST_DAYS = 30;
/** So many questions may wait at a time: nobody sends mail to the world from here. */
export const MOST_WAITING = 25;

/** Where a question to a witness stands. */
export function stateOf(
  asked: { answer: 'CONFIRMED' | 'DECLINED' | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): RequestState {
  if (asked.answer) return asked.answer;
  if (asked.revokedAt) return 'TAKEN_BACK';
  return asked.expiresAt <= now ? 'EXPIRED' : 'WAITING';
}

/** Why it cannot be answered; null while it can. */
export function whyNotAnswerable(state: RequestState): string | null {
  if (state === 'WAITING') return null;
  if (state === 'EXPIRED') return 'This question has ended. Ask the person who sent it to send it again.';
  if (state === 'TAKEN_BACK') return 'This question was taken back by the person who sent it.';
  return 'This was answered already. What a witness said does not change.';
}

interface Problem {
  field: string;
  message: string;
}

/** What cannot be asked. */
export function questionProblems(
  asked: { title: string; question: string; witnessName?: string; witnessEmail?: string; keptAt?: string },
  ownEmail: string,
): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  if (!asked.title.trim()) wrong('title', 'Say what it is about.');
  if (asked.title.length > 300) wrong('title', 'A title has at most 300 characters.');
  if (!asked.question.trim()) wrong('question', 'Write what you ask the witness.');
  if (asked.question.length > 2_000) wrong('question', 'A question has at most 2,000 characters.');
  if (asked.keptAt !== undefined && !asked.keptAt.trim()) wrong('keptAt', 'Say where it is kept.');
  if (asked.keptAt && asked.keptAt.length > 500) wrong('keptAt', 'A place has at most 500 characters.');
  if (asked.witnessName !== undefined && !asked.witnessName.trim()) wrong('witnessName', 'Name the witness.');
  if (asked.witnessName && asked.witnessName.length > 200) wrong('witnessName', 'A name has at most 200 characters.');
  if (asked.witnessEmail === undefined) return problems;
  const email = asked.witnessEmail.trim();
  if (!isAddress(email)) wrong('witnessEmail', 'Write one mail address, such as name@example.org.');
  else if (email.toLowerCase() === ownEmail.toLowerCase())
    wrong('witnessEmail', 'Somebody else has to say it: this is your own address.');
  return problems;
}

/** What cannot be an answer. A witness who declines need not say why. */
export function answerProblems(
  given: { confirms: boolean; capacity?: string | null; words?: string | null; sawOn?: string | null },
  today: string,
): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  if (given.confirms && !given.capacity?.trim()) wrong('capacity', 'Say in which role you saw it.');
  if ((given.capacity?.length ?? 0) > 200) wrong('capacity', 'A role has at most 200 characters.');
  if (given.confirms && !given.words?.trim()) wrong('words', 'Say in your own words what you saw.');
  if ((given.words?.length ?? 0) > 10_000) wrong('words', 'A statement has at most 10,000 characters.');
  // A day of margin: where the witness is, it may be tomorrow already.
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  if (given.sawOn && given.sawOn > tomorrow) wrong('sawOn', 'This day is in the future.');
  return problems;
}
