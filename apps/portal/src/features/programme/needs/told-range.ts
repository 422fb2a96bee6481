import type { Need } from './needs.documents.js';

const FEW = { from: 1, to: 4 };

interface Range {
  from: number;
  to: number;
}

/** Numbers of people as far as they are told: where one would tell of fewer than five, the range that it is in. */
export function toldNeed({ people, met, gap, band }: Need): Record<'people' | 'met' | 'gap', number | Range> {
  if (people === null) return { people: FEW, met: { from: 0, to: 4 }, gap: { from: 0, to: 4 } };
  const allBut = { from: people - FEW.to, to: people - FEW.from };
  return {
    people,
    met: met ?? (band === 'FEW' ? FEW : allBut),
    gap: gap ?? (band === 'FEW' ? allBut : FEW),
  };
}
