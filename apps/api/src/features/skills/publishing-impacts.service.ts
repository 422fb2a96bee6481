import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { SkillFramework } from './framework.entity.js';
import type { Impact } from './impact.type.js';

/** What a draft would change when it is published. */
export interface FrameworkChange {
  draft: SkillFramework;
  /** The version that it would supersede. */
  published: SkillFramework | null;
  removedSkillIds: string[];
  changedSkillIds: string[];
  /** Of the removed ones: by which skill each is replaced. */
  replacedBy: ReadonlyMap<string, string>;
}

type Ask<About> = (viewer: Viewer, about: About) => Promise<Impact[]>;

/**
 * Who is affected before something is done to a framework or a skill. Features that build on skills answer here, so
 * that this one need not know them; their answers stand in the order in which the features are ranked.
 */
@Injectable()
export class PublishingImpacts {
  private readonly ofPublishing: Ask<FrameworkChange>[] = [];
  private readonly ofSkills: Ask<readonly string[]>[] = [];

  /** `ofPublishing`: what a new version touches. `ofSkills`: what is built on these skills at all. */
  register(answer: { ofPublishing?: Ask<FrameworkChange>; ofSkills?: Ask<readonly string[]> }): void {
    if (answer.ofPublishing) this.ofPublishing.push(answer.ofPublishing);
    if (answer.ofSkills) this.ofSkills.push(answer.ofSkills);
  }

  async whenPublished(viewer: Viewer, change: FrameworkChange): Promise<Impact[]> {
    const answers = await Promise.all(this.ofPublishing.map((ask) => ask(viewer, change)));
    return answers.flat().filter(({ count }) => count > 0);
  }

  async builtOn(viewer: Viewer, skillIds: readonly string[]): Promise<Impact[]> {
    const answers = await Promise.all(this.ofSkills.map((ask) => ask(viewer, skillIds)));
    return answers.flat().filter(({ count }) => count > 0);
  }
}
