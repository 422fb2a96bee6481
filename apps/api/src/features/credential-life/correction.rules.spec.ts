import { corrected } from './correction.rules.js';

const SIGNED = { name: 'Noor Adeyemi', validFrom: '2026-03-02T09:10:11Z', validUntil: '2028-03-02T09:10:11Z' };
const TODAY = '2026-11-22';

describe('what a correction makes different', () => {
  it('names the holder as the directory does, and says what it was', () => {
    expect(corrected(SIGNED, { name: 'Noor Adeyemi-Vos' }, TODAY)).toEqual({
      corrections: [{ field: 'HOLDER_NAME', was: 'Noor Adeyemi', becomes: 'Noor Adeyemi-Vos' }],
      problems: [],
    });
  });

  it('refuses what changes nothing', () => {
    const same = { name: 'Noor Adeyemi', firstDay: '2026-03-02', lastDay: '2028-03-02' };
    expect(corrected(SIGNED, same, TODAY)).toEqual({
      corrections: [],
      problems: [{ field: '', message: 'Nothing would be different from what is signed.' }],
    });
  });

  it('counts the last day as a whole, and takes an end away', () => {
    expect(corrected(SIGNED, { lastDay: '2027-12-31' }, TODAY).corrections).toEqual([
      { field: 'VALID_UNTIL', was: SIGNED.validUntil, becomes: '2027-12-31T23:59:59Z' },
    ]);
    expect(corrected(SIGNED, { endless: true }, TODAY).corrections).toEqual([
      { field: 'VALID_UNTIL', was: SIGNED.validUntil, becomes: null },
    ]);
  });

  it.each([
    [{ firstDay: '2026-11-23' }, 'firstDay'],
    [{ lastDay: '2026-03-01' }, 'lastDay'],
    [{ lastDay: '2027-01-01', endless: true }, 'lastDay'],
  ])('says what is wrong with %j', (wanted, field) => {
    expect(corrected(SIGNED, wanted, TODAY).problems.map((problem) => problem.field)).toContain(field);
  });
});
