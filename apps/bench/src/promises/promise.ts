import type { OwnProduct } from '../product/own-product.js';
import type { Crowd } from './crowd.js';

/** What came out of trying: the figure, of how many, and whether the test could have failed. */
export interface Finding {
  figure: number;
  n: number;
  ok: boolean;
  /** What the negative control showed, in a few words. */
  control: string;
  /** Whether the test failed where it had to: a test that cannot fail proves nothing. */
  controlHeld: boolean;
  /** What fell short, for the person who has to look. */
  why?: string;
}

/** How much of it: a taste for a hurry, every target, or the size of a night. */
export type Size = 'quick' | 'full' | 'long';

/** A promise of the product, as something that can be counted. */
export interface ProductPromise {
  name: string;
  /** A short word for `--only`, where the name does not say it. */
  key?: string;
  target: string;
  keep(stage: { product: OwnProduct; crowd: Crowd; size: Size }): Promise<Finding>;
}
