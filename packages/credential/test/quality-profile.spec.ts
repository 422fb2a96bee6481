import {
  finding,
  type JsonObject,
  QUALITY_FIELDS,
  qualityProfile,
  type Verdict,
  type Verification,
} from '../src/index.js';

const checked = (verdict: Verdict): Verification => ({
  verdict,
  checks: [finding('issuer', 'ok', 'issuerDomain', { domain: 'calder.example' })],
  checkedAt: '2027-01-11T09:00:00Z',
});

const rubric = { id: 'r', name: 'Agrees contracts', rubricCriterionLevel: [{ id: 'l1' }] };
const eu = (element: string, words: string) => ({ targetType: `ext:EU${element}`, targetName: `Name: ${words}` });
const badge = (alignment: JsonObject[], more: JsonObject = {}): JsonObject => ({
  validFrom: '2026-12-04T09:00:00Z',
  validUntil: '2029-12-04T09:00:00Z',
  credentialSubject: {
    narrative: '2 assessors who did not see each other’s marks marked 1 criterion. Learning time: 42 hours.',
    achievement: {
      criteria: { narrative: 'Whoever holds it has shown: a; b; c.' },
      alignment,
      resultDescription: [rubric],
    },
  },
  evidence: [{ genre: 'File' }, { genre: 'Statement' }],
  ...more,
});

describe('a quality profile', () => {
  const of = (document: JsonObject, verdict: Verdict = 'genuine-and-current', record = {}) =>
    Object.fromEntries(
      qualityProfile(document, checked(verdict), record).fields.map(({ field, status, provenance }) => [
        field,
        provenance ? `${status}, ${provenance}` : status,
      ]),
    );

  it('answers twenty-six questions, each with where the answer comes from', () => {
    const skill = { targetName: 'Systems integration', targetCode: 'SI', targetUrl: 'https://skills.example' };
    const said = [
      skill,
      eu('Supervision', 'supervised on site, identity verified'),
      eu('Assessment', 'practical task'),
    ];
    const answers = of(badge(said), 'genuine-and-current', {
      conflictsRuledOut: true,
      agreement: { value: 0.8, low: 0.65, high: 0.9, n: 23 },
      firstAttempts: { passed: 21, n: 30 },
      endorsedBy: ['Water Skills Board'],
    });
    expect(Object.keys(answers)).toEqual(Object.keys(QUALITY_FIELDS));
    expect(Object.keys(answers)).toHaveLength(26);
    expect(answers).toMatchObject({
      proof: 'met, checked',
      issuerIdentity: 'partial, checked',
      endorsement: 'met, checked',
      skills: 'met, signed',
      workload: 'met, signed',
      outcomes: 'met, signed',
      method: 'met, signed',
      supervision: 'met, signed',
      independence: 'met, counted',
      reliability: 'met, counted',
      selectivity: 'shown, counted',
      evidence: 'met, signed',
      corroboration: 'met, signed',
      validity: 'met, signed',
      support: 'not-stated',
      role: 'not-applicable',
    });
  });

  it('says of an empty badge that nothing is said, and draws a low figure', () => {
    const profile = qualityProfile({}, checked('could-not-check'));
    expect(profile.counts.met).toBe(0);
    expect(profile.transparency).toBeLessThan(0.2);
    expect(profile.index).toBeLessThan(0.15);
  });

  it('draws no figure where the proof does not hold', () => {
    expect(qualityProfile(badge([]), checked('broken')).index).toBeUndefined();
    expect(qualityProfile(badge([]), checked('revoked')).index).toBeUndefined();
    expect(qualityProfile(badge([]), checked('genuine-and-current')).index).toBeGreaterThan(0.3);
  });

  it('takes a badge by its word no further than it goes', () => {
    const attended = of(badge([eu('Assessment', 'attendance only')]));
    expect(attended.method).toBe('not-met, signed');
    expect(of(badge([eu('QualityAssurance', 'external')])).qualityAssurance).toBe('partial, signed');
    expect(of(badge([eu('QualityAssurance', 'external, reviewed 2025')])).qualityAssurance).toBe('met, signed');
    expect(of(badge([eu('QualityAssurance', 'external, reviewed 2015')])).qualityAssurance).toBe('partial, signed');
    expect(of(badge([{ targetName: 'Named only' }])).skills).toBe('partial, signed');
    expect(of(badge([], { endorsement: [{}] })).endorsement).toBe('partial, signed');
    expect(of(badge([], { validUntil: '2026-12-31T00:00:00Z' })).validity).toBe('not-met, signed');
  });

  it('shows no figures of few', () => {
    const few = { firstAttempts: { passed: 3, n: 19 } };
    expect(of(badge([]), 'genuine-and-current', few)).toMatchObject({
      selectivity: 'not-stated',
      reliability: 'not-stated',
    });
  });
});
