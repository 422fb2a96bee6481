/** What cannot be evidence. Only what is given is looked at. */
export function evidenceProblems(
  input: { title?: string; note?: string | null; madeOn?: string | null; url?: string; text?: string },
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
