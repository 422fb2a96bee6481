// The shape of an Open Badges 3.0 credential, one table per class of its data model (Open Badges 3.0, appendix B).
// Written from the specification; a test holds it against the official JSON Schema over generated documents.

/** What one member may hold. */
export type Rule =
  | { is: 'text' | 'dateTime' | 'date' | 'number' | 'boolean' | 'jwt' | 'language' | 'context' }
  | { is: 'exactly'; text: string }
  | { is: 'types'; groups: readonly (readonly string[])[] }
  | { is: 'term'; terms: readonly string[]; extensible: boolean }
  | { is: 'node'; shape: ShapeName }
  | { is: 'nodeOrText'; shape: ShapeName }
  | { is: 'many'; of: Rule };

/** A class: its members, those it must have, and whether others are forbidden. */
export interface Shape {
  readonly members: Readonly<Record<string, Rule>>;
  readonly required: readonly string[];
  readonly closed?: boolean;
}

const text: Rule = { is: 'text' };
const dateTime: Rule = { is: 'dateTime' };
const number: Rule = { is: 'number' };
const node = (shape: ShapeName): Rule => ({ is: 'node', shape });
const many = (of: Rule): Rule => ({ is: 'many', of });
const types = (...groups: string[][]): Rule => ({ is: 'types', groups });
const exactly = (value: string): Rule => ({ is: 'exactly', text: value });
const term = (...terms: string[]): Rule => ({ is: 'term', terms, extensible: true });
const texts = (...names: string[]): Record<string, Rule> => Object.fromEntries(names.map((name) => [name, text]));

const identifierType = term(
  ...['name', 'sourcedId', 'systemId', 'productId', 'userName', 'accountId', 'emailAddress', 'nationalIdentityNumber'],
  ...['isbn', 'issn', 'lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId', 'ltiContextId', 'ltiDeploymentId'],
  ...['ltiToolId', 'ltiPlatformId', 'ltiUserId', 'identifier'],
);

const achievementType = term(
  ...['Achievement', 'ApprenticeshipCertificate', 'Assessment', 'Assignment', 'AssociateDegree', 'Award', 'Badge'],
  ...['BachelorDegree', 'Certificate', 'CertificateOfCompletion', 'Certification', 'CommunityService', 'Competency'],
  ...['Course', 'CoCurricular', 'Degree', 'Diploma', 'DoctoralDegree', 'Fieldwork', 'GeneralEducationDevelopment'],
  ...['JourneymanCertificate', 'LearningProgram', 'License', 'Membership', 'ProfessionalDoctorate'],
  ...['QualityAssuranceCredential', 'MasterCertificate', 'MasterDegree', 'MicroCredential', 'ResearchDoctorate'],
  'SecondarySchoolDiploma',
);

const resultType = term(
  ...['GradePointAverage', 'LetterGrade', 'Percent', 'PerformanceLevel', 'PredictedScore', 'RawScore', 'Result'],
  ...['RubricCriterion', 'RubricCriterionLevel', 'RubricScore', 'ScaledScore', 'Status'],
);

const targetType = term(
  'ceasn:Competency',
  'ceterms:Credential',
  'CFItem',
  'CFRubric',
  'CFRubricCriterion',
  'CFRubricCriterionLevel',
  'CTDL',
);

const resultStatus = ['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew'];

const credential = {
  '@context': { is: 'context' },
  ...texts('id', 'name', 'description'),
  awardedDate: dateTime,
  issuer: { is: 'nodeOrText', shape: 'Profile' },
  validFrom: dateTime,
  validUntil: dateTime,
  proof: many(node('Proof')),
  credentialSchema: many(node('Identified')),
  credentialStatus: node('Typed'),
  refreshService: node('Identified'),
  termsOfUse: many(node('Typed')),
  evidence: many(node('Evidence')),
} satisfies Record<string, Rule>;

const endorsements = {
  endorsement: many(node('EndorsementCredential')),
  endorsementJwt: many({ is: 'jwt' }),
} satisfies Record<string, Rule>;

/** Every class by its name. */
export const SHAPES = {
  AchievementCredential: {
    members: {
      ...credential,
      ...endorsements,
      type: types(['VerifiableCredential'], ['AchievementCredential', 'OpenBadgeCredential']),
      image: node('Image'),
      credentialSubject: node('AchievementSubject'),
    },
    required: ['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom'],
  },
  EndorsementCredential: {
    members: {
      ...credential,
      type: types(['VerifiableCredential'], ['EndorsementCredential']),
      credentialSubject: node('EndorsementSubject'),
    },
    required: ['@context', 'type', 'id', 'name', 'credentialSubject', 'issuer', 'validFrom'],
  },
  AchievementSubject: {
    members: {
      ...texts('id', 'licenseNumber', 'narrative', 'role', 'term'),
      type: types(['AchievementSubject']),
      activityStartDate: dateTime,
      activityEndDate: dateTime,
      creditsEarned: number,
      achievement: node('Achievement'),
      identifier: many(node('IdentityObject')),
      image: node('Image'),
      result: many(node('Result')),
      source: node('Profile'),
    },
    required: ['type', 'achievement'],
  },
  Achievement: {
    members: {
      ...texts('id', 'name', 'description', 'fieldOfStudy', 'humanCode', 'specialization', 'version'),
      ...endorsements,
      type: types(['Achievement']),
      achievementType,
      alignment: many(node('Alignment')),
      creator: node('Profile'),
      creditsAvailable: number,
      criteria: node('Criteria'),
      image: node('Image'),
      inLanguage: { is: 'language' },
      otherIdentifier: many(node('IdentifierEntry')),
      related: many(node('Related')),
      resultDescription: many(node('ResultDescription')),
      tag: many(text),
    },
    required: ['id', 'type', 'criteria', 'description', 'name'],
  },
  EndorsementSubject: {
    members: { ...texts('id', 'endorsementComment'), type: types(['EndorsementSubject']) },
    required: ['id', 'type'],
  },
  Profile: {
    members: {
      ...texts(
        'id',
        'name',
        'url',
        'phone',
        'description',
        'email',
        'official',
        'familyName',
        'givenName',
        'additionalName',
      ),
      ...texts('patronymicName', 'honorificPrefix', 'honorificSuffix', 'familyNamePrefix'),
      ...endorsements,
      type: types(['Profile']),
      image: node('Image'),
      address: node('Address'),
      otherIdentifier: many(node('IdentifierEntry')),
      parentOrg: node('Profile'),
      dateOfBirth: { is: 'date' },
    },
    required: ['id', 'type'],
  },
  Address: {
    members: {
      ...texts('addressCountry', 'addressCountryCode', 'addressRegion', 'addressLocality', 'streetAddress'),
      ...texts('postOfficeBoxNumber', 'postalCode'),
      type: types(['Address']),
      geo: node('GeoCoordinates'),
    },
    required: ['type'],
  },
  GeoCoordinates: {
    members: { type: exactly('GeoCoordinates'), latitude: number, longitude: number },
    required: ['type', 'latitude', 'longitude'],
  },
  Criteria: { members: texts('id', 'narrative'), required: [] },
  Alignment: {
    members: {
      ...texts('targetCode', 'targetDescription', 'targetName', 'targetFramework', 'targetUrl'),
      type: types(['Alignment']),
      targetType,
    },
    required: ['type', 'targetName', 'targetUrl'],
  },
  ResultDescription: {
    members: {
      ...texts('id', 'name', 'requiredLevel', 'requiredValue', 'valueMax', 'valueMin'),
      type: types(['ResultDescription']),
      alignment: many(node('Alignment')),
      allowedValue: many(text),
      resultType,
      rubricCriterionLevel: many(node('RubricCriterionLevel')),
    },
    required: ['id', 'type', 'name', 'resultType'],
  },
  RubricCriterionLevel: {
    members: {
      ...texts('id', 'name', 'description', 'level', 'points'),
      type: types(['RubricCriterionLevel']),
      alignment: many(node('Alignment')),
    },
    required: ['id', 'type', 'name'],
  },
  Result: {
    members: {
      ...texts('achievedLevel', 'resultDescription', 'value'),
      type: types(['Result']),
      alignment: many(node('Alignment')),
      status: { is: 'term', terms: resultStatus, extensible: false },
    },
    required: ['type'],
  },
  Related: {
    members: { ...texts('id', 'version'), type: types(['Related']), inLanguage: { is: 'language' } },
    required: ['id', 'type'],
  },
  Evidence: {
    members: { ...texts('id', 'narrative', 'name', 'description', 'genre', 'audience'), type: types(['Evidence']) },
    required: ['type'],
  },
  Image: { members: { ...texts('id', 'caption'), type: exactly('Image') }, required: ['id', 'type'], closed: true },
  IdentityObject: {
    members: {
      ...texts('identityHash', 'salt'),
      type: exactly('IdentityObject'),
      hashed: { is: 'boolean' },
      identityType: identifierType,
    },
    required: ['type', 'hashed', 'identityHash', 'identityType'],
    closed: true,
  },
  IdentifierEntry: {
    members: { ...texts('identifier'), type: exactly('IdentifierEntry'), identifierType },
    required: ['type', 'identifier', 'identifierType'],
    closed: true,
  },
  Proof: {
    members: {
      ...texts(
        'type',
        'cryptosuite',
        'challenge',
        'domain',
        'nonce',
        'proofPurpose',
        'proofValue',
        'verificationMethod',
      ),
      created: dateTime,
    },
    required: ['type'],
  },
  /** termsOfUse and credentialStatus: only a type is asked. */
  Typed: { members: texts('id', 'type'), required: ['type'] },
  /** credentialSchema and refreshService. */
  Identified: { members: texts('id', 'type'), required: ['id', 'type'] },
} satisfies Record<string, Shape>;

/** Name of a class. */
export type ShapeName =
  | 'AchievementCredential'
  | 'EndorsementCredential'
  | 'AchievementSubject'
  | 'Achievement'
  | 'EndorsementSubject'
  | 'Profile'
  | 'Address'
  | 'GeoCoordinates'
  | 'Criteria'
  | 'Alignment'
  | 'ResultDescription'
  | 'RubricCriterionLevel'
  | 'Result'
  | 'Related'
  | 'Evidence'
  | 'Image'
  | 'IdentityObject'
  | 'IdentifierEntry'
  | 'Proof'
  | 'Typed'
  | 'Identified';
