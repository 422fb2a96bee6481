import type { Permission } from '@assay/access';
import { SetMetadata } from '@nestjs/common';

export const ALLOW = 'assay:allow';

/** What an operation declares: a permission, `signed-in` (anybody with an account) or `public`. */
export type Allowance = Permission | 'signed-in' | 'public';

/** Only viewers with this permission get in. What it means for one row is the policy's business. */
export const Allow = (allowance: Permission | 'signed-in') => SetMetadata(ALLOW, allowance);

/** Open to strangers. Every use is a decision; the schema spec lists them. */
export const Public = () => SetMetadata(ALLOW, 'public' satisfies Allowance);
