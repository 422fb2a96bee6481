import { BADGE_CUTS, type BadgeCut, type BadgeFinding, type BadgeScale, type BadgeSlots } from '@assay/credential';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { FONT_FAMILIES } from '../../platform/lettering/fonts.rules.js';
import { BadgeArtService } from './badge-art.service.js';
import { contentOf, slotsOf } from './badge-inputs.rules.js';
import {
  BadgePreviewInput,
  BadgePreviewType,
  BrandImageType,
  BrandKitInput,
  BrandKitType,
  FontFamilyType,
  StudioVersionType,
} from './badge-studio.type.js';
import { BadgeTemplatesService } from './badge-templates.service.js';
import type { BrandImage } from './brand-image.entity.js';
import { BrandImagesService } from './brand-images.service.js';
import { type BrandKit, BrandKitService } from './brand-kit.service.js';
import type { StudioVersion } from './studio-version.entity.js';

const BrandKitResult = resultOf('BrandKitResult', BrandKitType, [InvalidInput, NotAllowed, NotFound, ChangedMeanwhile]);
const BrandImageResult = resultOf('BrandImageResult', BrandImageType, [InvalidInput, NotAllowed]);
type KitResult = BrandKit | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile;

@Resolver(() => BrandKitType)
export class BadgeStudioResolver {
  constructor(
    private readonly kits: BrandKitService,
    private readonly images: BrandImagesService,
    private readonly templates: BadgeTemplatesService,
    private readonly art: BadgeArtService,
  ) {}

  @Query(() => BrandKitType, { description: 'The brand kit: the draft where there is one, else what is in use.' })
  @Allow('achievement.design')
  brandKit(@CurrentViewer() viewer: Viewer): Promise<BrandKit> {
    return this.kits.current(viewer);
  }

  @Query(() => BrandKitType, {
    nullable: true,
    description: 'The brand kit as it was in a version that is or was in use; null: there is none of this number.',
  })
  @Allow('achievement.design')
  brandKitVersion(
    @CurrentViewer() viewer: Viewer,
    @Args('number', { type: () => Int, description: 'As it stands in its versions.' }) number: number,
  ): Promise<BrandKit | null> {
    return this.kits.version(viewer, number);
  }

  @Query(() => [FontFamilyType], { description: 'The fonts that come with the product.' })
  @Allow('achievement.design')
  fontFamilies(): readonly FontFamilyType[] {
    return FONT_FAMILIES;
  }

  @Query(() => BadgePreviewType, { nullable: true, description: 'A badge that is tried; null: no such version.' })
  @Allow('achievement.design')
  async badgePreview(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: BadgePreviewInput,
  ): Promise<{ pictures: { cut: BadgeCut; scale: BadgeScale; svg: string }[]; findings: BadgeFinding[] } | null> {
    const drawn = await this.art.trial(viewer, {
      versionId: input.achievementVersionId,
      kit: input.kit ? contentOf(input.kit) : null,
      template: await this.templateOf(viewer, input),
      own: input.choices ? slotsOf(input.choices) : null,
      sampleName: input.sampleName,
      sampleLevel: input.sampleLevel,
    });
    if (!drawn) return null;
    const looks: [BadgeCut, BadgeScale][] = [
      ...BADGE_CUTS.map((cut): [BadgeCut, BadgeScale] => [cut, 'FULL']),
      ['INK', 'SMALL'],
      ['INK', 'TINY'],
    ];
    const pictures = looks.map(([cut, scale]) => ({ cut, scale, svg: this.art.render(drawn, { cut, scale }) }));
    return { pictures, findings: this.art.check(drawn) };
  }

  @ResolveField(() => BrandImageType, { nullable: true, description: 'Its logo.' })
  logo(@CurrentViewer() viewer: Viewer, @Parent() kit: BrandKit): Promise<BrandImage | null> {
    return this.images.byId(viewer, kit.logoId);
  }

  @ResolveField(() => [StudioVersionType], {
    description: 'Versions that are or were in use, newest first, at most fifty.',
  })
  versions(@CurrentViewer() viewer: Viewer): Promise<StudioVersion[]> {
    return this.kits.history(viewer);
  }

  @Mutation(() => BrandKitResult, { description: 'Saves the draft of the brand kit; the first save begins one.' })
  @Allow('achievement.design')
  saveBrandKit(
    @CurrentViewer() viewer: Viewer,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: BrandKitInput,
  ): Promise<KitResult> {
    return this.kits.save(viewer, expectedRevision, contentOf(input));
  }

  @Mutation(() => BrandKitResult, {
    description:
      'From now on drafts follow this brand kit. Badges that are published keep the look they were struck with.',
  })
  @Allow('achievement.design')
  putBrandKitInUse(
    @CurrentViewer() viewer: Viewer,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Promise<KitResult> {
    return this.kits.putInUse(viewer, expectedRevision);
  }

  @Mutation(() => BrandImageResult, {
    description: 'Takes in a logo: an SVG drawing of shapes alone, or a picture that is drawn anew. At most 256 KB.',
  })
  @Allow('achievement.design')
  addBrandImage(
    @CurrentViewer() viewer: Viewer,
    @Args('name') name: string,
    @Args('content', { description: 'The file in Base64.' }) content: string,
  ): Promise<BrandImage | InvalidInput | NotAllowed> {
    return this.images.add(viewer, name, content);
  }

  private async templateOf(
    viewer: Viewer,
    { template, templateId, choices }: BadgePreviewInput,
  ): Promise<BadgeSlots | null> {
    if (template) return slotsOf(template) as BadgeSlots;
    // With choices the template stands beside them, and none means the hallmark.
    return choices || templateId ? this.templates.slotsOf(viewer, templateId ?? null) : null;
  }
}
