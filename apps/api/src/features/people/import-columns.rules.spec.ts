import { guessMapping, mappingProblem } from './import-columns.rules.js';

it('names columns as people read them, not as the program does', () => {
  const nobody = guessMapping(['Name', 'Job title']);
  expect(mappingProblem(nobody, ['Name', 'Job title'])).toBe(
    'People are recognised by their person number or mail address: say which column holds one of them.',
  );
  const twice = [
    { header: 'A', field: 'EMAIL' as const },
    { header: 'B', field: 'EMAIL' as const },
  ];
  expect(mappingProblem(twice, ['A', 'B'])).toBe('Two columns are read as mail address; each is read once.');
});
