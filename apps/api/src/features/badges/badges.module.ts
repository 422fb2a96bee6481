import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LetteringService } from '../../platform/lettering/lettering.service.js';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { BadgeArtService } from './badge-art.service.js';
import { BadgeDesign, StruckBadge } from './badge-design.entity.js';
import { AchievementBadgeResolver, BadgeDesignResolver } from './badge-design.resolver.js';
import { BadgeDesignsService } from './badge-designs.service.js';
import { BadgeStudioResolver } from './badge-studio.resolver.js';
import { BadgeTemplate } from './badge-template.entity.js';
import { BadgeTemplateResolver } from './badge-template.resolver.js';
import { BadgeTemplatesService } from './badge-templates.service.js';
import { BadgesListenService } from './badges-listen.service.js';
import { BadgeFilesController } from './badge-files.controller.js';
import { BadgeFilesService } from './badge-files.service.js';
import { CertificateController } from './certificate.controller.js';
import { CertificateResolver, CredentialCertificateResolver } from './certificate.resolver.js';
import { CertificateTemplatesService } from './certificate-templates.service.js';
import { CertificatesService } from './certificates.service.js';
import { TypesettingService } from '../../platform/typesetting/typesetting.service.js';
import { BrandImage } from './brand-image.entity.js';
import { BrandImagesService } from './brand-images.service.js';
import { BrandKitService } from './brand-kit.service.js';
import { StrikeBadgesJob } from './strike-badges.job.js';
import { StudioVersion } from './studio-version.entity.js';
import { StudioVersionsService } from './studio-versions.service.js';

/**
 * How badges and certificates look: the brand kit, templates with slots, and the badge of each achievement.
 * A draft follows kit and template; a published badge is struck once and never drawn otherwise.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([StudioVersion, BrandImage, BadgeTemplate, BadgeDesign, StruckBadge]),
    AchievementsModule,
    CredentialsModule,
  ],
  controllers: [CertificateController, BadgeFilesController],
  providers: [
    LetteringService,
    TypesettingService,
    CertificatesService,
    BadgeFilesService,
    CertificateTemplatesService,
    CertificateResolver,
    CredentialCertificateResolver,
    StudioVersionsService,
    BrandImagesService,
    BrandKitService,
    BadgeTemplatesService,
    BadgeArtService,
    BadgeDesignsService,
    BadgesListenService,
    StrikeBadgesJob,
    BadgeStudioResolver,
    BadgeTemplateResolver,
    AchievementBadgeResolver,
    BadgeDesignResolver,
  ],
  exports: [BadgeArtService, BadgeFilesService, CertificatesService, LetteringService],
})
export class BadgesModule {}
