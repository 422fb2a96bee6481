import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { BulkCorrection } from './bulk-correction.entity.js';
import {
  BeginBulkCorrectionInput,
  BulkCorrectionFailureType,
  BulkCorrectionType,
  ReissuableType,
} from './bulk-correction.type.js';
import { BulkCorrectionsService } from './bulk-corrections.service.js';
import { type Reissuable, ReissuableService } from './reissuable.service.js';

const BulkCorrectionResult = resultOf('BulkCorrectionResult', BulkCorrectionType, [InvalidInput, NotAllowed]);

@Resolver(() => BulkCorrectionType)
export class BulkCorrectionResolver {
  constructor(
    private readonly corrections: BulkCorrectionsService,
    private readonly credentials: CredentialsService,
    private readonly people: PeopleService,
    private readonly candidates: ReissuableService,
  ) {}

  @Query(() => [ReissuableType], {
    description: `Credentials of an achievement, or of a person, that say something otherwise than it is today; at most five
      hundred. The words of a badge count where all that changed since is editorial.`,
  })
  @Allow('credential.govern')
  async reissuable(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID, nullable: true }) achievementId?: string | null,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string | null,
  ): Promise<Reissuable[]> {
    return viewer.mayEverywhere('credential.govern') ? this.candidates.of(viewer, { achievementId, personId }) : [];
  }

  @Query(() => BulkCorrectionType, { nullable: true, description: 'Many credentials that were signed again at once.' })
  @Allow('credential.govern')
  bulkCorrection(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BulkCorrection | null> {
    return this.corrections.find(viewer, id);
  }

  @Mutation(() => BulkCorrectionResult, {
    description: 'Begins to have these credentials signed again, each in its next edition that says it right.',
  })
  @Allow('credential.govern')
  beginBulkCorrection(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: BeginBulkCorrectionInput,
  ): Promise<BulkCorrection | InvalidInput | NotAllowed> {
    return this.corrections.begin(viewer, input);
  }

  @ResolveField(() => Int, { description: 'How many there are.' })
  total(@Parent() { credentialIds }: BulkCorrection): number {
    return credentialIds.length;
  }

  @ResolveField(() => [BulkCorrectionFailureType], {
    description: 'Those that could not be signed again, and why; they stay as they were.',
  })
  async failures(@CurrentViewer() viewer: Viewer, @Parent() it: BulkCorrection): Promise<BulkCorrectionFailureType[]> {
    const found = await Promise.all(it.failedIds.map((id) => this.credentials.find(viewer, id)));
    return found.flatMap((credential, at) => {
      const said = it.failures[at] ?? '';
      return credential ? [{ credential, said, reason: this.corrections.reasonOf(said) }] : [];
    });
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who began it.' })
  createdBy(@CurrentViewer() viewer: Viewer, @Parent() it: BulkCorrection): Promise<Person | null> {
    return this.people.byId(viewer, it.createdBy);
  }
}
