import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { CaseObject } from './case-shapes.rules.js';

type Finder = (viewer: Viewer, identifier: string) => Promise<CaseObject | null>;

/** Where rubrics are that came with no framework: higher features say how theirs are found. */
@Injectable()
export class CaseRubrics {
  private readonly finders: Finder[] = [];

  register(finder: Finder): void {
    this.finders.push(finder);
  }

  async find(viewer: Viewer, identifier: string): Promise<CaseObject | null> {
    for (const finder of this.finders) {
      const found = await finder(viewer, identifier);
      if (found) return found;
    }
    return null;
  }
}
