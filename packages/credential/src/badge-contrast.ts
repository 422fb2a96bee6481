/** WCAG 2 contrast of two colours as `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour that is readable on the ground: the one asked for, or the first of the others that is. */
export function readableOn(ground: string, least: number, wanted: string, ...others: string[]): string {
  return [wanted, ...others].find((colour) => contrast(colour, ground) >= least) ?? others.at(-1) ?? wanted;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
