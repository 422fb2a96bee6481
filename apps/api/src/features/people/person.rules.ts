export const MOST_CHARACTERS = 200;
/** RFC 5321, 4.5.3.1.3: no server takes a longer path. */
export const MOST_MAIL_CHARACTERS = 254;
export const MOST_NUMBER_CHARACTERS = 60;
export const MOST_REASON_CHARACTERS = 1_000;
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** What is wrong with a text that must be there; null when nothing is. `what` begins a sentence: “A name”. */
export function textProblem(what: string, text: string): string | null {
  const length = text.trim().length;
  if (length === 0) return `${what} is needed.`;
  return length > MOST_CHARACTERS ? `${what} has at most ${MOST_CHARACTERS} characters.` : null;
}

export function mailProblem(email: string): string | null {
  if (email.length > MOST_MAIL_CHARACTERS) return `A mail address has at most ${MOST_MAIL_CHARACTERS} characters.`;
  return MAIL.test(email) ? null : `“${email}” is not a mail address.`;
}

export function numberProblem(number: string): string | null {
  return number.length > MOST_NUMBER_CHARACTERS
    ? `A person's number has at most ${MOST_NUMBER_CHARACTERS} characters.`
    : null;
}

export function reasonProblem(reason: string): string | null {
  const length = reason.trim().length;
  if (length === 0) return 'A reason is needed: somebody will ask one day.';
  return length > MOST_REASON_CHARACTERS ? `A reason has at most ${MOST_REASON_CHARACTERS} characters.` : null;
}
