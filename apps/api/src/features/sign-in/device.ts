import Bowser from 'bowser';

const UNKNOWN = 'An unknown device';
const MOST_CHARACTERS = 80;

/** A browser in words that its owner knows again: "Firefox on Windows". */
export function deviceOf(userAgent: string | undefined): string {
  if (!userAgent) return UNKNOWN;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const words = [browser.name, os.name].filter((word) => word);
  return words.length > 0 ? words.join(' on ').slice(0, MOST_CHARACTERS) : UNKNOWN;
}
