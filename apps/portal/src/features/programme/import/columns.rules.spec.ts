import {
  choose,
  columnsInput,
  firstRows,
  missingFields,
  type ReadTable,
  saysMore,
  twiceFields,
} from './columns.rules.js';

const skills: ReadTable = {
  table: 'SKILLS',
  fields: [
    { name: 'name', needed: true },
    { name: 'description', needed: false },
    { name: 'notes', needed: false },
  ],
  columns: [
    { header: 'Notiz', field: null },
    { header: 'Kompetenz', field: null },
    { header: 'Text', field: 'description' },
  ],
  rows: [['später', 'Backen', 'Brot machen']],
};

describe('saying which column is what', () => {
  it('names what is missing until a column is it, and what two columns would fill', () => {
    expect(missingFields(skills, {})).toEqual(['name']);
    const named = choose({}, skills, 'Kompetenz', 'name');
    expect(missingFields(skills, named)).toEqual([]);
    expect(twiceFields(skills, named).size).toBe(0);
    expect([...twiceFields(skills, choose(named, skills, 'Notiz', 'description'))]).toEqual(['description']);
  });

  it('shows the first rows in the order of the fields, without what is not read', () => {
    expect(firstRows(skills, choose({}, skills, 'Kompetenz', 'name'))).toEqual({
      fields: ['name', 'description'],
      rows: [{ at: 0, cells: ['Backen', 'Brot machen'] }],
    });
  });

  it('asks for a new reading only where something else is said', () => {
    expect(saysMore([skills], choose({}, skills, 'Text', 'description'))).toBe(false);
    expect(saysMore([skills], choose({}, skills, 'Text', null))).toBe(true);
  });

  it('sends every column, also those that are left out', () => {
    expect(columnsInput([skills], choose({}, skills, 'Kompetenz', 'name'))).toEqual([
      { table: 'SKILLS', header: 'Notiz', field: null },
      { table: 'SKILLS', header: 'Kompetenz', field: 'name' },
      { table: 'SKILLS', header: 'Text', field: 'description' },
    ]);
  });
});
