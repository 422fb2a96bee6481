import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** A stretch of text in one font and one direction. */
export interface TextRun<Font> {
  readonly text: string;
  readonly rightToLeft: boolean;
  /** Null: no font has these letters. */
  readonly font: Font | null;
}

/** A line as it is read, cut into runs as they are drawn, left to right. */
export function visualRuns<Font>(line: string, fontOf: (cluster: string) => Font | null): TextRun<Font>[] {
  const { levels } = bidi.getEmbeddingLevels(line, 'auto');
  const mirrored = bidi.getMirroredCharactersMap(line, { levels, paragraphs: [] });
  const runs: { text: string; level: number; font: Font | null }[] = [];
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)) {
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    const text = mirrored.get(index) ?? segment;
    // A space belongs to what stands before it, or every word would be a run of its own.
    const font = /^\s$/.test(segment) && last?.font ? last.font : fontOf(segment);
    if (last && last.level === level && last.font === font) last.text += text;
    else runs.push({ text, level, font });
  }
  return reordered(runs).map(({ text, level, font }) => ({ text, font, rightToLeft: level % 2 === 1 }));
}

/** Rule L2 of the Unicode bidirectional algorithm: from the highest level down, turn round every sequence at or above it. */
function reordered<Run extends { level: number }>(runs: readonly Run[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    let from = 0;
    while (from < order.length) {
      if ((order[from]?.level ?? 0) < level) {
        from++;
        continue;
      }
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
