import { readSheets } from './sheet-framework.rules.js';
import { sheetsOf } from './sheet-source.js';

const csv = (name: string, ...rows: string[]) => ({ name, bytes: Buffer.from(rows.join('\n')) });
const noWorkbooks = {} as Parameters<typeof sheetsOf>[1];
const found = async (...files: ReturnType<typeof csv>[]) => {
  const read = await sheetsOf(files, noWorkbooks);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.sheets;
};

it('takes a single table under a name of its own for skills, whatever its headers resemble', async () => {
  const [sheet] = await found(csv('our-list.csv', 'Code,Skill,Description,Parent', 'S1,Welding,Joining,'));
  expect(sheet).toMatchObject({ key: 'skills', file: 'our-list.csv' });
  const [known] = await found(csv('scale.csv', 'level,name', '1,Aware'));
  expect(known?.key).toBe('scale');
});

it('says what was found instead where there are no skills', async () => {
  const sheets = await found(csv('scale.csv', 'level,name', '1,Aware'));
  const read = readSheets(sheets, { said: null, before: [] }, (text) => text);
  expect('problems' in read && read.problems).toMatchObject([
    {
      kind: 'MISSING_TABLE',
      message: 'The table of skills is missing. Call the file or the sheet “skills”. “scale.csv” is read as scale.',
    },
  ]);
});
