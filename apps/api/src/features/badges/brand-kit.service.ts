import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import {
  ChangedMeanwhile,
  InputProblem,
  InvalidInput,
  type NotAllowed,
  type NotFound,
  Refusal,
} from '../../platform/graphql/refusal.js';
import { BadgeArtService } from './badge-art.service.js';
import { fontList } from './badge-inputs.rules.js';
import { BrandImagesService } from './brand-images.service.js';
import { type KitContent, kitProblems, USUAL_KIT } from './brand-kit.rules.js';
import type { StudioVersion } from './studio-version.entity.js';
import { StudioVersionsService } from './studio-versions.service.js';

/** The brand kit as designers see it. */
export interface BrandKit extends Omit<KitContent, 'fonts'> {
  readonly fonts: ReturnType<typeof fontList>;
  readonly number: number | null;
  readonly state: StudioVersion['state'] | null;
  readonly revision: number;
}

/** Colours, fonts, initials, background and logo of the organisation. */
@Injectable()
export class BrandKitService {
  constructor(
    private readonly versions: StudioVersionsService,
    private readonly images: BrandImagesService,
    private readonly art: BadgeArtService,
  ) {}

  async current(viewer: Viewer): Promise<BrandKit> {
    const draft = await this.versions.draft(viewer, 'KIT');
    return kitOf(draft ?? (await this.versions.inUse(viewer, 'KIT')));
  }

  history(viewer: Viewer): Promise<StudioVersion[]> {
    return this.versions.history(viewer, 'KIT');
  }

  /** As it was in one version; null where there was none of this number. */
  async version(viewer: Viewer, number: number): Promise<BrandKit | null> {
    const found = await this.versions.numbered(viewer, 'KIT', number);
    return found && kitOf(found);
  }

  async save(
    viewer: Viewer,
    expectedRevision: number,
    content: KitContent,
  ): Promise<BrandKit | InvalidInput | NotAllowed | ChangedMeanwhile> {
    const problems = kitProblems(content).map(({ field, message }) => new InputProblem(field, message));
    if (content.logoId && !(await this.images.byId(viewer, content.logoId)))
      problems.push(new InputProblem('logoId', 'There is no such logo.'));
    if (problems.length) return new InvalidInput(problems);
    const saved = await this.versions.save(viewer, 'KIT', expectedRevision, content);
    return saved instanceof Refusal ? saved : kitOf(saved);
  }

  /** What is published keeps its look: it is struck before anything changes. */
  async putInUse(
    viewer: Viewer,
    expectedRevision: number,
  ): Promise<BrandKit | NotAllowed | NotFound | ChangedMeanwhile> {
    const put = await this.versions.putInUse(viewer, 'KIT', expectedRevision, async () => {
      let struck: string[];
      do struck = await this.art.strikeMissing(viewer);
      while (struck.length > 0);
    });
    return put instanceof Refusal ? put : kitOf(put);
  }
}

function kitOf(version: StudioVersion | null): BrandKit {
  const content: KitContent = { ...USUAL_KIT, ...version?.content };
  return {
    ...content,
    fonts: fontList({ ...USUAL_KIT.fonts, ...content.fonts }),
    number: version?.number ?? null,
    state: version?.state ?? null,
    revision: version?.state === 'DRAFT' ? version.revision : 0,
  };
}
