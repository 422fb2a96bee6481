import {
  CERTIFICATE_WORDS,
  type CertificateFacts,
  certificateProblems,
  pageData,
  printedWords,
  wholeCertificate,
} from './certificate.rules.js';

const USUAL = wholeCertificate(undefined);
const FACTS: CertificateFacts = {
  holder: 'Noor Adeyemi',
  achievement: 'Connecting systems',
  level: '3 Practitioner',
  priorLearning: false,
  outcomes: ['Connect two systems', 'Say what fails'],
  awardedOn: new Date('2026-03-31T23:30:00Z'),
  validUntil: new Date('2029-03-31T23:30:00Z'),
  issuer: 'Mill Lane Works',
  proof: 'https://assay.example/p/abc',
};
const LOOK = { fonts: ['Source Serif 4'], labels: ['IBM Plex Sans'], gilt: '#7A5A12' };
const fields = (more: object) => certificateProblems({ ...USUAL, ...more }).map(({ field }) => field);

describe('what a certificate holds', () => {
  it('fills what was stored before a word or a part existed', () => {
    const old = wholeCertificate({ paper: 'US_LETTER', words: { TITLE: 'Urkunde' } as never });
    expect(old).toMatchObject({ paper: 'US_LETTER', showQr: true, signatures: [] });
    expect(old.words).toEqual({ ...CERTIFICATE_WORDS, TITLE: 'Urkunde' });
  });

  it('has nothing wrong as it begins', () => expect(certificateProblems(USUAL)).toEqual([]));

  it.each<[string, object, string[]]>([
    ['a language in words', { language: 'english' }, ['language']],
    ['no title', { words: { ...CERTIFICATE_WORDS, TITLE: ' ' } }, ['words.TITLE']],
    ['a word longer than its line', { words: { ...CERTIFICATE_WORDS, LEAD: 'x'.repeat(201) } }, ['words.LEAD']],
    ['a fourth signature', { signatures: Array.from({ length: 4 }, () => ({ name: 'A', role: '' })) }, ['signatures']],
    [
      'a signature without a name',
      {
        signatures: [
          { name: 'A', role: '' },
          { name: ' ', role: 'Head' },
        ],
      },
      ['signatures.1.name'],
    ],
    ['a signature too long for its place', { signatures: [{ name: 'x'.repeat(201), role: '' }] }, ['signatures.0']],
  ])('names the place of %s', (_what, more, at) => expect(fields(more)).toEqual(at));

  it('counts letters as people do', () =>
    expect(fields({ words: { ...CERTIFICATE_WORDS, LEAD: '🎓'.repeat(200) } })).toEqual([]));
});

describe('what is printed', () => {
  it('is all looked through for letters without a font: words, facts and who signs', () => {
    const words = printedWords({ ...USUAL, signatures: [{ name: 'Inês', role: 'Head of learning' }] }, FACTS);
    for (const each of [CERTIFICATE_WORDS.CLOSING, 'Noor Adeyemi', 'Say what fails', 'Inês', 'Head of learning'])
      expect(words).toContain(each);
  });

  it('writes days as the language does, by the day of the signature and not of the reader', () => {
    expect(pageData(USUAL, FACTS, LOOK)).toMatchObject({
      awarded: '31 March 2026',
      until: '31 March 2029',
      made: [2026, 3, 31],
    });
    expect(pageData({ ...USUAL, language: 'de' }, FACTS, LOOK).awarded).toBe('31. März 2026');
    expect(pageData({ ...USUAL, language: 'pt-BR' }, FACTS, LOOK)).toMatchObject({ language: 'pt', region: 'BR' });
  });

  it('leaves out what the template does not show, and what is not so', () => {
    const bare = { ...USUAL, showOutcomes: false, showQr: false, paper: 'US_LETTER' as const, landscape: true };
    expect(pageData(bare, { ...FACTS, validUntil: null, level: null }, LOOK)).toMatchObject({
      ...{ outcomes: [], proof: null, until: null, level: null, route: null },
      ...{ paper: 'us-letter', landscape: true },
    });
    expect(pageData(USUAL, { ...FACTS, priorLearning: true }, LOOK).route).toBe(CERTIFICATE_WORDS.PRIOR_LEARNING);
  });
});
