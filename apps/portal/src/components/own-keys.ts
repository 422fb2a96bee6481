/** What somebody made of the keys: whether single ones act, and which other key stands for one. */
export interface OwnKeys {
  single: boolean;
  own: Readonly<Record<string, string>>;
}
export const AS_PRINTED: OwnKeys = { single: true, own: {} };
const nameOf = (personId: string) => `assay-keys-${personId}`;

export function keepKeys(personId: string, keys: OwnKeys): void {
  try {
    localStorage.setItem(nameOf(personId), JSON.stringify(keys));
  } catch {
    // A browser that keeps nothing has them until the page is left.
  }
}

export function keptKeys(personId: string): OwnKeys {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(personId)) ?? 'null');
    if (typeof found !== 'object' || found === null) return AS_PRINTED;
    const own = 'own' in found && typeof found.own === 'object' && found.own !== null ? found.own : {};
    return {
      single: !('single' in found) || found.single !== false,
      own: Object.fromEntries(
        Object.entries(own).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
    };
  } catch {
    return AS_PRINTED;
  }
}
