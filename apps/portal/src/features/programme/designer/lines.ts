export function withLine(lines: readonly string[], at: number, line: string): string[] {
  return [...lines.slice(0, at), line, ...lines.slice(at)];
}

export function withoutLine(lines: readonly string[], at: number): string[] {
  return lines.filter((_, index) => index !== at);
}

export function withMovedLine(lines: readonly string[], at: number, by: -1 | 1): readonly string[] {
  const line = lines[at];
  const other = lines[at + by];
  if (line === undefined || other === undefined) return lines;
  return lines.map((each, index) => (index === at ? other : index === at + by ? line : each));
}

/** Pastes a list: each line its own, without the bullets and numbers that came with it. */
export function withLines(lines: readonly string[], at: number, text: string): { lines: string[]; last: number } {
  const pasted = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim())
    .filter(Boolean);
  const kept = lines[at]?.trim() ? [lines[at] ?? ''] : [];
  const all = [...lines.slice(0, at), ...kept, ...pasted, ...lines.slice(at + 1)];
  return { lines: all, last: at + kept.length + pasted.length - 1 };
}
