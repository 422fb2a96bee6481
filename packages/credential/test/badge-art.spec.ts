import {
  BADGE_ICONS,
  BADGE_SHAPES,
  type BadgeFacts,
  type BadgeKit,
  type BadgeSlots,
  checkBadge,
  contrast,
  faceOf,
  HALLMARK,
  HALLMARK_KIT,
  type Lettering,
  renderBadgeSvg,
  scaleFor,
} from '../src/index.js';

/** Every letter as wide as half its height, drawn as text: the picture's structure without any font. */
const letters: Lettering = (words, { size }) => ({
  width: Array.from(words).length * size * 0.5,
  missing: Array.from(words).filter((letter) => letter === '☃'),
  draw: (x, y, fill) => `<text x="${x}" y="${y}" fill="${fill}">${words.replace(/[&<>]/g, '')}</text>`,
});

interface Wanted {
  kit?: Partial<BadgeKit>;
  own?: Partial<BadgeSlots>;
  facts?: Partial<BadgeFacts>;
}

const face = ({ kit = {}, own = {}, facts = {} }: Wanted = {}) =>
  faceOf({ ...HALLMARK_KIT, ...kit }, HALLMARK, own, {
    issuerName: 'Calder Water',
    level: 3,
    levelLabel: 'Practitioner',
    skillName: 'Systems integration',
    profession: 'software',
    doubleMarked: false,
    year: 2026,
    ...facts,
  });

const drawn = (wanted: Wanted = {}, look: Parameters<typeof renderBadgeSvg>[2] = {}) =>
  renderBadgeSvg(face(wanted), letters, look);

const verdicts = (wanted: Wanted) => checkBadge(face(wanted), letters).filter(({ verdict }) => verdict !== 'GOOD');

describe('the badge', () => {
  it('has another outline for every shape, and by level unless one is chosen', () => {
    const outline = (svg: string) => /<path d="([^"]+)"/.exec(svg)?.[1];
    const chosen = BADGE_SHAPES.map((shape) => outline(drawn({ own: { shape } })));
    expect(new Set(chosen).size).toBe(BADGE_SHAPES.length);
    const byLevel = [1, 2, 3, 4].map((level) => outline(drawn({ facts: { level } })));
    expect(new Set(byLevel).size).toBe(4);
    expect(byLevel[1]).toBe(outline(drawn({ own: { shape: 'OVAL' } })));
  });

  it('says issuer, level, skill and year, in words that a screen reader finds', () => {
    const svg = drawn();
    expect(svg).toContain('<title>Systems integration, level 3, Practitioner, Calder Water</title>');
    for (const word of ['CALDER WATER', 'PRACTITIONER', '>Systems<', '>integration<', '>CW<', '>b<'])
      expect(svg).toContain(word);
  });

  it('shows one ring for one assessor and two for two', () => {
    const rings = (svg: string) => svg.match(/<circle/g)?.length;
    expect([rings(drawn()), rings(drawn({ facts: { doubleMarked: true } }))]).toEqual([1, 2]);
  });

  it('drops its detail when small: under 72 pixels the words, under 40 the line', () => {
    const [large, small, tiny] = [96, 64, 24].map((size) => drawn({}, { scale: scaleFor(size) }));
    expect([large, small, tiny].map((svg) => svg?.includes('>Systems<'))).toEqual([true, false, false]);
    expect([small, tiny].map((svg) => svg?.includes('#C9A24A'))).toEqual([true, false]);
    expect(tiny).toContain('>3<');
  });

  it('has a plain form for an achievement without a level or a profession', () => {
    const svg = drawn({ facts: { level: undefined, levelLabel: undefined, profession: undefined, year: undefined } });
    expect(svg).toContain('>Systems<');
    expect(svg).not.toMatch(/undefined|NaN/);
  });

  it('is a picture and nothing else, whatever the names say', () => {
    const svg = drawn({
      facts: { skillName: '"><script>alert(1)</script>', issuerName: '\u0000<b>' },
      kit: { initials: '<i>' },
    });
    expect(svg).not.toMatch(/<script|<b>|<i>|\u0000/);
  });

  it('takes every choice of a template, and none draws nonsense', () => {
    const looks: Partial<BadgeSlots>[] = [
      { ring: 'PLAIN' },
      { ring: 'DOUBLE' },
      { ring: 'NONE' },
      { band: 'DOTS' },
      { band: 'NONE' },
      { centre: 'ICON', icon: 'bridge' },
      { centre: 'NONE' },
      { marks: [] },
      { type: 'LABELS' },
      { title: 'Joining systems' },
    ];
    const pictures = looks.map((own) => drawn({ own }));
    expect(new Set([drawn(), ...pictures]).size).toBeGreaterThanOrEqual(looks.length);
    for (const svg of pictures) expect(svg).not.toMatch(/undefined|NaN|null/);
    expect(drawn({ own: { title: 'Joining systems' } })).toContain('Joining systems, level 3');
    expect(drawn({ own: { centre: 'ICON', icon: 'bridge' } })).toContain(BADGE_ICONS.bridge);
  });

  it('falls back to a plain panel where a slot has no content', () => {
    expect(face({ own: { centre: 'LOGO' } }).centre).toBe('NONE');
    expect(face({ facts: { level: undefined } }).centre).toBe('NONE');
  });

  it('has a paper and a one-ink cut whose words can be read', () => {
    for (const cut of ['PAPER', 'ONE_INK'] as const) {
      const svg = drawn(
        { kit: { inks: { ground: '#FFF3B0', gilt: '#FFE066', line: '#8C9893', text: '#333333' } } },
        { cut },
      );
      const [, ground = ''] = /fill="(#[0-9A-F]+)" stroke/i.exec(svg) ?? [];
      const [, text = ''] = /fill="(#[0-9A-F]+)">Systems/i.exec(svg) ?? [];
      expect(contrast(ground, text)).toBeGreaterThan(7);
    }
  });
});

describe('what is found before a badge is struck', () => {
  it('finds nothing to mend on a hallmark, and says what it measured', () => {
    expect(verdicts({})).toEqual([]);
    expect(checkBadge(face(), letters).map(({ message }) => message)).toContain(
      'Readable at 24 pixels: the 3 is 7.5 pixels high, contrast 14 to 1.',
    );
  });

  it('warns below 4.5 to 1 and refuses below 3', () => {
    const inks = HALLMARK_KIT.inks;
    const [refused] = verdicts({ kit: { inks: { ...inks, text: '#3A4A46' } } });
    expect(refused).toMatchObject({ check: 'CONTRAST', verdict: 'REFUSED' });
    const [warned] = verdicts({ kit: { inks: { ...inks, gilt: '#6B7A75' } } });
    expect(warned).toMatchObject({ check: 'CONTRAST', verdict: 'WARNING' });
    expect(warned?.message).toMatch(/gilt.*contrast 3\.\d to 1/);
  });

  it('warns of an outline that a page swallows', () => {
    const inks = { ground: '#FFFFFF', gilt: '#6B5410', line: '#F0F0F0', text: '#14221F' };
    expect(verdicts({ kit: { inks } })).toContainEqual(
      expect.objectContaining({ check: 'EDGE', message: expect.stringContaining('light page') }),
    );
  });

  it('warns when nothing could be read at 24 pixels', () => {
    const logo = { width: 400, height: 40, drawing: '<path d="M0 0H400V40H0Z"/>', viewBox: '0 0 400 40' };
    const [found] = verdicts({ kit: { logo }, own: { centre: 'LOGO' } });
    expect(found).toMatchObject({
      check: 'SMALL',
      verdict: 'WARNING',
      message: expect.stringContaining('1.1 pixels high'),
    });
  });

  it('writes a long name of the organisation smaller and closer, and its initials where no line holds it', () => {
    // Nobody can design a shorter name: it must never stand between a draft and publishing.
    for (const issuerName of ['Oskrickfc and Daughters Ltd', 'The Very Honourable Company of Calder Water and Sons'])
      for (const shape of ['OVAL', 'CIRCLE', 'OCTAGON', 'GABLE', 'TABLET'] as const)
        expect(verdicts({ facts: { issuerName }, own: { shape } })).toEqual([]);
  });

  it('refuses what has no room, naming the slot, and letters that no font has, naming them', () => {
    const tooLong = verdicts({
      facts: {
        skillName: 'Uninterruptibly overcomplicated departmental infrastructures for everybody everywhere, always',
      },
    });
    expect(tooLong).toContainEqual(expect.objectContaining({ check: 'FIT', verdict: 'REFUSED' }));
    expect(verdicts({ kit: { initials: 'CWPQ' } })[0]?.message).toContain('up to three letters');
    expect(verdicts({ facts: { skillName: 'Snow ☃' } })[0]?.message).toContain('these characters of the name: ☃');
  });
});
