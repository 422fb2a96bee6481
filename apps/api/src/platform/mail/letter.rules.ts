/** What a mail says, before it is text and HTML: the two are made of the same sentences. */
export interface Letter {
  subject: string;
  /** "Ada" in "Hello Ada,"; without it the letter begins with its first sentence. */
  greets?: string;
  paragraphs: string[];
  /** Several things at once, each with where it is looked at; a digest. */
  entries?: { title: string; body: string; url: string | null }[];
  /** The one thing to do next. */
  act?: { label: string; url: string };
  /** Why somebody gets it, and how to get no more of the kind. */
  closing: string;
}

/** The letter as plain text, for those who read mail so, and for machines. */
export function asText(letter: Letter): string {
  const { greets, paragraphs, entries = [], act, closing } = letter;
  const parts = [
    ...(greets ? [`Hello ${greets},`] : []),
    ...paragraphs,
    ...entries.map(({ title, body, url }) => [`* ${title}`, body, url].filter(Boolean).join('\n  ')),
    ...(act ? [`${act.label}:\n${act.url}`] : []),
    `-- \n${closing}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * The letter as HTML: one column and letters of the reader's own machine. No picture and nothing fetched from anywhere, so
 * that opening it tells nobody anything.
 */
export function asHtml(letter: Letter): string {
  const { subject, greets, paragraphs, entries = [], act, closing } = letter;
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
  const entry = ({ title, body, url }: { title: string; body: string; url: string | null }) =>
    `<li style="margin:0 0 12px"><strong>${url ? link(url, title) : escaped(title)}</strong><br>${escaped(body)}</li>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
${greets ? paragraph(`Hello ${greets},`) : ''}
${paragraphs.map(paragraph).join('\n')}
${entries.length > 0 ? `<ul style="margin:0 0 16px;padding:0 0 0 20px">${entries.map(entry).join('\n')}</ul>` : ''}
${act ? `<p style="margin:24px 0"><strong>${link(act.url, act.label)}</strong></p>` : ''}
<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #999;font-size:13px">${escaped(closing)}</p>
</div></body></html>
`;
}

const link = (url: string, label: string): string => `<a href="${escaped(url)}">${escaped(label)}</a>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
