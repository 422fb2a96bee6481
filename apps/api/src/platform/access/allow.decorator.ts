import type { Permission } from '@assay/access';
import { SetMetadata } from '@nestjs/common';

export const ALLOW = 'assay:allow';

/** What an operation declares: a permission, `signed-in` (anybody with an account) or `public`. */
export type Allowance = Permission | 'signed-in' | 'public';

/** Only viewers with this permission get in. What it means for one row is the policy's business. */
export const Allow = (allowance: Permission | 'signed-in') => SetMetadata(ALLOW, allowance);

export const OPENS_LATER = 'assay:opens-later';

/**
 * For public addresses that mostly need nobody: their method asks for the viewer itself (`@CurrentAccess`), and where it does not,
 * the request needs no transaction.
 */
export const OpensLater = () => SetMetadata(OPENS_LATER, true);

/** Open to strangers. Every use is a decision; the schema spec lists them. */
export const Public = () => SetMetadata(ALLOW, 'public' satisfies Allowance);
