import type { Page } from 'playwright-core';

export interface Stop {
  name: string;
  open(page: Page): Promise<unknown>;
}

/** Whose pages they are, in the words of the door; null is a stranger. */
export interface Leg {
  role: string | null;
  stops: Stop[];
}

export const TOUR: Leg[];
export function enter(page: Page, role: string): Promise<void>;
export function settled(page: Page): Promise<void>;
