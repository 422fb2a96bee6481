/** Where a statement about somebody's level comes from. */
export type SourceType =
  | 'credential_moderated'
  | 'credential_single'
  | 'external_verified'
  | 'manager'
  | 'peer'
  | 'self'
  | 'inferred';

export interface Statement {
  type: SourceType;
  level: number;
  /** Months on one count; so is `expires`. */
  month: number;
  expires?: number | null;
}

export const RELIABILITY: Readonly<Record<SourceType, number>> = {
  credential_moderated: 0.95,
  credential_single: 0.85,
  external_verified: 0.75,
  manager: 0.6,
  peer: 0.4,
  self: 0.3,
  inferred: 0.2,
};

interface Options {
  halfLifeMonths: number;
  reliability?: Readonly<Record<SourceType, number>>;
}

/**
 * C(≥ k) = 1 − Π over source types (1 − the best of r·c): ten statements of one kind say no more than the best of them.
 * It ranks suggestions. It is no level, and is never shown, stored or compared as one.
 */
export function confidenceAtLeast(
  statements: readonly Statement[],
  level: number,
  month: number,
  { halfLifeMonths, reliability = RELIABILITY }: Options,
): number {
  const best = new Map<SourceType, number>();
  for (const { type, level: said, month: since, expires } of statements) {
    if (said < level || since > month) continue;
    const ended = expires !== null && expires !== undefined && expires < month;
    const weight = reliability[type] * 2 ** -((month - since) / halfLifeMonths) * (ended ? 0.5 : 1);
    best.set(type, Math.max(weight, best.get(type) ?? 0));
  }
  return 1 - [...best.values()].reduce((product, weight) => product * (1 - weight), 1);
}

/** The highest level of which so much is said; 0 where none is. */
export function levelAtConfidence(
  statements: readonly Statement[],
  month: number,
  options: Options & { atLeast?: number },
): number {
  const levels = [...new Set(statements.map(({ level }) => level))].sort((a, b) => b - a);
  return levels.find((level) => confidenceAtLeast(statements, level, month, options) >= (options.atLeast ?? 0.5)) ?? 0;
}

/** Σ over levels of C(≥ k). */
export function expectedLevel(statements: readonly Statement[], month: number, options: Options): number {
  const highest = Math.max(0, ...statements.map(({ level }) => level));
  let sum = 0;
  for (let level = 1; level <= highest; level += 1) sum += confidenceAtLeast(statements, level, month, options);
  return sum;
}
