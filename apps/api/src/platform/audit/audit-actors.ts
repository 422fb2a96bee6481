import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/viewer.js';

type Names = (viewer: Viewer, ids: readonly string[]) => Promise<Map<string, string>>;

/** Names for the ids of actors: the platform knows no people, a feature that does says who they are. */
@Injectable()
export class AuditActors {
  private names: Names = () => Promise.resolve(new Map());

  namedBy(names: Names): void {
    this.names = names;
  }

  of(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    return this.names(viewer, ids);
  }
}
