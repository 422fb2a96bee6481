import { CONFLICT_RULES, conflicts, type EligibilityFacts, eligibility, WAIVABLE } from './eligibility.rules.js';

const fine: EligibilityFacts = {
  qualifiedAs: 'FOUNDER',
  qualificationIs: 'APPROVED',
  covered: null,
  against: [],
  waived: [],
  authorAlone: false,
  held: 2,
  capacity: 6,
  paused: false,
  onLeaveUntil: null,
};
const broken = (facts: EligibilityFacts) =>
  eligibility(facts)
    .filter((each) => !each.ok)
    .map((each) => each.rule);

describe('who may assess what', () => {
  it('lets a qualified stranger to the candidate with room in', () => {
    expect(broken(fine)).toEqual([]);
  });

  it.each<[string, Partial<EligibilityFacts>, string]>([
    ['nobody without qualification', { qualifiedAs: null, qualificationIs: 'NONE' }, 'qualified'],
    ['nobody whose role is limited to something else', { covered: false }, 'within-role'],
    ...CONFLICT_RULES.map((rule): [string, Partial<EligibilityFacts>, string] => [rule, { against: [rule] }, rule]),
    ['nobody who judges by their own rubric alone', { authorAlone: true }, 'not-author-alone'],
    ['nobody who is away', { onLeaveUntil: '2031-04-02' }, 'available'],
    ['nobody who takes no work', { paused: true }, 'available'],
    ['nobody whose list is full', { held: 6 }, 'capacity'],
    ['nobody whose own list is shorter', { held: 2, capacity: 2 }, 'capacity'],
  ])('lets %s in', (_name, changed, rule) => {
    expect(broken({ ...fine, ...changed })).toEqual([rule]);
  });

  it('says why a qualification does not count', () => {
    const why = (qualificationIs: EligibilityFacts['qualificationIs']) =>
      eligibility({ ...fine, qualifiedAs: null, qualificationIs })[0]?.sentence;
    expect(why('LAPSED')).toContain('lapsed');
    expect(why('SUSPENDED')).toContain('suspended');
    expect(why('NONE')).toContain('not a qualified assessor');
  });

  it('lets in whom a waiver names for every rule that stands, and says so', () => {
    const both: EligibilityFacts = { ...fine, against: ['not-manager', 'not-team'], waived: ['not-manager'] };
    expect(broken(both)).toEqual(['not-team']);
    const allowed = eligibility({ ...both, waived: ['not-manager', 'not-team'] });
    expect(allowed.every(({ ok }) => ok)).toBe(true);
    expect(allowed.find(({ rule }) => rule === 'not-team')?.sentence).toContain('waiver');
    expect(WAIVABLE).not.toContain('not-candidate');
  });

  it('does not count a full list, a leave or who has left as a conflict when marks are handed in', () => {
    expect(conflicts(eligibility({ ...fine, held: 9, onLeaveUntil: '2031-04-02', authorAlone: true }))).toEqual([]);
    expect(conflicts(eligibility({ ...fine, against: ['not-manager'] }))).toHaveLength(1);
  });

  it('speaks of others in the third person', () => {
    const all = eligibility({ ...fine, against: [...CONFLICT_RULES], covered: true, authorAlone: true }, 'they');
    expect(all.map(({ sentence }) => sentence).join(' ')).not.toMatch(/\byou/i);
  });
});
