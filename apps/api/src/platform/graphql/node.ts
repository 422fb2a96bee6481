import { Injectable } from '@nestjs/common';
import { Args, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import { isId } from '../database/id.js';

type Find = (viewer: Viewer, id: string) => Promise<object | null>;

/** Who can find what by id. Features register the entity they own and the name of its type. */
@Injectable()
export class NodeFinders {
  private readonly finders: Find[] = [];
  private readonly names = new Map<unknown, string>();

  register(entity: abstract new (...args: never[]) => object, typeName: string, find: Find): void {
    this.names.set(entity, typeName);
    this.finders.push(find);
    typeNames.set(entity, typeName);
  }

  async find(viewer: Viewer, id: string): Promise<object | null> {
    if (!isId(id)) return null;
    for (const find of this.finders) {
      const found = await find(viewer, id);
      if (found) return found;
    }
    return null;
  }
}

/** Entities and types are different classes, so the interface asks this table for the type of a value. */
const typeNames = new Map<unknown, string>();

@InterfaceType('Node', {
  description: 'Anything with an id that `node(id)` can find.',
  resolveType: (value: object) => typeNames.get(value.constructor),
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Unique, stable, and says nothing about the thing.' })
  id: string;
}

@Resolver()
export class NodeResolver {
  constructor(private readonly nodes: NodeFinders) {}

  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its id; null when it does not exist or the viewer may not see it.',
  })
  @Allow('signed-in')
  node(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<object | null> {
    return this.nodes.find(viewer, id);
  }
}
