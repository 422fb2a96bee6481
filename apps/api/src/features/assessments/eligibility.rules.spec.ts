import { conflicts, type EligibilityFacts, eligibility } from './eligibility.rules.js';

const fine: EligibilityFacts = {
  qualifiedAs: 'FOUNDER',
  covered: null,
  isCandidate: false,
  managesCandidate: false,
  managedByCandidate: false,
  takesPart: false,
  held: 2,
  capacity: 6,
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
    ['nobody without qualification', { qualifiedAs: null }, 'qualified'],
    ['nobody whose role is limited to something else', { covered: false }, 'within-role'],
    ['nobody with their own work', { isCandidate: true }, 'not-candidate'],
    ['no manager of the candidate', { managesCandidate: true }, 'not-manager'],
    ['nobody whom the candidate manages', { managedByCandidate: true }, 'not-report'],
    ['nobody whose list is full', { held: 6 }, 'capacity'],
  ])('lets %s in', (_name, changed, rule) => {
    expect(broken({ ...fine, ...changed })).toEqual([rule]);
  });

  it('does not count a full list as a conflict when marks are handed in', () => {
    expect(conflicts(eligibility({ ...fine, held: 9 }))).toEqual([]);
    expect(conflicts(eligibility({ ...fine, managesCandidate: true }))).toHaveLength(1);
  });
});
