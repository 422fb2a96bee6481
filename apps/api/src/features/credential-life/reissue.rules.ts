import type { Correction } from './credential-change.entity.js';

/** What is signed of a holder and a badge, and what is right today. */
export interface SaidOtherwise {
  readonly signedHolder: string | null;
  readonly holder: string;
  readonly signedName: string | null;
  readonly signedText: string | null;
  /** Of the newest version; null where it asks for more than the one that is held, or is the same. */
  readonly badge: { readonly name: string; readonly text: string } | null;
}

/** What a next edition would say differently. */
export function differences({ signedHolder, holder, signedName, signedText, badge }: SaidOtherwise): Correction[] {
  const found: Correction[] = [];
  if (signedHolder !== null && signedHolder !== holder)
    found.push({ field: 'HOLDER_NAME', was: signedHolder, becomes: holder });
  if (badge && signedName !== badge.name) found.push({ field: 'BADGE_NAME', was: signedName, becomes: badge.name });
  if (badge && signedText !== badge.text) found.push({ field: 'BADGE_TEXT', was: signedText, becomes: badge.text });
  return found;
}

export interface PublishedVersion {
  readonly id: string;
  readonly achievementId: string;
  readonly number: number;
  readonly changes: readonly { readonly kind: 'EDITORIAL' | 'SUBSTANTIVE' }[];
}

/**
 * Per version the newest one of its achievement, where all that changed since is the same in better words. What is
 * asked anew was not shown by those who hold the version before: their badge keeps its text.
 */
export function sameInBetterWords(versions: readonly PublishedVersion[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const achievementId of new Set(versions.map((each) => each.achievementId))) {
    const newestFirst = versions
      .filter((each) => each.achievementId === achievementId)
      .toSorted((a, b) => b.number - a.number);
    const [newest] = newestFirst;
    for (const [at, version] of newestFirst.entries()) {
      if (newest && at > 0) found.set(version.id, newest.id);
      if (version.changes.some(({ kind }) => kind !== 'EDITORIAL')) break;
    }
  }
  return found;
}
