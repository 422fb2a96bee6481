import { act, byId, list, nested, person, refusing, type Row, SIGNED_IN } from '../row.js';
import type { Actor } from '../world.js';

/** Badges that were earned elsewhere. */
const HOLDER: Actor[] = ['self'];
/** Who keeps what Cleo holds: everywhere, or for Cleo's unit. */
const DECIDERS: Actor[] = ['designer', 'hrIn', 'owner'];

export const RECOGNITION: Row[] = [
  ...byId('externalCredential', 'broughtBadge', HOLDER),
  ...byId('externalCredential', 'sentBadge', [...HOLDER, ...DECIDERS]),
  ...byId('externalCredential', 'recognisedBadge', [...HOLDER, 'boss', ...DECIDERS]),
  list('myExternalCredentials { id state fileName address broughtAt checkedAt }', HOLDER, 'broughtBadge'),
  list(
    'externalCredentials(waiting: true, first: 10) { edges { node { id declaration sentAt person { id } } } }',
    DECIDERS,
    'sentBadge',
  ),
  nested(
    `externalCredential(id: "{{recognisedBadge}}") { verdict recipient outcome reason recognisedUntil decidedAt decidedBy { id } provider { id } viewerCan
       checks { name state sentence details { label value } } badge { name description criteria criteriaUrl issuerName issuerId issuedOn endsOn
         skills { name url code } } quality { index transparency fields { number name status provenance sentence } }
       skills { ordinal label skill { id } } recognised { ordinal label skill { id } } }`,
    [...HOLDER, 'boss', ...DECIDERS],
    'designer',
  ),
  nested(
    'externalCredential(id: "{{recognisedBadge}}") { suggestions { why skill { id } } }',
    [...HOLDER, ...DECIDERS],
    'mappedSkill',
  ),
  person(
    'recognisedSkills { ordinal label until skill { id } credential { id } }',
    [...HOLDER, 'boss', ...DECIDERS],
    'recognisedBadge',
  ),
  act('bringCredential(input: { address: "http://badges.example/1" })', SIGNED_IN, refusing('ExternalCredential')),
  act('checkExternalCredential(id: "{{broughtBadge}}")', HOLDER, 'ExternalCredential'),
  act('keepExternalCredentialAsEvidence(id: "{{broughtBadge}}")', HOLDER, 'EvidenceItem'),
  act('sendExternalCredential(input: { id: "{{broughtBadge}}", skills: [] })', HOLDER, 'ExternalCredential'),
  act('takeBackExternalCredential(id: "{{sentBadge}}")', HOLDER, 'ExternalCredential'),
  act('removeExternalCredential(id: "{{broughtBadge}}")', HOLDER, 'RemovedExternalCredential'),
  act(
    'decideExternalCredential(input: { id: "{{sentBadge}}", outcome: INFORMATION_ONLY, reason: "Only that" })',
    DECIDERS,
    'ExternalCredential',
  ),
];
