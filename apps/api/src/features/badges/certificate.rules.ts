import type { Problem } from './brand-kit.rules.js';

/** The small words of a certificate, which an organisation may write in its own language. */
export const CERTIFICATE_WORDS = {
  TITLE: 'Certificate of achievement',
  LEAD: 'This certifies that',
  ACHIEVED: 'has shown',
  LEVEL: 'Level',
  PRIOR_LEARNING: 'By recognition of prior learning',
  OUTCOMES: 'Whoever holds it can',
  AWARDED: 'Awarded',
  VALID_UNTIL: 'Valid until',
  NO_END: 'Does not end',
  ISSUED_BY: 'Issued by',
  CHECK: 'Check this certificate',
  CLOSING: 'The signed credential is attached to this file. Anybody can check it without us.',
} as const;
export type CertificateWord = keyof typeof CERTIFICATE_WORDS;
export const CERTIFICATE_WORD_KEYS = Object.keys(CERTIFICATE_WORDS) as CertificateWord[];

export const CERTIFICATE_PAPERS = ['A4', 'US_LETTER'] as const;
export type CertificatePaper = (typeof CERTIFICATE_PAPERS)[number];

export interface Signature {
  readonly name: string;
  readonly role: string;
}

/** What a version of the certificate holds. */
export interface CertificateContent {
  readonly paper: CertificatePaper;
  readonly landscape: boolean;
  /** Language of the words, as a tag such as en or ar; it also says in which direction the page is read. */
  readonly language: string;
  readonly words: Readonly<Record<CertificateWord, string>>;
  readonly showOutcomes: boolean;
  readonly showBadge: boolean;
  readonly showLogo: boolean;
  readonly showQr: boolean;
  readonly signatures: readonly Signature[];
}

const USUAL_CERTIFICATE: CertificateContent = {
  paper: 'A4',
  landscape: false,
  language: 'en',
  words: CERTIFICATE_WORDS,
  showOutcomes: true,
  showBadge: true,
  showLogo: true,
  showQr: true,
  signatures: [],
};

/** A certificate as it was stored, with what has been added to certificates since. */
export function wholeCertificate(stored: Partial<CertificateContent> | undefined): CertificateContent {
  return { ...USUAL_CERTIFICATE, ...stored, words: { ...CERTIFICATE_WORDS, ...stored?.words } };
}

const MOST_SIGNATURES = 3;
const MOST_LETTERS = 200;

export function certificateProblems(content: CertificateContent): Problem[] {
  const problems: Problem[] = [];
  if (!/^[a-z]{2,3}(-[A-Z]{2})?$/.test(content.language))
    problems.push({ field: 'language', message: 'Name the language by its code, such as en or ar.' });
  for (const key of CERTIFICATE_WORD_KEYS)
    if (Array.from(content.words[key]).length > MOST_LETTERS)
      problems.push({ field: `words.${key}`, message: `There is room for ${MOST_LETTERS} letters.` });
  if (!content.words.TITLE.trim()) problems.push({ field: 'words.TITLE', message: 'A certificate needs a title.' });
  if (content.signatures.length > MOST_SIGNATURES)
    problems.push({ field: 'signatures', message: `There is room for ${MOST_SIGNATURES} names.` });
  content.signatures.forEach(({ name, role }, nth) => {
    if (!name.trim()) problems.push({ field: `signatures.${nth}.name`, message: 'Write the name of who signs.' });
    if (Array.from(name + role).length > MOST_LETTERS)
      problems.push({ field: `signatures.${nth}`, message: `There is room for ${MOST_LETTERS} letters.` });
  });
  return problems;
}

/** What one certificate says of one credential. */
export interface CertificateFacts {
  readonly holder: string;
  readonly achievement: string;
  readonly level: string | null;
  /** Not taught here: what the person could before was recognised. */
  readonly priorLearning: boolean;
  readonly outcomes: readonly string[];
  readonly awardedOn: Date;
  readonly validUntil: Date | null;
  readonly issuer: string;
  /** Address of the proof page; null where the holder has made no link. */
  readonly proof: string | null;
}

/** Everything that is printed, to see whether there are fonts for it. */
export function printedWords(content: CertificateContent, facts: CertificateFacts): string {
  const { holder, achievement, level, outcomes, issuer } = facts;
  const signatures = content.signatures.flatMap(({ name, role }) => [name, role]);
  return [...Object.values(content.words), holder, achievement, level ?? '', ...outcomes, issuer, ...signatures].join(
    ' ',
  );
}

/** The data that the page's program reads. */
export function pageData(
  content: CertificateContent,
  facts: CertificateFacts,
  look: { fonts: string[]; labels: string[]; gilt: string },
) {
  const day = new Intl.DateTimeFormat(content.language === 'en' ? 'en-GB' : content.language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const { words, signatures } = content;
  const [language = 'en', region = null] = content.language.split('-');
  return {
    paper: content.paper === 'A4' ? 'a4' : 'us-letter',
    landscape: content.landscape,
    language,
    region,
    words,
    signatures,
    holder: facts.holder,
    achievement: facts.achievement,
    level: facts.level,
    route: facts.priorLearning ? words.PRIOR_LEARNING : null,
    outcomes: content.showOutcomes ? facts.outcomes : [],
    awarded: day.format(facts.awardedOn),
    made: [facts.awardedOn.getUTCFullYear(), facts.awardedOn.getUTCMonth() + 1, facts.awardedOn.getUTCDate()],
    until: facts.validUntil ? day.format(facts.validUntil) : null,
    issuer: facts.issuer,
    proof: content.showQr ? facts.proof : null,
    ...look,
  };
}
