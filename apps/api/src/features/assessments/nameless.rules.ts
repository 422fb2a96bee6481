import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';

type SnapshotContent = SubmissionSnapshot['content'];
type SnapshotItem = SnapshotContent['items'][number];

/** Stands where the candidate's name stood. */
export const NAME_MARK = '[name]';
/** Shorter parts of a name are too often other words. */
const FEWEST_LETTERS = 3;

interface Named {
  displayName: string;
  email: string | null;
}

/**
 * Takes what is known of somebody's name out of words. The whole name and the mail address go however they are written; a single
 * part of the name only as it is written there, so that Will goes and "will" stays.
 */
export function namelessWords({ displayName, email }: Named): (words: string) => string {
  const whole = displayName.trim().split(/\s+/).filter(Boolean);
  const alone = whole.filter((part) => Array.from(part).length >= FEWEST_LETTERS);
  const anyCase = [
    ...(email ? [escaped(email)] : []),
    ...(whole.length > 1 ? [whole.map(escaped).join('[\\s._-]+')] : []),
  ];
  const patterns = [
    ...(anyCase.length > 0 ? [between(anyCase, 'giu')] : []),
    ...(alone.length > 0 ? [between(alone.map(escaped), 'gu')] : []),
  ];
  return (words) => patterns.reduce((left, pattern) => left.replace(pattern, NAME_MARK), words);
}

/** What was handed in, without the candidate's name in anything that they or a witness wrote. The copy that is kept stays as it is. */
export function namelessContent(content: SnapshotContent, person: Named): SnapshotContent {
  const bare = namelessWords(person);
  return {
    ...content,
    items: content.items.map((item) => namelessItem(item, bare)),
    criteria: content.criteria.map((criterion) => ({
      ...criterion,
      ...(criterion.sameBecause === undefined ? {} : { sameBecause: bare(criterion.sameBecause) }),
      links: criterion.links.map((link) => ({ ...link, reflection: bare(link.reflection) })),
    })),
  };
}

function namelessItem(item: SnapshotItem, bare: (words: string) => string): SnapshotItem {
  const { statement } = item;
  return {
    ...item,
    title: bare(item.title),
    note: bare(item.note),
    text: item.text === null ? null : bare(item.text),
    ...(item.keptAt ? { keptAt: bare(item.keptAt) } : {}),
    ...(statement
      ? { statement: { ...statement, question: bare(statement.question), words: bare(statement.words) } }
      : {}),
  };
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const between = (words: readonly string[], flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, flags);
