import type { Attribute, ResourceSchema } from './scim-attribute.rules.js';

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function text(name: string, description: string, more: Partial<Attribute> = {}): Attribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  };
}

function complex(name: string, description: string, subAttributes: Attribute[], more: Partial<Attribute> = {}) {
  return text(name, description, { type: 'complex', subAttributes, ...more });
}

/** Several values, each with a type and one of them the first to use. */
function plural(name: string, description: string, value: Attribute, types: string[] = []): Attribute {
  return complex(
    name,
    description,
    [
      value,
      text('display', 'The value as people read it.'),
      text('type', 'What it is used for.', types.length > 0 ? { canonicalValues: types } : {}),
      text('primary', 'Whether it is the one to use first; true at most once.', { type: 'boolean' }),
    ],
    { multiValued: true },
  );
}

const reference = (name: string, description: string, more: Partial<Attribute> = {}) =>
  text(name, description, { type: 'reference', caseExact: true, referenceTypes: ['external'], ...more });

const userAttributes: Attribute[] = [
  text('userName', 'The name the directory knows the person by. Each belongs to one user, whatever its capitals.', {
    required: true,
    uniqueness: 'server',
  }),
  complex('name', "The parts of the person's name.", [
    text('formatted', 'The whole name, ready to show.'),
    text('familyName', 'The family name.'),
    text('givenName', 'The given name.'),
    text('middleName', 'Names in between.'),
    text('honorificPrefix', 'What stands before the name.'),
    text('honorificSuffix', 'What stands after the name.'),
  ]),
  text('displayName', 'The name shown to colleagues and written into badges.'),
  text('nickName', 'What colleagues say.'),
  reference('profileUrl', 'A page about the person elsewhere.'),
  text('title', 'The job title.'),
  text('userType', 'How the person belongs to the organisation.'),
  text('preferredLanguage', 'The language the person likes to read.'),
  text('locale', 'How dates and numbers are written for the person.'),
  text('timezone', 'The time zone the person lives in.'),
  text('active', 'Whether the person is with the organisation. False closes every door; badges stay.', {
    type: 'boolean',
  }),
  plural('emails', 'Mail addresses. The primary one is where the product writes to.', text('value', 'The address.'), [
    'work',
    'home',
    'other',
  ]),
  plural('phoneNumbers', 'Telephone numbers.', text('value', 'The number.'), [
    'work',
    'home',
    'mobile',
    'fax',
    'pager',
    'other',
  ]),
  plural('ims', 'Names in chat services.', text('value', 'The name.')),
  plural('photos', 'Addresses of pictures.', reference('value', 'The address of the picture.'), ['photo', 'thumbnail']),
  complex(
    'addresses',
    'Postal addresses.',
    [
      text('formatted', 'The whole address, ready to print.'),
      text('streetAddress', 'Street and number.'),
      text('locality', 'Town.'),
      text('region', 'State or region.'),
      text('postalCode', 'Postal code.'),
      text('country', 'Country.'),
      text('type', 'What it is used for.', { canonicalValues: ['work', 'home', 'other'] }),
      text('primary', 'Whether it is the one to use first; true at most once.', { type: 'boolean' }),
    ],
    { multiValued: true },
  ),
  complex(
    'groups',
    'The groups the person is in. Changed through the group.',
    [
      text('value', 'The id of the group.', { caseExact: true, mutability: 'readOnly' }),
      reference('$ref', 'The address of the group.', { mutability: 'readOnly', referenceTypes: ['Group'] }),
      text('display', 'The name of the group.', { mutability: 'readOnly' }),
      text('type', 'Always direct.', { mutability: 'readOnly', canonicalValues: ['direct'] }),
    ],
    { multiValued: true, mutability: 'readOnly' },
  ),
  plural(
    'entitlements',
    'What the directory says the person is entitled to. Kept, nothing follows.',
    text('value', 'The entitlement.'),
  ),
  plural(
    'roles',
    'What the directory calls the person. Kept; roles in the product follow groups.',
    text('value', 'The role.'),
  ),
  plural(
    'x509Certificates',
    'Certificates of the person.',
    text('value', 'The certificate.', { type: 'binary', caseExact: true }),
  ),
];

const enterpriseAttributes: Attribute[] = [
  text('employeeNumber', 'The number the organisation gave the person.'),
  text('costCenter', 'The cost centre.'),
  text('organization', 'The organisation.'),
  text('division', 'The division.'),
  text('department', 'The department; becomes the unit where the client manages employments.'),
  complex('manager', 'The line manager; followed where the client manages employments.', [
    text('value', 'The id of the manager as a user here.', { caseExact: true }),
    reference('$ref', 'The address of the manager.', { referenceTypes: ['User'] }),
    text('displayName', "The manager's name.", { mutability: 'readOnly' }),
  ]),
];

const groupAttributes: Attribute[] = [
  text('displayName', 'The name of the group.', { required: true }),
  complex(
    'members',
    'Who is in the group. Only users can be.',
    [
      text('value', 'The id of the user.', { caseExact: true, mutability: 'immutable' }),
      reference('$ref', 'The address of the user.', { mutability: 'immutable', referenceTypes: ['User'] }),
      text('type', 'Always User.', { mutability: 'immutable', canonicalValues: ['User'] }),
      text('display', 'The name of the user.', { mutability: 'readOnly' }),
    ],
    { multiValued: true },
  ),
];

export const USER: ResourceSchema = {
  name: 'User',
  endpoint: '/Users',
  id: USER_SCHEMA,
  description: 'User Account',
  attributes: userAttributes,
  extension: {
    id: ENTERPRISE_SCHEMA,
    name: 'EnterpriseUser',
    description: 'Where a person works',
    attributes: enterpriseAttributes,
  },
};

export const GROUP: ResourceSchema = {
  name: 'Group',
  endpoint: '/Groups',
  id: GROUP_SCHEMA,
  description: 'Group',
  attributes: groupAttributes,
  extension: null,
};
