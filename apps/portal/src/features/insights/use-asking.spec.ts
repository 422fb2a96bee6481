import { readNeeds } from './use-asking.js';

it('reads requirements from an address and leaves out what is none', () => {
  const id = '0190a000-0000-7000-8000-00000000000a';
  expect(readNeeds([`${id}:3`, `${id}:0`, `${id}:21`, `${id}`, 'x:2', ':', `${id}:2.5`])).toEqual([
    { skillId: id, level: 3 },
  ]);
});
