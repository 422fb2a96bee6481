interface Unit {
  id: string;
  name: string;
  parentId: string | null;
}

/** "Operations / Networks" for every unit, in the order of those words. */
export function unitPaths(units: readonly Unit[]): { value: string; label: string }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units
    .map((unit) => ({ value: unit.id, label: pathOf(unit, byId) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

function pathOf(unit: Unit, byId: ReadonlyMap<string, Unit>): string {
  const names = [unit.name];
  const passed = new Set([unit.id]);
  for (
    let above = byId.get(unit.parentId ?? '');
    above && !passed.has(above.id);
    above = byId.get(above.parentId ?? '')
  ) {
    passed.add(above.id);
    names.unshift(above.name);
  }
  return names.join(' / ');
}
