import { EVERYBODY, act, list, nested, node, refusing, type Row } from '../row.js';
import type { Actor } from '../world.js';

/** What others say for Cleo's credential. */
const KEEPERS: Actor[] = ['designer', 'hrIn', 'owner'];
const FIELDS = `id endorserName endorserEmail message state capacity words askedAt expiresAt answeredAt signedAt shown document
  withdrawnAt withdrawnReason viewerCan achievementName holder { id } endorser { id }`;
const GIVEN = '{ gives: true, capacity: "Peer", words: "Good work" }';
const TOKEN = 'canary-token-of-an-endorser-0123456789-abcd';

export const ENDORSING: Row[] = [
  node(`node(id: "{{endorsement}}") { __typename id }`, ['self', 'colleague', ...KEEPERS]),
  nested(
    `credential(id: "{{credential}}") { canAskEndorsement endorsements { ${FIELDS} } }`,
    ['self', ...KEEPERS],
    'endorsement',
  ),
  list(`endorsementsAskedOfMe { ${FIELDS} }`, ['colleague'], 'endorsement'),
  node(
    `endorsementRequest(token: "${TOKEN}") { holderName organisationName endorserName achievementName message expiresAt state capacity words }`,
    EVERYBODY,
  ),
  act(
    'askEndorsement(input: { credentialId: "{{credential}}", colleagueId: "{{marker}}", message: "" })',
    ['self', ...KEEPERS],
    'Endorsement',
  ),
  act('showEndorsement(id: "{{givenEndorsement}}", shown: false)', ['self'], 'Endorsement'),
  act('withdrawEndorsement(id: "{{givenEndorsement}}", reason: "So")', KEEPERS, 'Endorsement'),
  act(`giveEndorsement(id: "{{endorsement}}", input: ${GIVEN})`, ['colleague'], 'Endorsement'),
  act('takeBackEndorsement(id: "{{endorsement}}")', ['self', ...KEEPERS], refusing('Endorsement')),
  act(
    `answerEndorsementRequest(token: "${TOKEN}", input: ${GIVEN})`,
    EVERYBODY.filter((actor) => actor !== 'self'),
    refusing('EndorsementRequest'),
  ),
  act(`withdrawEndorsementByLink(token: "${TOKEN}")`, EVERYBODY, 'EndorsementRequest|NotAllowed'),
];
