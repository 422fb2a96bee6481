import { type BulkField, countsOfBulk, type KnownAchievement, type KnownToBulk, planBulk } from './bulk-rows.rules.js';

const ann = { id: 'ann', name: 'Ann Lee', isWithUs: true };
const ben = { id: 'ben', name: 'Ben Cole', isWithUs: true };
const gone = { id: 'gone', name: 'Gus Gone', isWithUs: false };
const induction = {
  ...{ id: 'induction', versionId: 'v1', name: 'Site induction', givenOnCompletion: true, validityMonths: 12 },
};
const welding = { id: 'welding', versionId: 'v2', name: 'Welds seams', givenOnCompletion: false, validityMonths: null };

const known: KnownToBulk = {
  byNumber: new Map([['1001', ann]]),
  byMail: new Map([
    ['ann@example.org', ann],
    ['ben@example.org', ben],
    ['gus@example.org', gone],
  ]),
  achievements: new Map<string, KnownAchievement>([
    ['site induction', induction],
    ['welds seams', welding],
  ]),
  chosen: null,
  held: new Set(['ben induction']),
  givers: [],
  today: '2026-11-22',
};
const headers: Record<BulkField, string> = {
  ...{ PERSON_NUMBER: 'Staff no.', EMAIL: 'Mail', ACHIEVEMENT: 'Badge', AWARDED_ON: 'Given' },
};
const plan = (cells: Partial<Record<BulkField, string>>[], more: Partial<KnownToBulk> = {}) =>
  planBulk(
    cells.map((each, at) => ({ row: at + 2, cells: new Map(Object.entries(each)), problems: [] })),
    { ...known, ...more },
    (field) => headers[field],
  );
const said = (rows: ReturnType<typeof plan>) =>
  rows.flatMap(({ row, problems }) => problems.map(({ field, message }) => `${row} ${field}: ${message}`));

describe('a list of badges to be given', () => {
  it('gives what is new, on the day that is written or today', () => {
    const rows = plan([
      { EMAIL: 'ANN@example.org', ACHIEVEMENT: 'site Induction', AWARDED_ON: '2026-03-01' },
      { EMAIL: 'ben@example.org', ACHIEVEMENT: 'Site induction' },
    ]);
    expect(rows[0]?.award).toEqual({
      ...{ personId: 'ann', achievementId: 'induction', versionId: 'v1', awardedOn: '2026-03-01' },
    });
    expect(rows[1]).toMatchObject({ outcome: 'HELD', award: null, label: 'Ben Cole: Site induction' });
    expect(countsOfBulk(rows)).toEqual({ rows: 2, create: 1, held: 1, errors: 0 });
    expect(plan([{ PERSON_NUMBER: '1001' }], { chosen: induction })[0]?.award?.awardedOn).toBe('2026-11-22');
  });

  it('names the column as the file does, and the row', () => {
    const rows = plan([
      { EMAIL: 'nobody@example.org', ACHIEVEMENT: 'Site induction' },
      { PERSON_NUMBER: '1001', EMAIL: 'ben@example.org', ACHIEVEMENT: 'Site induction' },
      { EMAIL: 'ann@example.org', ACHIEVEMENT: 'Juggling' },
      { EMAIL: 'ann@example.org', ACHIEVEMENT: 'Site induction', AWARDED_ON: '1/2/26' },
      { EMAIL: 'ann@example.org', ACHIEVEMENT: 'Site induction', AWARDED_ON: '2026-12-01' },
      { EMAIL: 'gus@example.org', ACHIEVEMENT: 'Site induction' },
      { ACHIEVEMENT: 'Site induction' },
    ]);
    expect(said(rows)).toEqual([
      '2 Mail: There is nobody with the mail address “nobody@example.org”.',
      '3 Mail: The number 1001 is Ann Lee, and ben@example.org is Ben Cole.',
      '4 Badge: No badge called “Juggling” is on offer.',
      '5 Given: “1/2/26” is not a day as it is read here. Write it as 2026-11-22.',
      '6 Given: 2026-12-01 is still to come.',
      '6 : The same person and badge stand in row 5 already.',
      '7 Mail: Gus Gone is not with us any more.',
      '8 Mail: Say who, by person number or mail address.',
    ]);
    expect(rows.every(({ award }) => award === null)).toBe(true);
  });

  it('gives nothing that is earned by assessment, nothing that would have ended, and nobody their own', () => {
    expect(said(plan([{ EMAIL: 'ann@example.org', ACHIEVEMENT: 'Welds seams' }]))).toEqual([
      '2 Badge: “Welds seams” is earned by assessment. A list can give only what is given on completion.',
    ]);
    const old = [{ EMAIL: 'ann@example.org', ACHIEVEMENT: 'Site induction', AWARDED_ON: '2025-11-22' }];
    expect(said(plan(old))[0]).toContain('it would have ended already');
    expect(said(plan([{ PERSON_NUMBER: '1001' }], { chosen: induction, givers: ['ann'] }))).toEqual([
      '2 Staff no.: Ann Lee gives these badges; nobody gives their own.',
    ]);
  });
});
