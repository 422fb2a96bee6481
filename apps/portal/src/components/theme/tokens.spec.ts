import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const themes = {
  light: tokensOf("[data-mantine-color-scheme='light'] {"),
  dark: tokensOf("\n[data-mantine-color-scheme='dark'] {"),
};

describe.each(['light', 'dark'] as const)('colour in the %s theme', (name) => {
  const token = (key: string) => themes[name].get(key) ?? '';

  it.each([
    ['ink', 'surface'],
    ['ink', 'canvas'],
    ['ink', 'sunk'],
    ['ink', 'wash'],
    ['ink-2', 'surface'],
    ['ink-2', 'canvas'],
    ['ink-2', 'track'],
    ['ink-3', 'surface'],
    ['ink-3', 'canvas'],
    ['ink-3', 'wash'],
    ['on-ink', 'ink'],
    ['accent', 'surface'],
    ['accent', 'canvas'],
    ['accent', 'wash'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['red', 'surface'],
    ['red', 'red-wash'],
    ['amber', 'surface'],
    ['amber', 'amber-wash'],
    ['green', 'surface'],
    ['green', 'green-wash'],
    ['gilt', 'surface'],
    ['gilt', 'gilt-wash'],
    ['paper-ink', 'paper'],
    ['on-level-1', 'level-1'],
    ['on-level-2', 'level-2'],
    ['on-level-3', 'level-3'],
    ['on-level-4', 'level-4'],
    ['on-level-5', 'level-5'],
  ])('%s can be read on %s', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['field', 'surface'],
    ['field', 'canvas'],
    ['accent', 'surface'],
  ])('a control edged in %s can be seen on %s', (edge, ground) => {
    expect(contrast(token(edge), token(ground))).toBeGreaterThanOrEqual(3);
  });

  it('puts more level further from the page', () => {
    const distances = [1, 2, 3, 4, 5].map((level) => contrast(token(`level-${level}`), token('surface')));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });
});

function tokensOf(start: string): Map<string, string> {
  const from = css.indexOf(start);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
