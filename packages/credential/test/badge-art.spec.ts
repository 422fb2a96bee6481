import { type BadgeDesign, renderBadgeSvg } from '../src/index.js';

const design = (changes: Partial<BadgeDesign> = {}): BadgeDesign => ({
  issuerName: 'Calder Water',
  initials: 'CW',
  level: 3,
  levelLabel: 'Practitioner',
  skillName: 'Systems integration',
  profession: 'software',
  doubleMarked: false,
  year: 2026,
  ...changes,
});

describe('the badge', () => {
  it('has another outline for every level', () => {
    const outlines = [1, 2, 3, 4].map((level) => /<path d="([^"]+)"/.exec(renderBadgeSvg(design({ level })))?.[1]);
    expect(new Set(outlines).size).toBe(4);
  });

  it('says issuer, level, skill and year in words that a screen reader finds', () => {
    const svg = renderBadgeSvg(design());
    expect(svg).toContain('<title>Systems integration, level 3, Practitioner, Calder Water</title>');
    for (const word of ['CALDER WATER', 'PRACTITIONER', '>Systems<', '>integration<', '>CW<', '>b<'])
      expect(svg).toContain(word);
  });

  it('shows one ring for one assessor and two for two', () => {
    const rings = (svg: string) => svg.match(/<circle/g)?.length;
    expect([rings(renderBadgeSvg(design())), rings(renderBadgeSvg(design({ doubleMarked: true })))]).toEqual([1, 2]);
  });

  it('drops its detail when small: under 72 pixels the words, under 40 the line', () => {
    const [large, small, tiny] = [96, 64, 24].map((size) => renderBadgeSvg(design({ size })));
    expect([large, small, tiny].map((svg) => svg?.includes('>Systems<'))).toEqual([true, false, false]);
    expect([small, tiny].map((svg) => svg?.includes('#C9A24A'))).toEqual([true, false]);
    expect(tiny).toContain('>3<');
  });

  it('has a plain form for an achievement without a level or a profession', () => {
    const svg = renderBadgeSvg(
      design({ level: undefined, levelLabel: undefined, profession: undefined, year: undefined }),
    );
    expect(svg).toContain('>Systems<');
    expect(svg).not.toMatch(/undefined|NaN/);
  });

  it('is a picture and nothing else, whatever the names say', () => {
    const svg = renderBadgeSvg(
      design({ skillName: '"><script>alert(1)</script>', issuerName: '\u0000<b>', initials: '<i>' }),
    );
    expect(svg).not.toMatch(/<script|<b>|<i>|\u0000/);
  });
});
