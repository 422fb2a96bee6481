import {
  fillSentence,
  QUALITY_FIELDS,
  QUALITY_SENTENCES,
  type QualityField,
  type QualitySentence,
  SENTENCES,
  type SentenceKey,
} from '@assay/credential';

/** Everything the proof pages say, in English. Another language is another table of this shape. */
export const ENGLISH = {
  proofPageFor: 'proof page for a credential of {issuer}',
  renewedUntil: 'The holder renewed it on {from}. The one that renewed it is valid until {until}.',
  renewedNoEnd: 'The holder renewed it on {from}. The one that renewed it does not end.',
  sharedUntil: 'Shared by the holder until {date}',
  shared: 'Shared by the holder',
  levelOf: '{skill}, level {ordinal} of {most}, {label}',
  issuedBy: 'Issued by',
  saysFrom: 'Says it is from',
  on: 'On',
  validUntil: 'Valid until',
  noEnd: 'does not end',
  learningTime: 'Learning time',
  hours: '{hours} hours',
  ects: '{ects} ECTS',
  eqf: 'EQF {level}',
  verdictGenuine:
    'This credential is genuine and current. {issuer} issued it to {holder}, and nothing in it has changed since.',
  verdictEndorsement:
    'This endorsement is genuine and current. {issuer} signed that it was said, and nothing in it has changed since.',
  verdictEndorsementEnded: 'This endorsement is genuine, and it ended on {date}.',
  verdictEndorsementNotYet: 'This endorsement is genuine, and it begins on {date}.',
  verdictEndorsementWithdrawn: 'This endorsement was withdrawn. Do not rely on it.',
  endorsementAbout:
    'It speaks for the credential with the id {id}, which is not in this file. Whether that one holds is checked with it, and not with this.',
  listed:
    'Its issuer is on the list of providers that {organisation} trusts, as {name}. That says who they are; whether the badge holds is said by the checks alone.',
  notListed: 'Its issuer is not on the list of providers that {organisation} trusts. The checks do not depend on that.',
  verdictExpired: 'This credential is genuine, and it ended on {date}.',
  verdictNotYet: 'This credential is genuine, and it begins on {date}.',
  verdictRevoked: 'This credential was withdrawn by its issuer. Do not rely on it.',
  verdictSuspended: 'This credential is suspended by its issuer for now.',
  withdrawnOn: 'Withdrawn on {date}: {cause}.',
  suspendedSince: 'Suspended since {date}: {cause}.',
  causeUnderReview: 'it is being looked into',
  causeIssuedInError: 'it was issued in error',
  causeOverturned: 'the decision it rested on did not hold',
  causeMalpractice: 'malpractice was found',
  causeNoLongerTrue: 'what it says is no longer true',
  causeHolderAsked: 'its holder asked for it',
  causeCleared: 'nothing stands against it',
  causeCorrected: 'something in it was wrong, and a corrected one took its place',
  verdictUnknown: 'The signature is intact, by an issuer we do not know.',
  verdictNoStatus: 'The signature is intact. Whether it was withdrawn could not be checked just now.',
  verdictNoIssuer: 'Whether it comes from the issuer it names could not be checked just now.',
  verdictBroken:
    'Do not rely on this. It was changed after it was signed, or it was never signed by the issuer it names.',
  demonstration: 'Demonstration. {notice}',
  checked: 'What was checked, on {date} at {time} UTC',
  checkedHere: 'What this browser checked, on {date} at {time} UTC',
  stateOk: 'In order',
  stateFailed: 'Failed',
  stateWarning: 'Warning',
  stateNotChecked: 'Not checked',
  worth: 'What it is worth',
  relevance: 'Relevance',
  relevanceText: '{name}, from {framework}.',
  relevanceNone: 'It names no skill of a public framework.',
  credibility: 'Credibility',
  application: 'Application',
  applicationText: '{met} of {all} criteria met. {pieces} of evidence.',
  applicationNoCriteria: 'It lists no criteria. {pieces} of evidence.',
  onePiece: 'One piece',
  pieces: '{count} pieces',
  currency: 'Currency',
  currencyUntil: 'Valid from {from} until {until}. Version {version} of its criteria.',
  currencyNoEnd: 'Valid from {from}, without an end. Version {version} of its criteria.',
  qualityCounts: '{met} of {all} quality points met, {partial} in part, {missing} not stated.',
  qualityAll: 'See each answer',
  qualityIndex:
    'Quality index {index} of 100, and {transparency} % of the questions are answered. Computed by this page’s server from the answers above, with weights of version {weights}; the issuer edits none of them.',
  qualityIndexHere:
    'Quality index {index} of 100, and {transparency} % of the questions are answered. Computed in this browser from the answers above, with weights of version {weights}.',
  qualityNoIndex: 'There is no index, because the proof does not hold.',
  statusMet: 'Met',
  statusPartial: 'In part',
  statusNotMet: 'Not met',
  statusNotStated: 'Not stated',
  statusNotApplicable: 'Not asked here',
  statusShown: 'For information',
  fromSigned: 'signed by the issuer',
  fromChecked: 'checked just now',
  fromCounted: 'counted by the issuer’s system',
  fromRegister: 'from a register',
  fromHolder: 'said by the holder',
  previewText: 'A credential of {issuer}. Open the page to see whether it holds today, what was assessed and how.',
  dropWhat: 'check a badge from anywhere',
  dropTitle: 'Check a badge',
  dropLead:
    'Ours or anybody’s, as long as it is an Open Badge, or an endorsement of one. It is checked in this browser and sent nowhere.',
  dropFile: 'Drop a badge here, or choose a file',
  dropKinds: 'A credential as JSON or a signed token, or a PNG or SVG picture with one inside',
  dropPaste: 'Or paste the credential',
  dropCheck: 'Check it',
  dropPrivacy: 'Only the issuer named in it is asked, for its public key and its list of withdrawn badges.',
  dropFailed: 'This browser could not run the check',
  dropNoScript:
    'This check runs in the browser and needs JavaScript. On the command line: assay-verify credential.json',
  embedGenuine: 'Genuine and current',
  embedEnded: 'Genuine, and over',
  embedNotYet: 'Genuine, not yet begun',
  embedWithdrawn: 'Withdrawn by its issuer',
  embedSuspended: 'Suspended for now',
  embedUnknown: 'Could not be checked in full',
  criteria: 'Criteria and the level reached',
  reached: 'Level {ordinal} of {most}, {label}',
  wouldMeet: 'level {ordinal} would have met it',
  descriptors: 'European descriptors of micro-credentials',
  endorsed: 'What others say for it',
  endorsedBy: '{name}, {capacity}, on {date}',
  endorsedChecked:
    'Signed by {issuer} as a credential of its own; its signature, its issuer and its status were checked.',
  endorsedDocument: 'The signed endorsement by {name}',
  evidence: 'Evidence behind it',
  evidenceShown: 'Evidence that the holder chose to show',
  evidencePage: 'Page {page}',
  evidenceSame: 'Its fingerprint in the credential is {digest}…, and this is what was handed in.',
  among: '{of} credentials are shown by this link',
  nthCredential: 'Credential {nth}',
  evidenceItem: '{kind}, {date}',
  evidenceNote: 'Seen by the assessors, not shown here. Its fingerprint is in the credential: {digest}…',
  checkWithoutUs: 'Check this without us: download it and run',
  checkAgain: 'Check again in this browser',
  checking: 'Checking in this browser…',
  checkFailed: 'This browser could not run the check. Download the credential and check it elsewhere.',
  tryAgain: 'Try again',
  download: 'Download the credential',
  print: 'Print',
  privacy:
    'Looks are counted by day. Nothing about you is kept: no address, no cookie. The holder sees a number, not a name.',
  brokenHides:
    'Nothing else is shown, because nothing else in it can be trusted: not the name, the badge or the dates.',
  whatYouCanDo: 'What you can do',
  askNewLink: 'Ask the person for a new link. A damaged copy looks the same as a forged one.',
  askOrganisation: 'Ask the organisation it names, by an address you find yourself.',
  technical: 'Technical details',
  titleBroken: 'Do not rely on this',
  notFound: 'There is nothing to see here',
  notFoundText:
    'This link shows nothing now. It may have ended, its holder may have ended it, or it may never have existed: for everyone’s privacy the answer is the same.',
  erased: 'The data behind this link were erased',
  erasedText:
    'A credential was shown here. Its holder’s data were erased at {issuer}, and with them everything that said whose it was. Somebody who kept a copy can still have it checked.',
  erasedStands: 'Nothing about it was withdrawn before.',
  erasedWithdrawn: 'It had been withdrawn before, and stays withdrawn.',
  achievementOf: 'what it takes to earn a credential of {issuer}',
  outcomes: 'Whoever holds it can',
  rubric: 'How it is judged',
  version: 'Version {number}',
  passes: 'needed to pass',
  detailMethod: 'Method',
  detailKey: 'Key',
  detailMeans: 'Means',
  detailFoundIn: 'Found in',
  detailName: 'Name',
  detailList: 'List',
  detailFrom: 'From',
  detailUntil: 'Until',
  detailReason: 'Reason',
  detailProblem: 'Problem',
  detailContexts: 'Contexts',
  meansOneLetter: 'One changed letter would break it.',
} as const;

/** Key of a text. */
export type MessageKey = keyof typeof ENGLISH;

/** A language: its tag, its texts, and its sentences of the verifier. */
export interface Language {
  readonly tag: string;
  readonly messages: Readonly<Record<MessageKey, string>>;
  readonly sentences: Readonly<Record<SentenceKey, string>>;
  readonly qualityFields: Readonly<Record<QualityField, string>>;
  readonly quality: Readonly<Record<QualitySentence, string>>;
}

/** English, the first language. */
export const english: Language = {
  tag: 'en-GB',
  messages: ENGLISH,
  sentences: SENTENCES,
  qualityFields: QUALITY_FIELDS,
  quality: QUALITY_SENTENCES,
};

/** A text in a language, with its values. */
export function say(language: Language, key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  return fillSentence(language.messages[key], values);
}

/** A day as people write it. */
export function sayDay(language: Language, date: string | Date): string {
  return new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** A time of day, in UTC since nobody knows where the reader is. */
export function sayTime(language: Language, date: string | Date): string {
  return new Intl.DateTimeFormat(language.tag, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(date));
}
