import { badRequest } from './scim-error.rules.js';
import { ENTERPRISE_SCHEMA } from './scim-schemas.rules.js';
import { isObject, type ScimDocument } from './scim-values.rules.js';

const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const MOST_MAIL_CHARACTERS = 254;
const MOST_NAME_CHARACTERS = 200;

/** What a user's document says about the person. */
export interface UserFacts {
  userName: string;
  externalId: string | null;
  displayName: string;
  active: boolean;
  personNumber: string | null;
  /** Addresses that could be the person's, the best first, and where they stand. */
  mails: { address: string; source: 'EMAILS' | 'USER_NAME' }[];
  title: string | null;
  department: string | null;
  managerId: string | null;
}

export function factsOf(document: ScimDocument): UserFacts {
  const userName = textOf(document.userName);
  if (!userName) throw badRequest('invalidValue', '“userName” is required.');
  const displayName = displayNameOf(document, userName);
  if (displayName.length > MOST_NAME_CHARACTERS)
    throw badRequest('invalidValue', `A display name has at most ${MOST_NAME_CHARACTERS} characters.`);
  return {
    userName,
    externalId: textOf(document.externalId),
    displayName,
    active: document.active !== false,
    personNumber: textOf(enterpriseOf(document).employeeNumber),
    mails: mailsOf(document, userName),
    ...placeIn(document),
  };
}

/** Where a document says that somebody works. */
export function placeIn(document: ScimDocument): Pick<UserFacts, 'title' | 'department' | 'managerId'> {
  const { department, manager } = enterpriseOf(document);
  return {
    title: textOf(document.title),
    department: textOf(department),
    managerId: isObject(manager) ? textOf(manager.value) : null,
  };
}

function enterpriseOf(document: ScimDocument): Record<string, unknown> {
  const extension = document[ENTERPRISE_SCHEMA];
  return isObject(extension) ? extension : {};
}

/** What is kept beside the person's row: all but what that row, or a column of its own, says. */
export function attributesOf(document: ScimDocument): ScimDocument {
  const { userName: _userName, externalId: _externalId, active: _active, ...rest } = document;
  return rest;
}

/** The address of somebody who has none of their own here; nothing is ever sent to it. */
export function noMail(unique: string): string {
  return `${unique}@no-mail.invalid`;
}

function displayNameOf(document: ScimDocument, userName: string): string {
  const name = isObject(document.name) ? document.name : {};
  const joined = [name.givenName, name.familyName].map(textOf).filter((each) => each !== null);
  return textOf(document.displayName) ?? textOf(name.formatted) ?? (joined.join(' ') || userName);
}

function mailsOf(document: ScimDocument, userName: string): UserFacts['mails'] {
  const emails = (Array.isArray(document.emails) ? document.emails : []).filter(isObject);
  const main = emails.find((each) => each.primary === true) ?? emails.find((each) => each.type === 'work') ?? emails[0];
  const found: UserFacts['mails'] = [];
  const address = textOf(main?.value);
  if (address) found.push({ address, source: 'EMAILS' });
  found.push({ address: userName, source: 'USER_NAME' });
  return found.filter(({ address: it }) => MAIL.test(it) && it.length <= MOST_MAIL_CHARACTERS);
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text.length > 0 ? text : null;
}
