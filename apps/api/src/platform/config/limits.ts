import { z } from 'zod';

const whole = (usual: number) => z.coerce.number().int().positive().default(usual);

/**
 * How much one person, address or machine may ask. Generous: somebody who marks all day, with a screen that renews itself
 * every ten seconds, uses a few hundredths of it.
 */
export const limitSettings = {
  /** Fields times rows, per person (strangers: per address) and minute. */
  LIMIT_COST_PER_MINUTE: whole(600_000),
  LIMIT_CHANGES_PER_MINUTE: whole(600),
  LIMIT_UPLOADS_PER_HOUR: whole(300),
  /** A whole office may sign in from one address on a Monday morning. */
  LIMIT_SIGN_INS_PER_ADDRESS: whole(600),
  LIMIT_SIGN_INS_PER_ACCOUNT: whole(60),
  /** Sign-ins, set-up links and proof addresses that were wrong, per address and quarter of an hour. */
  LIMIT_FAILURES_PER_ADDRESS: whole(60),
  LIMIT_SCIM_PER_MINUTE: whole(3_000),
  LIMIT_PUBLIC_PAGES_PER_MINUTE: whole(1_200),
  /** How much one person may keep. */
  UPLOAD_QUOTA_MB: whole(5_000),
};

const settings = z.object(limitSettings);

/** The limits as the product uses them. */
export interface Limits {
  costPerMinute: number;
  changesPerMinute: number;
  uploadsPerHour: number;
  signInsPerAddress: number;
  signInsPerAccount: number;
  failuresPerAddress: number;
  scimPerMinute: number;
  publicPagesPerMinute: number;
  quotaBytes: number;
}

export function limitsFrom(given: z.infer<typeof settings>): Limits {
  return {
    costPerMinute: given.LIMIT_COST_PER_MINUTE,
    changesPerMinute: given.LIMIT_CHANGES_PER_MINUTE,
    uploadsPerHour: given.LIMIT_UPLOADS_PER_HOUR,
    signInsPerAddress: given.LIMIT_SIGN_INS_PER_ADDRESS,
    signInsPerAccount: given.LIMIT_SIGN_INS_PER_ACCOUNT,
    failuresPerAddress: given.LIMIT_FAILURES_PER_ADDRESS,
    scimPerMinute: given.LIMIT_SCIM_PER_MINUTE,
    publicPagesPerMinute: given.LIMIT_PUBLIC_PAGES_PER_MINUTE,
    quotaBytes: given.UPLOAD_QUOTA_MB * 1024 * 1024,
  };
}
