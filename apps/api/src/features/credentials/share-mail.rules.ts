import { isAddress } from '../../platform/mail/address.rules.js';
import type { Letter } from '../../platform/mail/letter.rules.js';

/** So many a day, from one holder to the world. */
export const MOST_A_DAY = 20;
export const MOST_OF_A_LINK = 20;
const MOST_WORDS = 600;
/** What mail programs make a link of: an address with a scheme, a mail address, a name with a dot in it, four numbers. */
const LINKED =
  /\b(?:https?|mailto|tel|sms|ftp|file|data|javascript):\S*|\S*\/\/\S*|\S+@\S+|(?:[\p{L}\p{N}_-]+[.。．｡])+\p{L}{2,}\S*|\b\d{1,3}(?:\.\d{1,3}){3}\b/iu;
const MOST_ANSWER = 200;

/** When a link was sent to whom. */
export interface Sending {
  address: string;
  at: string;
  /** The letter; missing in what was sent before letters were followed. */
  mailId?: string;
}

/** What is shown, by whom and for how long, as the letter tells it. */
export interface Shown {
  holder: string;
  organisation: string;
  badge: string;
  others: number;
  /** The last day of the link, in words; null where it has none. */
  lastDay: string | null;
  url: string;
}

interface Problem {
  field: string;
  message: string;
}

/** What the holder adds is plain words: a letter of ours leads to our page and nowhere else. */
export function wordsProblem(words: string): Problem | null {
  if (words.length > MOST_WORDS) return { field: 'words', message: `At most ${MOST_WORDS} characters.` };
  const [linked] = LINKED.exec(words) ?? [];
  if (linked === undefined) return null;
  const named = linked.length > 60 ? `${linked.slice(0, 60)}…` : linked;
  const message = `Mail programs make a link of “${named}”. Leave it out, or write it without the full stop. The letter has the link to your badge.`;
  return { field: 'words', message };
}

/** Why a link is not sent to this address now; null where it may be. */
export function sendingProblem(
  address: string,
  sent: readonly Sending[],
  sentToday: number,
  now: Date,
): Problem | null {
  const wrong = (message: string) => ({ field: 'address', message });
  if (!isAddress(address)) return wrong('Write one mail address, such as name@example.org.');
  const before = sent.find((each) => each.address === address.toLowerCase() && isWithinADay(each, now));
  if (before) return wrong('You sent this link to this address in the last 24 hours.');
  if (sent.length >= MOST_OF_A_LINK)
    return wrong(`One link is sent ${MOST_OF_A_LINK} times at most. Make another one.`);
  if (sentToday >= MOST_A_DAY)
    return wrong(`You sent ${MOST_A_DAY} links in the last 24 hours. Copy the link instead, or send it tomorrow.`);
  return null;
}

const DAY = 86_400_000;
const isWithinADay = ({ at }: Sending, now: Date): boolean => Date.parse(at) > now.getTime() - DAY;

/** Why a letter did not leave, as far as that is the holder's to know: what a mail server answers, not where ours stands. */
export function whyNotSent(problem: string | null): string | null {
  if (problem === null) return null;
  const [answer] = /\b[45]\d\d[ -].*/s.exec(problem) ?? [];
  if (answer === undefined) return 'Our mail server could not be reached.';
  return `The mail server answered: ${answer.replace(/\s+/g, ' ').trim().slice(0, MOST_ANSWER)}`;
}

/** The letter, in our words and the holder's. */
export function shareLetter({ holder, organisation, badge, others, lastDay, url }: Shown, words: string): Letter {
  const also = others === 0 ? '' : others === 1 ? ' and one more badge' : ` and ${others} more badges`;
  const until = lastDay ? ` until ${lastDay}, or until ${holder} ends it` : ` until ${holder} ends it`;
  return {
    subject: `${holder} shows you a badge: ${badge}`,
    paragraphs: [
      `${holder} shows you the badge “${badge}”${also}, issued by ${organisation}.`,
      ...(words === '' ? [] : [`${holder} writes: “${words}”`]),
      'The page says what was done for it, how it was assessed and whether it holds today. You need no account, and the signed badge can be checked without us.',
    ],
    act: { label: 'Look at the badge', url },
    closing: `The link can be opened${until}. It was sent because ${holder} named this address; we keep it for nothing else and do not tell ${holder} who opens it. Do not answer to this mail.`,
  };
}
