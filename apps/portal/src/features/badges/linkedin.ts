import type { Badge } from './badges.documents.js';

interface Given {
  title: string;
  issuer: string;
  badge: Pick<Badge, 'id' | 'validFrom' | 'validUntil'>;
  url: string;
}

/** LinkedIn's "add to profile" address with everything filled in; the person still decides there. */
export function linkedInAddress({ title, issuer, badge, url }: Given): string {
  const issued = new Date(badge.validFrom);
  const until = badge.validUntil ? new Date(badge.validUntil) : null;
  const fields = {
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuer,
    issueYear: issued.getUTCFullYear(),
    issueMonth: issued.getUTCMonth() + 1,
    ...(until ? { expirationYear: until.getUTCFullYear(), expirationMonth: until.getUTCMonth() + 1 } : {}),
    certUrl: url,
    certId: badge.id,
  };
  const query = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  return `https://www.linkedin.com/profile/add?${query}`;
}
