import { isObject, qualityProfile } from '@assay/credential';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can, viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { CourseProvider } from '../courses/course-provider.entity.js';
import { CourseProviderType } from '../courses/course-provider.type.js';
import { CourseProvidersService } from '../courses/course-providers.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { ForeignVerifierService } from '../verification/foreign-verifier.service.js';
import { ExternalCredential } from './external-credential.entity.js';
import {
  BadgeCheckType,
  BadgeQualityType,
  BadgeWordsType,
  enumWord,
  ExternalCredentialType,
  MappedSkillType,
  RecognisedSkillType,
  SuggestedSkillType,
  VerdictEnum,
} from './external-credential.type.js';
import { ExternalCredentialsService } from './external-credentials.service.js';
import { MappedSkillsService } from './mapped-skills.service.js';
import { type BadgeWords, wordsOf } from './recognition.rules.js';

@Resolver(() => ExternalCredentialType)
export class ExternalCredentialResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly providers: CourseProvidersService,
    private readonly mapped: MappedSkillsService,
    private readonly verifier: ForeignVerifierService,
  ) {}

  @ResolveField(() => PersonType, { description: 'Whose it is.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<Person | null> {
    return this.people.byId(viewer, it.personId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided.' })
  async decidedBy(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<Person | null> {
    return it.decidedBy ? this.people.byId(viewer, it.decidedBy) : null;
  }

  @ResolveField(() => VerdictEnum, {
    nullable: true,
    description: 'Whether it can be relied on; null until it was checked.',
  })
  verdict(@Parent() { verdict }: ExternalCredential): string | null {
    return verdict && enumWord(verdict);
  }

  @ResolveField(() => [BadgeCheckType], { description: 'What was found, question by question.' })
  checks(@Parent() { checks }: ExternalCredential): BadgeCheckType[] {
    return checks.map((each) => ({ ...each, state: enumWord(each.state) }));
  }

  @ResolveField(() => BadgeWordsType, {
    nullable: true,
    description: 'What it says; null where nothing in it can be trusted.',
  })
  badge(@Parent() { document }: ExternalCredential): BadgeWords | null {
    return document && wordsOf(document);
  }

  @ResolveField(() => BadgeQualityType, {
    nullable: true,
    description: 'What it is worth; null where nothing in it can be trusted.',
  })
  async quality(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<BadgeQualityType | null> {
    const { document, verdict, checks, checkedAt } = it;
    if (!isObject(document) || !verdict || !checkedAt) return null;
    const verification = { verdict, checks, checkedAt: checkedAt.toISOString() };
    const profile = qualityProfile(document, verification, this.verifier.recordOf(await this.provider(viewer, it)));
    return {
      transparency: profile.transparency,
      index: profile.index ?? null,
      fields: profile.fields.map(({ number, name, status, provenance, sentence }) => ({
        ...{ number, name, sentence, status: enumWord(status), provenance: provenance ?? null },
      })),
    };
  }

  @ResolveField(() => CourseProviderType, { nullable: true, description: 'Who issued it, when they are known here.' })
  async provider(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<CourseProvider | null> {
    return it.providerId ? this.providers.byId(viewer, it.providerId) : null;
  }

  @ResolveField(() => [MappedSkillType], { description: 'The skills that its holder says it shows.' })
  skills(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<MappedSkillType[]> {
    return this.mapped.shown(viewer, it.skills);
  }

  @ResolveField(() => [MappedSkillType], { description: 'The skills that it counts for.' })
  recognised(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<MappedSkillType[]> {
    return this.mapped.shown(viewer, it.recognised);
  }

  @ResolveField(() => [SuggestedSkillType], {
    description: 'Skills of ours that it may mean; eight at most, for its holder and whoever decides.',
  })
  async suggestions(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<SuggestedSkillType[]> {
    await viewer.learn([it.personId]);
    const asks = viewer.isSelf(it.personId) || can(viewer, 'decide', it);
    return asks && it.document ? this.mapped.suggested(viewer, wordsOf(it.document)) : [];
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: ExternalCredential): Promise<string[]> {
    await viewer.learn([it.personId]);
    return viewerCan(viewer, it);
  }
}

@Resolver(() => PersonType)
export class PersonRecognisedResolver {
  constructor(
    private readonly external: ExternalCredentialsService,
    private readonly mapped: MappedSkillsService,
  ) {}

  @ResolveField(() => [RecognisedSkillType], {
    description:
      'Skills for which badges from elsewhere count today; for the person, the line manager and those who keep credentials, empty for others.',
  })
  async recognisedSkills(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<RecognisedSkillType[]> {
    await viewer.learn([person.id]);
    const counting = await this.external.counting(viewer, person.id);
    const skills = await Promise.all(
      counting.map(async (it) => {
        if (!can(viewer, 'see', it)) return [];
        const shown = await this.mapped.shown(viewer, it.recognised);
        return shown.map((each) => ({ ...each, until: it.recognisedUntil, credential: it }));
      }),
    );
    return skills.flat();
  }
}
