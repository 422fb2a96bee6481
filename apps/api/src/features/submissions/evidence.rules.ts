const MOST_TAGS = 20;

/** Tags as they are kept: trimmed, each once whatever its capitals. */
export function tidyTags(tags: readonly string[]): string[] {
  const seen = new Map(
    tags.map((tag) => tag.trim().replace(/\s+/g, ' ')).flatMap((tag) => (tag ? [[tag.toLowerCase(), tag]] : [])),
  );
  return [...seen.values()];
}

/** What cannot be evidence. Only what is given is looked at. */
export function evidenceProblems(
  input: {
    title?: string;
    note?: string | null;
    madeOn?: string | null;
    url?: string;
    text?: string;
    tags?: readonly string[];
    skillIds?: readonly string[];
  },
  today: string,
): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  if (input.title !== undefined && !input.title.trim()) wrong('title', 'Give it a title.');
  if (input.title && input.title.length > 300) wrong('title', 'A title has at most 300 characters.');
  if (input.note && input.note.length > 5_000) wrong('note', 'A note has at most 5,000 characters.');
  // A day of margin: where the person is, it may be tomorrow already.
  if (input.madeOn && input.madeOn > dayAfter(today)) wrong('madeOn', 'This day is in the future.');
  if (input.url !== undefined && !isWebAddress(input.url))
    wrong('url', 'An address begins with http:// or https:// and holds no name or password.');
  if (input.text !== undefined && !input.text.trim()) wrong('text', 'Write something.');
  if (input.text && input.text.length > 100_000) wrong('text', 'A text has at most 100,000 characters.');
  if (input.tags && input.tags.length > MOST_TAGS) wrong('tags', `At most ${MOST_TAGS} tags fit on an item.`);
  if (input.tags?.some((tag) => tag.length > 50)) wrong('tags', 'A tag has at most 50 characters.');
  if (input.skillIds && input.skillIds.length > MOST_TAGS)
    wrong('skillIds', `At most ${MOST_TAGS} skills fit on an item.`);
  return problems;
}

/** Anything else, such as javascript:, could act when an assessor clicks it. */
function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text.trim());
    return ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password && text.length <= 2_000;
  } catch {
    return false;
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
}
