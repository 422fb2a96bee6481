/** For how long a link that proves an address can be used. */
export const PROOF_HOURS = 48;
/** For how long a link that was sent to somebody who left can be used, once. */
export const CLAIM_DAYS = 90;
/** A new link is sent to the same person no sooner. */
export const CLAIM_AGAIN_MINUTES = 10;

const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/;

/** Why this cannot be somebody's own address; null when it can. What ends with the job is no use afterwards. */
export function addressProblem(address: string, workAddress: string): string | null {
  if (address.length > 254 || !ADDRESS.test(address)) return 'Write one mail address, such as name@example.org.';
  const domain = domainOf(address);
  if (domain === domainOf(workAddress)) return `Addresses at ${domain} end with your job. Name one that stays yours.`;
  return null;
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** "d…@example.org": enough to know it again, too little to write to. */
export function hinted(address: string): string {
  const at = address.lastIndexOf('@');
  return `${Array.from(address)[0] ?? ''}…${address.slice(at)}`;
}

export type ClaimState = 'WAITING' | 'SENT' | 'USED' | 'EXPIRED';

/** Where the newest link of somebody who left stands; null: there is none. */
export function claimState(
  link: { askedAt: Date | null; sentAt: Date | null; expiresAt: Date | null; usedAt: Date | null },
  now: Date,
): ClaimState | null {
  if (!link.askedAt) return null;
  if (link.usedAt) return 'USED';
  if (!link.sentAt || !link.expiresAt) return 'WAITING';
  return link.expiresAt <= now ? 'EXPIRED' : 'SENT';
}
