/** A, B, … Z, AA, AB, … */
export function letterAt(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? letterAt(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** The first letter that is not in use. */
export function nextLetter(used: readonly string[]): string {
  for (let index = 0; ; index += 1) if (!used.includes(letterAt(index))) return letterAt(index);
}

/** A before B, Z before AA. */
export function byLetter(a: { letter: string }, b: { letter: string }): number {
  return a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0);
}
