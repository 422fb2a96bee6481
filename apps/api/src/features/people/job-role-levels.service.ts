import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';

/** What this feature asks about the levels of job roles. */
export interface KnowsJobRoleLevels {
  exists(viewer: Viewer, id: string): Promise<boolean>;
  /** Ids of the levels with such a code or name, by the text as it was given. */
  named(viewer: Viewer, texts: readonly string[]): Promise<Map<string, string[]>>;
  labels(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>>;
}

/** Job roles live above this feature; whoever keeps them tells here what it knows. */
@Injectable()
export class JobRoleLevels {
  private source: KnowsJobRoleLevels | null = null;

  askOf(source: KnowsJobRoleLevels): void {
    this.source = source;
  }

  exists(viewer: Viewer, id: string): Promise<boolean> {
    return this.source?.exists(viewer, id) ?? Promise.resolve(false);
  }

  named(viewer: Viewer, texts: readonly string[]): Promise<Map<string, string[]>> {
    return this.source?.named(viewer, texts) ?? Promise.resolve(new Map());
  }

  labels(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    return this.source?.labels(viewer, ids) ?? Promise.resolve(new Map());
  }
}
