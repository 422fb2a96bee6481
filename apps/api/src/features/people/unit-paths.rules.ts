export interface KnownUnit {
  id: string;
  name: string;
  parentId: string | null;
}

/** What a cell that names a unit means: one that is there, new ones below what is there, or why nothing. */
export type UnitMeaning =
  | { is: 'known'; id: string }
  | { is: 'new'; belowId: string | null; names: string[] }
  | { is: 'unclear'; paths: string[] }
  | { is: 'wrong'; why: string };

const SEPARATOR = /\s*[/>›]\s*/;
const MOST_CHARACTERS = 200;
const plain = (name: string) => name.trim().toLowerCase();

export const pathText = (names: readonly string[]) => names.join(' / ');

/** Reads cells such as “Networks” or “Operations / Networks”. A name alone means the one unit of that name, wherever it is. */
export class UnitPaths {
  private readonly children = new Map<string | null, Map<string, KnownUnit>>();
  private readonly byName = new Map<string, KnownUnit[]>();
  private readonly byId = new Map<string, KnownUnit>();

  constructor(units: readonly KnownUnit[]) {
    for (const unit of units) this.add(unit);
  }

  meaningOf(cell: string): UnitMeaning {
    const names = cell.split(SEPARATOR).map((name) => name.trim());
    if (names.some((name) => name === ''))
      return { is: 'wrong', why: `“${cell}” names no unit: between two / there is nothing.` };
    if (names.some((name) => name.length > MOST_CHARACTERS))
      return { is: 'wrong', why: `The name of a unit has at most ${MOST_CHARACTERS} characters.` };
    const [only] = names;
    if (names.length === 1 && only) {
      const same = this.byName.get(plain(only)) ?? [];
      if (same.length === 1 && same[0]) return { is: 'known', id: same[0].id };
      if (same.length > 1) return { is: 'unclear', paths: same.map(({ id }) => pathText(this.pathOf(id))).sort() };
    }
    return this.fromTop(names);
  }

  /** The usual ways to write each unit that is there: its path and, where it is the only one of that name, its name. */
  known(): { text: string; unit_id: string; label: string }[] {
    return [...this.byId.values()].flatMap(({ id, name, parentId }) => {
      const label = pathText(this.pathOf(id));
      const alone = parentId !== null && this.byName.get(plain(name))?.length === 1;
      return [label, ...(alone ? [name] : [])].map((text) => ({ text, unit_id: id, label }));
    });
  }

  pathOf(id: string): string[] {
    const names: string[] = [];
    for (let at = this.byId.get(id); at; at = at.parentId ? this.byId.get(at.parentId) : undefined)
      names.unshift(at.name);
    return names;
  }

  /** Counts a unit among the known ones: what the file makes is there for its later rows. */
  add(unit: KnownUnit): void {
    this.byId.set(unit.id, unit);
    const name = plain(unit.name);
    this.byName.set(name, [...(this.byName.get(name) ?? []), unit]);
    const beside = this.children.get(unit.parentId) ?? new Map<string, KnownUnit>();
    this.children.set(unit.parentId, beside.set(name, unit));
  }

  private fromTop(names: readonly string[]): UnitMeaning {
    let belowId: string | null = null;
    for (const [index, name] of names.entries()) {
      const next: KnownUnit | undefined = this.children.get(belowId)?.get(plain(name));
      if (!next) return { is: 'new', belowId, names: names.slice(index) };
      belowId = next.id;
    }
    return { is: 'known', id: belowId ?? '' };
  }
}
