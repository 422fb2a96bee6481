import { EMPTY_FORM, fieldOf, missingIn, readForm, slotOf, ukFramework } from './import-form.js';

describe('the first step of an import', () => {
  it('knows the two files by their first line, whatever they are called', () => {
    expect(slotOf('\uFEFFSkill Name,Skill Description,Awareness,Working\r\nAgile')).toBe('skillsFile');
    expect(slotOf('Role Family,Role,Role Description,Role Level,Skill Name\n')).toBe('rolesFile');
    expect(slotOf('name,mail\n')).toBeNull();
    expect(slotOf('')).toBeNull();
  });

  it('names what is still missing, files first', () => {
    const form = { ...EMPTY_FORM, ...ukFramework(new Date('2026-11-22')) };
    expect(missingIn(form)).toEqual(['skillsFile', 'rolesFile']);
    expect(
      missingIn({
        ...form,
        skillsFile: { fileId: 'a', name: 's.csv' },
        rolesFile: { fileId: 'b', name: 'r.csv' },
        version: ' ',
      }),
    ).toEqual(['version']);
    expect(form.version).toBe('2026-11');
  });

  it('finds the field that a refusal speaks of', () => {
    expect(fieldOf('input.title')).toBe('title');
    expect(fieldOf('skillsFileId')).toBe('skillsFile');
    expect(fieldOf('something')).toBeNull();
  });

  it('comes back as it was left, and empty when what was kept is broken', () => {
    expect(readForm('{"title":"Ours"}')).toEqual({ ...EMPTY_FORM, title: 'Ours' });
    expect(readForm('{')).toEqual(EMPTY_FORM);
  });
});
