// Geometry of the badge. A point list for each outline, and the same outline further in.
import type { BadgeShape } from './badge-face.js';

/** A point on the badge's 320-unit artboard. */
export type Point = readonly [number, number];

/** An outline: an ellipse, or corners in clockwise order. */
export type Outline =
  | { readonly kind: 'oval'; readonly rx: number; readonly ry: number }
  | { readonly kind: 'corners'; readonly points: readonly Point[] };

const CENTRE = 160;
const HALF_WIDTH = 126;
const HALF_HEIGHT = 152;

/** The outline of a shape, as large as the artboard lets it be. */
export function outlineOf(shape: BadgeShape): Outline {
  switch (shape) {
    case 'OVAL':
      return { kind: 'oval', rx: HALF_WIDTH, ry: HALF_HEIGHT };
    case 'CIRCLE':
      return { kind: 'oval', rx: HALF_HEIGHT, ry: HALF_HEIGHT };
    case 'OCTAGON':
      return corners(octagon(HALF_WIDTH, HALF_HEIGHT, 61));
    case 'CARTOUCHE':
      return corners(octagon(HALF_WIDTH, HALF_HEIGHT, 28));
    case 'GABLE':
      return corners(gable(122, HALF_HEIGHT, 60));
    case 'TABLET':
      return corners(rectangle(HALF_WIDTH, HALF_HEIGHT));
  }
}

/** How far a line at this height reaches from the middle to either side of the outline. */
export function reachAt(outline: Outline, y: number): number {
  if (outline.kind === 'oval') {
    const share = (y - CENTRE) / outline.ry;
    return Math.abs(share) >= 1 ? 0 : outline.rx * Math.sqrt(1 - share * share);
  }
  const { points } = outline;
  const crossings = points.flatMap(([x1, y1], nth) => {
    const [x2, y2] = points[(nth + 1) % points.length] ?? [x1, y1];
    if (y1 === y2 || y < Math.min(y1, y2) || y > Math.max(y1, y2)) return [];
    return [Math.abs(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1) - CENTRE)];
  });
  return crossings.length ? Math.min(...crossings) : 0;
}

/** The same outline, `by` units further in on every side. */
export function inset(outline: Outline, by: number): Outline {
  if (outline.kind === 'oval') return { kind: 'oval', rx: outline.rx - by, ry: outline.ry - by };
  const { points } = outline;
  const moved = points.map((point, nth) => {
    const before = points.at(nth - 1) ?? point;
    const after = points[(nth + 1) % points.length] ?? point;
    return cornerInside(before, point, after, by);
  });
  return { kind: 'corners', points: moved };
}

/** An outline as SVG path data. */
export function pathOf(outline: Outline): string {
  if (outline.kind === 'corners') return `M${outline.points.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}Z`;
  const { rx, ry } = outline;
  const half = `a${num(rx)} ${num(ry)} 0 1 0 `;
  return `M${num(CENTRE - rx)} ${CENTRE}${half}${num(2 * rx)} 0${half}${num(-2 * rx)} 0Z`;
}

/**
 * Short strokes across a band, as on the edge of a coin. Each side is drawn on its own and stops short of its
 * corners, so that strokes never cross there.
 */
export function reeding(outer: Outline, depth: number, pitch: number, stopShort: number): string {
  if (outer.kind === 'oval') return ovalReeding(outer, depth, pitch);
  return outer.points
    .map((from, nth) =>
      sideReeding(from, outer.points[(nth + 1) % outer.points.length] ?? from, depth, pitch, stopShort),
    )
    .join('');
}

/** Numbers in SVG need no more than two decimals on a 320-unit board. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function sideReeding([x1, y1]: Point, [x2, y2]: Point, depth: number, pitch: number, stopShort: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const strokes = Math.floor((length - 2 * stopShort) / pitch);
  const start = (length - strokes * pitch) / 2;
  let path = '';
  for (let nth = 0; nth <= strokes; nth++) {
    const along = start + nth * pitch;
    path += `M${num(x1 + ux * along)} ${num(y1 + uy * along)}l${num(-uy * depth)} ${num(ux * depth)}`;
  }
  return path;
}

function ovalReeding({ rx, ry }: { rx: number; ry: number }, depth: number, pitch: number): string {
  // Ramanujan's approximation is far closer than a stroke is wide.
  const h = ((rx - ry) / (rx + ry)) ** 2;
  const around = Math.PI * (rx + ry) * (1 + (3 * h) / (10 + Math.sqrt(4 - 3 * h)));
  const strokes = Math.round(around / pitch);
  let path = '';
  for (let nth = 0; nth < strokes; nth++) {
    const angle = evenAngle(nth / strokes, rx, ry);
    const [nx, ny] = unit(Math.cos(angle) / rx, Math.sin(angle) / ry);
    const [x, y] = [CENTRE + rx * Math.cos(angle), CENTRE + ry * Math.sin(angle)];
    path += `M${num(x)} ${num(y)}l${num(-nx * depth)} ${num(-ny * depth)}`;
  }
  return path;
}

/** The angle at which a given share of an ellipse's length is reached. Equal angles would crowd the narrow ends. */
function evenAngle(share: number, rx: number, ry: number): number {
  const steps = 360;
  const lengths = [0];
  for (let nth = 1; nth <= steps; nth++) {
    const middle = ((nth - 0.5) / steps) * 2 * Math.PI;
    lengths.push((lengths.at(-1) ?? 0) + Math.hypot(rx * Math.sin(middle), ry * Math.cos(middle)));
  }
  const target = share * (lengths.at(-1) ?? 0);
  const after = Math.max(
    1,
    lengths.findIndex((length) => length > target),
  );
  const [low = 0, high = 1] = [lengths[after - 1], lengths[after]];
  return ((after - 1 + (target - low) / (high - low)) / steps) * 2 * Math.PI;
}

/** Where the two sides at a corner meet after both have moved inwards. */
function cornerInside(before: Point, corner: Point, after: Point, by: number): Point {
  const [ax, ay] = unit(corner[0] - before[0], corner[1] - before[1]);
  const [bx, by2] = unit(after[0] - corner[0], after[1] - corner[1]);
  const [nx, ny] = [-ay - by2, ax + bx];
  const scale = (2 * by) / (nx * nx + ny * ny);
  return [corner[0] + nx * scale, corner[1] + ny * scale];
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

function corners(points: readonly Point[]): Outline {
  return { kind: 'corners', points: points.map(([x, y]) => [CENTRE + x, CENTRE + y]) };
}

function octagon(width: number, height: number, cut: number): Point[] {
  const [w, h] = [width - cut, height - cut];
  return [
    [-w, -height],
    [w, -height],
    [width, -h],
    [width, h],
    [w, height],
    [-w, height],
    [-width, h],
    [-width, -h],
  ];
}

function gable(width: number, height: number, rise: number): Point[] {
  return [
    [0, -height],
    [width, rise - height],
    [width, height],
    [-width, height],
    [-width, rise - height],
  ];
}

function rectangle(width: number, height: number): Point[] {
  return [
    [-width, -height],
    [width, -height],
    [width, height],
    [-width, height],
  ];
}
