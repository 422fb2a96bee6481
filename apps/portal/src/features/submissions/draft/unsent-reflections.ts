import { UNSENT } from '../../../lib/unsent.js';

export interface UnsentReflection {
  criterionId: string;
  itemId: string;
  text: string;
  /** The words that stood there when the writing began. */
  base: string;
}
type Kept = Record<string, UnsentReflection>;

/** Words that the API has not answered for yet outlive this tab and this browser. Whoever signs out takes them along. */
export const unsentReflections = (submissionId: string) => {
  const name = `${UNSENT}reflections-${submissionId}`;
  const read = (): Kept => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
    } catch {
      return {};
    }
  };
  const write = (kept: Kept) => {
    try {
      if (Object.keys(kept).length > 0) localStorage.setItem(name, JSON.stringify(kept));
      else localStorage.removeItem(name);
    } catch {
      // A browser that keeps nothing still has it on the screen.
    }
  };
  return {
    all: (): [string, UnsentReflection][] => Object.entries(read()),
    keep: (key: string, reflection: UnsentReflection) => write({ ...read(), [key]: reflection }),
    /** Only these words: newer ones of the same field still wait. */
    forget: (key: string, text: string | null) => {
      const { [key]: gone, ...rest } = read();
      if (gone && (text === null || gone.text === text)) write(rest);
    },
  };
};
