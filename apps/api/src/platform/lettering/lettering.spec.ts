import {
  BADGE_SHAPES,
  type BadgeFacts,
  checkBadge,
  faceOf,
  HALLMARK,
  HALLMARK_KIT,
  renderBadgeSvg,
} from '@assay/credential';
import sharp from 'sharp';
import { FONT_FAMILIES, USUAL_FONTS } from './fonts.rules.js';
import { LetteringService } from './lettering.service.js';
import { visualRuns } from './text-runs.js';

const lettering = new LetteringService();
const letters = lettering.by();
const NAME = { type: 'NAMES', weight: 600, size: 20 } as const;

const NAMES = {
  Arabic: 'نمذجة البيانات',
  Hebrew: 'מידול נתונים',
  Chinese: '数据建模与治理',
  Japanese: 'データモデリング',
  Korean: '데이터 모델링',
  Thai: 'การสร้างแบบจำลองข้อมูล',
  Greek: 'Μοντελοποίηση δεδομένων',
  Cyrillic: 'Моделирование данных',
  Polish: 'Zarządzanie jakością źródeł',
  Vietnamese: 'Mô hình hóa dữ liệu',
};

const facts = (skillName: string): BadgeFacts => ({
  issuerName: 'Calder Water',
  level: 3,
  levelLabel: 'Practitioner',
  skillName,
  profession: 'data',
  doubleMarked: true,
  year: 2026,
});

const face = (skillName: string, own = {}) => faceOf(HALLMARK_KIT, HALLMARK, own, facts(skillName));

describe('setting words', () => {
  it.each(Object.entries(NAMES))('has every letter of a name in %s', (_script, name) => {
    const line = letters(name, NAME);
    expect(line.missing).toEqual([]);
    expect(line.width).toBeGreaterThan(20);
    // An outline for each thing that is seen, and none of the boxes that stand for a missing glyph.
    expect(line.draw(160, 100, '#000000')).toMatch(/^<path d="M[^a-z]+" fill="#000000"\/>$/);
  });

  it('says which characters no font has', () => {
    expect(letters('Data डेटा', NAME).missing).toEqual(['डे', 'टा']);
    expect(lettering.by({ ...USUAL_FONTS, ARABIC: null })(NAMES.Arabic, NAME).missing).toContain('ن');
  });

  it('joins Arabic letters: together they are not what each is alone', () => {
    const together = letters('بيت', NAME).width;
    const alone = Array.from('بيت').reduce((sum, letter) => sum + letters(letter, NAME).width, 0);
    expect(together).toBeLessThan(alone * 0.8);
  });

  it('puts right-to-left words in the order in which they are drawn, with foreign words inside kept readable', () => {
    const runs = visualRuns('ניהול SQL מתקדם', () => 'font');
    expect(runs.map(({ text }) => text.trim())).toEqual(['מתקדם', 'SQL', 'ניהול']);
    expect(runs.map(({ rightToLeft }) => rightToLeft)).toEqual([true, false, true]);
  });

  it('comes with every font file that it offers', () => {
    for (const { files } of FONT_FAMILIES)
      for (const file of files(600, false)) expect(lettering.font(file).unitsPerEm).toBeGreaterThan(0);
  });
});

describe('a struck badge', () => {
  it.each(Object.entries(NAMES))('shows a name in %s as ink on its panel', async (_script, name) => {
    const found = checkBadge(face(name), letters).filter(({ verdict }) => verdict === 'REFUSED');
    expect(found).toEqual([]);
    const png = sharp(Buffer.from(renderBadgeSvg(face(name), letters))).resize(320, 320);
    // Where the name stands: the panel is dark, its letters are light.
    const area = await png.extract({ left: 70, top: 160, width: 180, height: 50 }).greyscale().raw().toBuffer();
    const light = area.filter((value) => value > 200).length;
    expect(light).toBeGreaterThan(150);
    expect(light).toBeLessThan(area.length / 2);
  });

  it.each(BADGE_SHAPES)('fits a long name of three words into %s', async (shape) => {
    const long = face('Environmental measurement integration', { shape });
    expect(checkBadge(long, letters).filter(({ check }) => check === 'FIT')).toEqual([]);
  });

  it('refuses a name that is too long in words, and does not cut it', () => {
    const long = face('Interdepartmental telecommunications infrastructure modernisation programme governance');
    expect(checkBadge(long, letters)).toContainEqual({
      check: 'FIT',
      verdict: 'REFUSED',
      message: expect.stringContaining('does not fit on this badge'),
    });
    expect(renderBadgeSvg(long, letters)).not.toContain('…');
  });

  it('holds no text that a machine without the fonts would draw otherwise', () => {
    expect(renderBadgeSvg(face('Testing'), letters)).not.toContain('<text');
  });
});
