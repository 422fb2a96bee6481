/** Why a figure does not exist for these ratings. Never a NaN, and never a 1 that nobody earned. */
export type Missing =
  | 'no unit was rated twice'
  | 'fewer than two raters'
  | 'no variation'
  | 'ratings are missing'
  | 'the design falls apart'
  | 'the estimates do not settle';

/** A figure, or null with the reason. */
export type Figure = { readonly value: number } | { readonly value: null; readonly why: Missing };

export const missing = (why: Missing) => ({ value: null, why }) as const;
