import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { dayOf } from '../../platform/access/day.js';
import { OrgUnit } from './org-unit.entity.js';
import './org-unit.policy.js';
import { coversUnit } from './unit-limits.rules.js';

/** A unit with its place in the tree. */
interface Place {
  unit: OrgUnit;
  children: Place[];
}

const MOST_CHARACTERS = 200;
/** What no cell of an import could name: there, these signs stand between a unit and the one below it. */
const SEPARATORS = /[/>›]/;

/** The tree of units: reads it, and is its only writer. */
@Injectable()
export class UnitsService {
  /** Every unit by name; with words, those whose name holds them. */
  async all(viewer: Viewer, search?: string | null): Promise<OrgUnit[]> {
    const words = search?.trim().toLowerCase();
    const units = [...(await this.tree(viewer)).values()].map(({ unit }) => unit);
    return words ? units.filter((unit) => unit.name.toLowerCase().includes(words)) : units;
  }

  async parentOf(viewer: Viewer, unit: OrgUnit): Promise<OrgUnit | null> {
    return unit.parentId ? ((await this.tree(viewer)).get(unit.parentId)?.unit ?? null) : null;
  }

  /** From the top down to the unit itself. */
  async pathOf(viewer: Viewer, unit: OrgUnit): Promise<OrgUnit[]> {
    const tree = await this.tree(viewer);
    const path: OrgUnit[] = [];
    for (let at: OrgUnit | undefined = unit; at; at = at.parentId ? tree.get(at.parentId)?.unit : undefined)
      path.unshift(at);
    return path;
  }

  async childCountOf(viewer: Viewer, unit: OrgUnit): Promise<number> {
    return (await this.tree(viewer)).get(unit.id)?.children.length ?? 0;
  }

  async headcountOf(viewer: Viewer, unit: OrgUnit, below: boolean): Promise<number> {
    const place = (await this.tree(viewer)).get(unit.id);
    const here = await this.headcounts(viewer);
    const count = ({ unit: { id }, children }: Place): number =>
      (here.get(id) ?? 0) + (below ? children.reduce((sum, child) => sum + count(child), 0) : 0);
    return place ? count(place) : 0;
  }

  /** The unit of this name, or a new one at the top. For callers that are alone in `people`. */
  async named(viewer: Viewer, name: string): Promise<OrgUnit> {
    return (await this.knownByName(viewer, name)) ?? this.insert(viewer, name, null);
  }

  knownByName(viewer: Viewer, name: string): Promise<OrgUnit | null> {
    return viewer.tx.manager
      .createQueryBuilder(OrgUnit, 'unit')
      .where('lower(unit.name) = lower(:name)', { name })
      .orderBy('unit.id')
      .getOne();
  }

  async add(
    viewer: Viewer,
    name: string,
    parentId: string | null,
  ): Promise<OrgUnit | InvalidInput | NotAllowed | NotFound> {
    const parent = parentId === null ? null : await this.find(viewer, parentId);
    if (parentId !== null && !parent) return new NotFound('The unit above');
    if (!coversUnit(viewer, 'people.manage', parent?.id ?? null)) return new NotAllowed(outside(parent));
    await viewer.tx.aloneIn('people');
    const problem = await this.nameProblem(viewer, name, parent?.id ?? null);
    if (problem) return InvalidInput.of('name', problem);
    return this.insert(viewer, name.trim(), parent?.id ?? null);
  }

  async rename(viewer: Viewer, id: string, name: string): Promise<OrgUnit | InvalidInput | NotAllowed | NotFound> {
    const unit = await this.find(viewer, id);
    if (!unit) return new NotFound('This unit');
    if (!can(viewer, 'rename', unit)) return new NotAllowed(outside(unit));
    await viewer.tx.aloneIn('people');
    const problem = await this.nameProblem(viewer, name, unit.parentId, unit.id);
    if (problem) return InvalidInput.of('name', problem);
    unit.name = name.trim();
    await viewer.tx.manager.update(OrgUnit, { id: unit.id }, { name: unit.name });
    this.forget(viewer, unit.id);
    return unit;
  }

  /** Puts a unit with all below it under another one, or at the top. */
  async move(
    viewer: Viewer,
    id: string,
    parentId: string | null,
  ): Promise<OrgUnit | InvalidInput | NotAllowed | NotFound> {
    const unit = await this.find(viewer, id);
    if (!unit) return new NotFound('This unit');
    const parent = parentId === null ? null : await this.find(viewer, parentId);
    if (parentId !== null && !parent) return new NotFound('The unit above');
    if (!can(viewer, 'move', unit)) return new NotAllowed(outside(unit));
    if (!coversUnit(viewer, 'people.manage', parent?.id ?? null)) return new NotAllowed(outside(parent));
    await viewer.tx.aloneIn('people');
    // Looked at again once alone: somebody may have moved the other unit below this one meanwhile.
    this.forget(viewer, unit.id);
    const above = parent ? await this.pathOf(viewer, (await this.find(viewer, parent.id)) ?? parent) : [];
    if (above.some((each) => each.id === unit.id))
      return InvalidInput.of('parentId', `${parent?.name} lies below ${unit.name}: a unit cannot be below itself.`);
    const problem = await this.nameProblem(viewer, unit.name, parent?.id ?? null, unit.id);
    if (problem) return InvalidInput.of('parentId', problem);
    unit.parentId = parent?.id ?? null;
    await viewer.tx.manager.update(OrgUnit, { id: unit.id }, { parentId: unit.parentId });
    this.forget(viewer, unit.id);
    return unit;
  }

  /** Only one that was never used: where people once worked is part of their history. */
  async remove(viewer: Viewer, id: string): Promise<OrgUnit | InvalidInput | NotAllowed | NotFound> {
    const unit = await this.find(viewer, id);
    if (!unit) return new NotFound('This unit');
    if (!can(viewer, 'remove', unit)) return new NotAllowed(outside(unit));
    await viewer.tx.aloneIn('people');
    const [used] = await viewer.tx.query<{ people: boolean; units: boolean; grants: boolean }>(
      `SELECT EXISTS (SELECT FROM employment WHERE org_unit_id = $1) AS people,
         EXISTS (SELECT FROM org_unit WHERE parent_id = $1) AS units,
         EXISTS (SELECT FROM role_grant WHERE scope_unit_id = $1) AS grants`,
      [unit.id],
    );
    const why = used?.units
      ? 'There are units below it. Move or remove those first.'
      : used?.people
        ? 'People work or have worked here, and that stays in their history. Rename it, or move it below another unit.'
        : used?.grants
          ? 'Roles are or were limited to it, and that stays on record.'
          : null;
    if (why) return InvalidInput.of('id', why);
    await viewer.tx.manager.delete(OrgUnit, { id: unit.id });
    this.forget(viewer, unit.id);
    return unit;
  }

  find(viewer: Viewer, id: string): Promise<OrgUnit | null> {
    return isId(id) ? viewer.tx.manager.findOneBy(OrgUnit, { id }) : Promise.resolve(null);
  }

  private async insert(viewer: Viewer, name: string, parentId: string | null): Promise<OrgUnit> {
    const unit = viewer.tx.manager.create(OrgUnit, { id: newId(), name, parentId });
    await viewer.tx.manager.insert(OrgUnit, unit);
    this.forget(viewer, unit.id);
    return unit;
  }

  private async nameProblem(
    viewer: Viewer,
    name: string,
    parentId: string | null,
    own: string | null = null,
  ): Promise<string | null> {
    const words = name.trim();
    if (words.length === 0) return 'A name is needed.';
    if (words.length > MOST_CHARACTERS) return `A name has at most ${MOST_CHARACTERS} characters.`;
    if (SEPARATORS.test(words)) return 'A name holds no / and no >: they stand between a unit and the one below it.';
    const taken = await viewer.tx.query(
      'SELECT 1 FROM org_unit WHERE lower(name) = lower($1) AND parent_id IS NOT DISTINCT FROM $2::uuid AND id IS DISTINCT FROM $3::uuid',
      [words, parentId, own],
    );
    return taken.length > 0 ? `There is a unit ${words} in this place already.` : null;
  }

  private async tree(viewer: Viewer): Promise<Map<string, Place>> {
    const tree = await viewer.load('org-tree', 'all', async () => {
      const units = await viewer.tx.manager.find(OrgUnit, { order: { name: 'ASC', id: 'ASC' } });
      const places = new Map(units.map((unit): [string, Place] => [unit.id, { unit, children: [] }]));
      for (const place of places.values())
        if (place.unit.parentId) places.get(place.unit.parentId)?.children.push(place);
      return new Map([['all', places]]);
    });
    return tree ?? new Map<string, Place>();
  }

  /** How many people work in each today, by their main employments: all jobs are read for it, so only who asks waits. */
  private async headcounts(viewer: Viewer): Promise<ReadonlyMap<string, number>> {
    const counts = await viewer.load('org-headcounts', 'all', async () => {
      const rows = await viewer.tx.query<{ id: string; n: number }>(
        `SELECT org_unit_id AS id, count(*)::int AS n FROM employment JOIN person ON person.id = person_id
         WHERE is_primary AND org_unit_id IS NOT NULL AND starts_on <= $1 AND (ends_on IS NULL OR ends_on >= $1)
           AND active AND (last_day IS NULL OR last_day >= $1) GROUP BY org_unit_id`,
        [dayOf(viewer)],
      );
      return new Map([['all', new Map(rows.map(({ id, n }) => [id, n]))]]);
    });
    return counts ?? new Map<string, number>();
  }

  private forget(viewer: Viewer, id: string): void {
    viewer.forget('org-tree', 'all');
    viewer.forget('org-headcounts', 'all');
    viewer.forget('org-unit', id);
  }
}

function outside(unit: OrgUnit | null): string {
  return unit
    ? `Your role does not reach ${unit.name}.`
    : 'Your role is limited to a unit; this is about the whole organisation.';
}
