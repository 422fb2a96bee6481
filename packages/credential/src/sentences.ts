/**
 * What each finding says, in English. Keys are stable, so that a page can show the same finding in another
 * language; `{words}` are filled from the finding's values.
 */
export const SENTENCES = {
  fileOk: 'The credential was found in the picture',
  fileToken: 'The credential came as a signed token',
  fileWrong: 'No credential could be read: {because}',
  fileUnread: 'It could not be fetched: {because}',
  fileAddress: 'The picture holds only an address, and {address} did not answer',
  formatOk: 'It is an Open Badges 3.0 credential',
  formatEndorsement: 'It is an Open Badges 3.0 endorsement: somebody’s words about a badge, and no badge itself',
  formatOlder: 'It is an Open Badges credential of an older 3.0 edition',
  formatTwo: 'It is an Open Badges 2.0 badge',
  assertionOlder: 'It follows an edition of Open Badges before 2.0, which is not read here',
  assertionTypes: 'It is no badge of Open Badges 2.0, but something else',
  formatNotJson: 'It is not a credential: no object could be read',
  formatContexts: 'It does not say that it follows Open Badges 3.0',
  formatTypes: 'It is not an Open Badges credential, but something else',
  structureOk: 'Its parts are what the standard asks for',
  structureWrong: 'It is not built as the standard asks: {problem}',
  signatureOk: 'The signature is intact',
  signatureWrong: 'The signature does not hold',
  signatureMissing: 'It is not signed in a way that can hold: {because}',
  signatureUnsupported: 'The signature could not be checked: {because}',
  signatureClaims: 'The token and the credential in it say different things: {claim}',
  hostedOk: '{host} shows the same badge at the address it names',
  hostedDiffers: 'What {host} shows at its address is not the same: {member}',
  hostedUnreachable: '{host}, where it stands, did not answer',
  signatureUncovered: 'It holds something that the signature cannot cover',
  issuerRegistered: 'The issuer is who it says it is',
  issuerDomain: 'The signing key is published by {domain}',
  issuerSite: 'It stands behind {domain}',
  hostedElsewhere: 'The issuer does not keep its badges at {host}',
  hostedParts: 'What {host} says of the badge and its issuer could not be read',
  issuerUnregistered: '{issuer} is in no register that is trusted here',
  issuerSelfMade: 'The issuer is only a key: nobody stands behind it here',
  issuerOther: 'The key belongs to {controller}, not to the issuer it names',
  issuerKeyRefused: 'The issuer does not stand behind the key: {because}',
  issuerUnreachable: 'Whether {issuer} published the key could not be checked',
  endorsementsOk: 'Its endorsements are intact',
  endorsementsWrong: 'An endorsement in it does not hold',
  endorsementsUnknown: 'An endorsement in it could not be checked',
  statusOk: 'It has not been withdrawn',
  statusNone: 'The issuer keeps no list of withdrawn credentials for it',
  statusRevoked: 'The issuer has withdrawn it',
  statusSuspended: 'The issuer has suspended it',
  statusUnreachable: 'The issuer’s status list did not answer',
  statusUnknown: 'Whether it was withdrawn could not be checked: {because}',
  datesOk: 'Today is inside its dates',
  datesEnded: 'Today is after its last day',
  datesNotYet: 'Its first day is still to come',
  datesWrong: 'Its last day is before its first',
  unreached: 'Not looked at, because the signature could not be checked',
  hidden: 'Not looked at, because nothing in it can be trusted',
} as const;

/** Key of a sentence. */
export type SentenceKey = keyof typeof SENTENCES;

/** A sentence with its values filled in; a missing value stays visible as its name. */
export function fillSentence(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (word, name: string) => values[name] ?? word);
}
