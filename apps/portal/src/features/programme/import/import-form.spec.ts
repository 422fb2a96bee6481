import { assigned, EMPTY_FORM, missingIn, readForm, slotFor, type Slot, withStandard } from './import-form.js';

const slot = (key: string, namePattern: string, more: Partial<Slot> = {}): Slot => ({
  ...{ key, title: key, namePattern, required: true, many: false },
  ...more,
});
const SLOTS = [
  slot('skills', '^skills(_|\\.)'),
  slot('groups', '^skillGroups'),
  slot('collections', 'SkillsCollection', { required: false, many: true }),
];
const file = (name: string, place: string | null = null) => ({ fileId: name, name, slot: place });

describe('the first step of an import', () => {
  it('puts files where their names say, each slot once', () => {
    const files = assigned(
      ['skillGroups_en.csv', 'Skills_en.csv', 'skills_en.csv', 'a.pdf'].map((each) => file(each)),
      SLOTS,
    );
    expect(files.map((each) => each.slot)).toEqual(['groups', 'skills', null, null]);
    expect(slotFor('digitalSkillsCollection_en.csv', SLOTS, [file('x', 'collections')])).toBe('collections');
  });

  it('takes the only file of a format with one slot, whatever it is called', () => {
    expect(slotFor('whatever.json', [slot('package', '\\.cfpackage$')], [])).toBe('package');
    expect(slotFor('another.json', [slot('package', '\\.cfpackage$')], [file('x', 'package')])).toBeNull();
    expect(slotFor('a.csv', [slot('broken', '(')], [file('x', 'broken')])).toBeNull();
  });

  it('gives the only slot of another format to none of the files that were added for the old one', () => {
    const json = [slot('package', '\\.json$')];
    expect(assigned([file('skills_en.csv', 'skills')], json).map((each) => each.slot)).toEqual([null]);
    expect(assigned([file('skills_en.csv', 'skills'), file('all.json', null)], json).map((each) => each.slot)).toEqual([
      null,
      'package',
    ]);
  });

  it('names what is still missing, files first', () => {
    expect(missingIn({ ...EMPTY_FORM, kind: 'ESCO', files: [file('x')] }, SLOTS)).toEqual([
      ...['slot skills', 'slot groups', 'file x', 'title', 'publisher', 'version', 'licence', 'attribution'],
    ]);
    expect(missingIn(EMPTY_FORM, [])[0]).toBe('kind');
  });

  it('fills in what the publisher says and overwrites nothing', () => {
    const standard = { title: 'ESCO', publisher: 'European Commission', version: null, licence: 'Free' };
    const filled = withStandard({ ...EMPTY_FORM, title: 'Our ESCO' }, { slots: [], standard }, '2026-11-22');
    expect(filled).toMatchObject({
      title: 'Our ESCO',
      publisher: 'European Commission',
      version: '2026-11',
      attribution: '',
    });
    expect(withStandard(EMPTY_FORM, { slots: [], standard: {} }, '2026-11-22').version).toBe('');
  });

  it('comes back as it was left, and empty when what was kept is broken', () => {
    expect(readForm('{"title":"Ours"}')).toEqual({ ...EMPTY_FORM, title: 'Ours' });
    for (const broken of ['{', '{"files":3}', 'null']) expect(readForm(broken)).toEqual(EMPTY_FORM);
  });
});
