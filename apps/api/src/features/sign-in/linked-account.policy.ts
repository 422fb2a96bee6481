import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { LinkedAccount } from './linked-account.entity.js';

/** What is known of an account beside its row; `LinkedAccountsService` looks it up. */
export const STANDING = 'standing of a linked account';
export interface Standing {
  /** Its person keeps another account of a provider that is on. */
  hasAnother: boolean;
  isAdministrators: boolean;
}

const standing = (viewer: Viewer, it: LinkedAccount) => viewer.loaded<Standing>(STANDING, it.id);

allow('see', LinkedAccount, (viewer, it) => viewer.isSelf(it.personId) || viewer.may('access.configure'));
// Nobody shuts themselves out, and none of two administrators becomes the other by way of a new account.
allow('forget', LinkedAccount, (viewer, it) =>
  viewer.isSelf(it.personId)
    ? standing(viewer, it)?.hasAnother === true
    : viewer.may('access.configure') && standing(viewer, it)?.isAdministrators === false,
);
