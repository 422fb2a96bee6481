import { isWebAddress } from './evidence-files.js';

/** The part of CommonMark that notes are written in. Anything else stays visible as it was typed. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph' | 'quote' | 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] };

export type Span =
  | { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string }
  | { kind: 'link'; text: string; url: string };

const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBERED = /^\s*\d+[.)]\s+(.*)$/;
const QUOTE = /^>\s?(.*)$/;
const FENCE = /^(```|~~~)/;

export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  let at = 0;
  /** Takes lines as long as the pattern fits. */
  const run = (pattern: RegExp): string[] => {
    const taken: string[] = [];
    for (let match = pattern.exec(lines[at] ?? ''); match && at < lines.length; match = pattern.exec(lines[at] ?? '')) {
      taken.push(match[1] ?? '');
      at += 1;
    }
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') at += 1;
    else if (FENCE.test(line)) {
      const end = lines.findIndex((other, index) => index > at && FENCE.test(other));
      const stop = end === -1 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') });
      at = stop + 1;
    } else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
      at += 1;
    } else if (BULLET.test(line)) blocks.push({ kind: 'list', ordered: false, items: run(BULLET) });
    else if (NUMBERED.test(line)) blocks.push({ kind: 'list', ordered: true, items: run(NUMBERED) });
    else if (QUOTE.test(line)) blocks.push({ kind: 'quote', text: run(QUOTE).join(' ') });
    else {
      const text = run(PLAIN).join(' ') || line;
      if (lines[at] === line) at += 1;
      blocks.push({ kind: 'paragraph', text });
    }
  }
  return blocks;
}

/** A line that begins nothing else. */
const PLAIN = /^(?!\s*$|#{1,6}\s+\S|```|~~~|>|\s*[-*+]\s+|\s*\d+[.)]\s+)(.*)$/;

const SPAN = /\*\*(.+?)\*\*|\*(\S(?:.*?\S)?)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;

export function readSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    const [whole, strong, emphasis, code, label, url] = match;
    if (match.index > from) spans.push({ kind: 'text', text: text.slice(from, match.index) });
    if (strong) spans.push({ kind: 'strong', text: strong });
    else if (emphasis) spans.push({ kind: 'emphasis', text: emphasis });
    else if (code) spans.push({ kind: 'code', text: code });
    else if (label && url && isWebAddress(url)) spans.push({ kind: 'link', text: label, url });
    else spans.push({ kind: 'text', text: whole });
    from = match.index + whole.length;
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}
