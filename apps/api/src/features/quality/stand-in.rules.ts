import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { withoutNames } from './calibration.rules.js';
import type { ExemplarItem } from './exemplar.entity.js';

type Content = SubmissionSnapshot['content'];

/** What is known of the work that is to stand in. */
export interface StandInWork {
  items: readonly ExemplarItem[];
  content: Content;
  takenAt: Date;
  displayName: string;
  email: string;
}

/** How live work is made nameless, and its words are fingerprinted. */
interface Nameless {
  words(person: { displayName: string; email: string | null }): (words: string) => string;
  mark: string;
  digest(text: string): string;
}

const DAY = 86_400_000;
/** What a file is called in an exemplar as long as nobody named it; live work has the title that was given to it. */
const MADE_TITLE = /^Evidence [A-Z]+$/;
/** What names became when the exemplar was made; in live work they become the mark of names that are hidden. */
const CANDIDATE = /\bthe candidate\b/gi;

/**
 * The work of an exemplar as it would lie before an assessor had it just been handed in: the words on which two people agreed,
 * beside the criteria for which they were brought, without the name, and with its days moved along.
 */
export function standInContent(work: StandInWork, submittedAt: Date, nameless: Nameless): Content {
  const { digest, mark } = nameless;
  const bare = nameless.words(work);
  const later = Math.round((submittedAt.getTime() - work.takenAt.getTime()) / DAY);
  const lettersAt = new Map(
    work.content.items.map(({ letter }, index) => [letter, work.items[index]?.letter ?? letter]),
  );
  return {
    achievementVersionId: work.content.achievementVersionId,
    declaration: work.content.declaration,
    items: work.items.map(({ letter, title, text }, index) => {
      const was = work.content.items[index];
      const written = asWritten(text, was?.letter, work);
      const note = noteIn(written, was?.note ?? '', work);
      const words = (note ? written.replace(note, '').trim() : written).replace(CANDIDATE, mark);
      return {
        ...{
          letter,
          kind: 'TEXT' as const,
          note: note.replace(CANDIDATE, mark),
          url: null,
          fileId: null,
          keptAt: null,
          statement: null,
        },
        ...{
          itemId: '',
          title: (was && MADE_TITLE.test(title) ? bare(was.title) : title).replace(CANDIDATE, mark),
          text: words,
          digest: digest(words),
        },
        madeOn: was?.madeOn ? movedBy(was.madeOn, later) : null,
      };
    }),
    criteria: work.content.criteria.map(({ criterionId, number, claimedLevel, notEvidenced, links }) => ({
      ...{ criterionId, number, claimedLevel, notEvidenced, carried: null },
      links: links.map(({ letter, reflection }) => ({
        letter: lettersAt.get(letter) ?? letter,
        reflection: bare(reflection),
      })),
    })),
  };
}

/** Without what was said beside the criteria: an exemplar has it below the words, live work beside them. */
function asWritten(text: string, letter: string | undefined, { content, displayName, email }: StandInWork): string {
  const beside = new Set(
    content.criteria.flatMap(({ number, links }) =>
      links
        .filter((link) => link.letter === letter && link.reflection)
        .map(({ reflection }) => withoutNames(`On criterion ${number}: ${reflection}`, [displayName, email])),
    ),
  );
  const left = [...beside].reduce((words, each) => words.replace(each, ''), text);
  return left.replace(/\n{3,}/g, '\n\n').trim();
}

/** What was noted on the piece: an exemplar has it among the words, live work has it beside them. Nothing when no words would be left. */
function noteIn(words: string, note: string, { displayName, email }: StandInWork): string {
  const noted = withoutNames(note, [displayName, email]);
  return noted && words.includes(noted) && words.trim() !== noted.trim() ? noted : '';
}

function movedBy(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
