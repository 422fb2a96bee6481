import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { OrgUnit } from './org-unit.entity.js';
import { OrgUnitType } from './person.type.js';
import { UnitsService } from './units.service.js';

const OrgUnitResult = resultOf('OrgUnitResult', OrgUnitType, [InvalidInput, NotAllowed, NotFound]);
type Changed = Promise<OrgUnit | InvalidInput | NotAllowed | NotFound>;

@Resolver(() => OrgUnitType)
export class OrgUnitResolver {
  constructor(private readonly units: UnitsService) {}

  @Query(() => [OrgUnitType], { description: 'Every unit, by name; with `search`, those whose name holds the words.' })
  @Allow('directory.read')
  orgUnits(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true, description: 'Part of a name.' }) search?: string | null,
  ): Promise<OrgUnit[]> {
    return this.units.all(viewer, search);
  }

  @Mutation(() => OrgUnitResult, { description: 'Adds a unit, at the top or below another.' })
  @Allow('people.manage')
  addOrgUnit(
    @CurrentViewer() viewer: Viewer,
    @Args('name', { description: 'Its name; unlike those beside it.' }) name: string,
    @Args('parentId', { type: () => ID, nullable: true, description: 'The unit above; none: at the top.' })
    parentId?: string | null,
  ): Changed {
    return this.units.add(viewer, name, parentId ?? null);
  }

  @Mutation(() => OrgUnitResult, { description: 'Gives a unit another name.' })
  @Allow('people.manage')
  renameOrgUnit(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('name', { description: 'The new name; unlike those beside it.' }) name: string,
  ): Changed {
    return this.units.rename(viewer, id, name);
  }

  @Mutation(() => OrgUnitResult, { description: 'Puts a unit with all below it under another one, or at the top.' })
  @Allow('people.manage')
  moveOrgUnit(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('parentId', { type: () => ID, nullable: true, description: 'The unit above; none: at the top.' })
    parentId?: string | null,
  ): Changed {
    return this.units.move(viewer, id, parentId ?? null);
  }

  @Mutation(() => OrgUnitResult, {
    description: 'Removes a unit that was never used, and gives what it was. Where people worked stays.',
  })
  @Allow('people.manage')
  removeOrgUnit(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.units.remove(viewer, id);
  }

  @ResolveField(() => OrgUnitType, { nullable: true, description: 'The unit it belongs to; null at the top.' })
  parent(@CurrentViewer() viewer: Viewer, @Parent() unit: OrgUnit): Promise<OrgUnit | null> {
    return this.units.parentOf(viewer, unit);
  }

  @ResolveField(() => [OrgUnitType], { description: 'From the top of the organisation down to this unit.' })
  path(@CurrentViewer() viewer: Viewer, @Parent() unit: OrgUnit): Promise<OrgUnit[]> {
    return this.units.pathOf(viewer, unit);
  }

  @ResolveField(() => Int, { description: 'How many units lie directly below.' })
  childCount(@CurrentViewer() viewer: Viewer, @Parent() unit: OrgUnit): Promise<number> {
    return this.units.childCountOf(viewer, unit);
  }

  @ResolveField(() => Int, { description: 'People today, here and below, by their main employments.' })
  headcount(@CurrentViewer() viewer: Viewer, @Parent() unit: OrgUnit): Promise<number> {
    return this.units.headcountOf(viewer, unit, true);
  }

  @ResolveField(() => Int, { description: 'People today in this very unit, by their main employments.' })
  headcountHere(@CurrentViewer() viewer: Viewer, @Parent() unit: OrgUnit): Promise<number> {
    return this.units.headcountOf(viewer, unit, false);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to this unit.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() unit: OrgUnit): string[] {
    return viewerCan(viewer, unit);
  }
}
