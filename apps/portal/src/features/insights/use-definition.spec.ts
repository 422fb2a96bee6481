import { readDefinition } from './use-definition.js';

it('reads a report from an address, and nothing from what is none', () => {
  const definition = {
    ...{ subject: 'PEOPLE', columns: ['person'], groupBy: [], sort: null },
    filters: [{ column: 'unit', operator: 'IS', value: 'Data' }],
  };
  expect(readDefinition(JSON.stringify(definition))).toEqual(definition);
  for (const text of [null, '', '{', '[]', '{"subject":"SALARIES"}', '{"subject":"PEOPLE","columns":1}', 'null'])
    expect(readDefinition(text)).toBeNull();
});
