/** What somebody made of the keys: whether single ones act, and which other key stands for one. */
export interface OwnKeys {
  single: boolean;
  own: Readonly<Record<string, string>>;
}
/** As this browser has them; those that the account did not get yet are newer than what it has. */
interface KeptKeys extends OwnKeys {
  unsent: boolean;
}
export const AS_PRINTED: OwnKeys = { single: true, own: {} };
const nameOf = (personId: string) => `assay-keys-${personId}`;

export function keepKeys(personId: string, { single, own }: OwnKeys, unsent: boolean): void {
  try {
    localStorage.setItem(nameOf(personId), JSON.stringify({ single, own, unsent }));
  } catch {
    // A browser that keeps nothing has them until the page is left.
  }
}

/** Null where this browser has none of theirs. */
export function keptKeys(personId: string): KeptKeys | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(personId)) ?? 'null');
    if (typeof found !== 'object' || found === null) return null;
    const own = 'own' in found && typeof found.own === 'object' && found.own !== null ? found.own : {};
    return {
      single: !('single' in found) || found.single !== false,
      own: Object.fromEntries(
        Object.entries(own).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
      // Those of a browser from before accounts kept any are to get there, too.
      unsent: !('unsent' in found) || found.unsent === true,
    };
  } catch {
    return null;
  }
}
