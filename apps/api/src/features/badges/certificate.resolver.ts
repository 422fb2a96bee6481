import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { StudioVersionType } from './badge-studio.type.js';
import { CertificatePreviewType, CertificateTemplateInput, CertificateTemplateType } from './certificate.type.js';
import {
  certificateOf,
  type CertificateTemplate,
  CertificateTemplatesService,
} from './certificate-templates.service.js';
import type { StudioVersion } from './studio-version.entity.js';

const CertificateTemplateResult = resultOf('CertificateTemplateResult', CertificateTemplateType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);
type Saved = CertificateTemplate | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile;

@Resolver(() => CertificateTemplateType)
export class CertificateResolver {
  constructor(private readonly templates: CertificateTemplatesService) {}

  @Query(() => CertificateTemplateType, {
    description: 'The certificate: the draft where there is one, else what is in use.',
  })
  @Allow('achievement.design')
  certificateTemplate(@CurrentViewer() viewer: Viewer): Promise<CertificateTemplate> {
    return this.templates.current(viewer);
  }

  @Query(() => CertificateTemplateType, {
    nullable: true,
    description: 'The certificate as it was in a version that is or was in use; null: there is none of this number.',
  })
  @Allow('achievement.design')
  certificateTemplateVersion(
    @CurrentViewer() viewer: Viewer,
    @Args('number', { type: () => Int, description: 'As it stands in its versions.' }) number: number,
  ): Promise<CertificateTemplate | null> {
    return this.templates.version(viewer, number);
  }

  @Query(() => CertificatePreviewType, { description: 'How a certificate would look.' })
  @Allow('achievement.design')
  certificatePreview(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CertificateTemplateInput,
  ): Promise<CertificatePreviewType> {
    return this.templates.preview(viewer, certificateOf(input));
  }

  @ResolveField(() => [StudioVersionType], {
    description: 'Versions that are or were in use, newest first, at most fifty.',
  })
  versions(@CurrentViewer() viewer: Viewer): Promise<StudioVersion[]> {
    return this.templates.history(viewer);
  }

  @Mutation(() => CertificateTemplateResult, {
    description: 'Saves the draft of the certificate; the first save begins one.',
  })
  @Allow('achievement.design')
  saveCertificateTemplate(
    @CurrentViewer() viewer: Viewer,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: CertificateTemplateInput,
  ): Promise<Saved> {
    return this.templates.save(viewer, expectedRevision, certificateOf(input));
  }

  @Mutation(() => CertificateTemplateResult, {
    description: 'From now on new credentials come with this certificate. Those that were issued keep theirs.',
  })
  @Allow('achievement.design')
  putCertificateTemplateInUse(
    @CurrentViewer() viewer: Viewer,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Promise<Saved> {
    return this.templates.putInUse(viewer, expectedRevision);
  }
}

@Resolver(() => CredentialType)
export class CredentialCertificateResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'Where its holder gets it as a certificate (PDF) with the credential inside; null for everybody else.',
  })
  certificateUrl(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): string | null {
    return can(viewer, 'share', credential) ? `/badges/${credential.id}/certificate.pdf` : null;
  }

  @ResolveField(() => String, { description: 'The picture of this very badge, with its year; an SVG document.' })
  badgeUrl(@Parent() credential: Credential): string {
    return `/badges/${credential.achievementVersionId}.svg?year=${credential.validFrom.getUTCFullYear()}`;
  }
}
