import { lacksOf, mapped, twiceIn, type Mapped } from './mapping.rules.js';

const of = (...fields: Mapped['field'][]): Mapped[] => fields.map((field, at) => ({ header: `Column ${at}`, field }));

it('asks for something to know people by, and a name in one or two columns', () => {
  expect(lacksOf(of('JOB_TITLE', null))).toEqual(['key', 'name']);
  expect(lacksOf(of('EMAIL', 'GIVEN_NAME'))).toEqual(['name']);
  expect(lacksOf(of('PERSON_NUMBER', 'GIVEN_NAME', 'FAMILY_NAME'))).toEqual([]);
  expect(lacksOf(of('EMAIL', 'DISPLAY_NAME'))).toEqual([]);
});

it('names a field that two columns would fill, until one of them is set free', () => {
  const both = of('EMAIL', 'EMAIL', null, null);
  expect([...twiceIn(both)]).toEqual(['EMAIL']);
  expect([...twiceIn(mapped(both, 'Column 1', null))]).toEqual([]);
});
