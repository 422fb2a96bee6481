import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Award, AwardBasis, AwardState } from './award.entity.js';
import {
  AwardBasisEnum,
  AwardConnection,
  AwardStateEnum,
  AwardType,
  IssuanceCountsType,
  IssuancesRetriedType,
} from './award.type.js';
import { AlreadyIssued } from './credentials.refusals.js';
import { type IssuanceCounts, IssuanceConsoleService, type IssuancesRetried } from './issuance-console.service.js';

const AwardResult = resultOf('AwardResult', AwardType, [NotAllowed, NotFound, AlreadyIssued]);
const IssuancesRetriedResult = resultOf('IssuancesRetriedResult', IssuancesRetriedType, [InvalidInput]);

@ArgsType()
class IssuanceArgs {
  @Field(() => AwardStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: AwardState | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that were tried in vain and are not issued.' })
  failing?: boolean | null;

  @Field(() => AwardBasisEnum, { nullable: true, description: 'Only those that rest on this.' })
  basis?: AwardBasis | null;

  @Field(() => String, { nullable: true, description: 'Part of a name: of the person or the badge.' })
  search?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only those made at least so many hours ago.' })
  olderThanHours?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only those that this list gave.' })
  bulkIssueId?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 50 })
  first: number = 50;

  @Field(() => String, { nullable: true })
  after: string | null | undefined;
}

/** The job console: how issuing goes, and trying again. */
@Resolver()
export class IssuanceResolver {
  constructor(private readonly console: IssuanceConsoleService) {}

  @Query(() => AwardConnection, { description: 'Awards and how their issuance stands, for operators; newest first.' })
  @Allow('issuance.operate')
  issuances(@CurrentViewer() viewer: Viewer, @Args() args: IssuanceArgs): Promise<Page<Award>> {
    return this.console.page(viewer, args);
  }

  @Query(() => IssuanceCountsType, { description: 'How many awards stand where.' })
  @Allow('issuance.operate')
  issuanceCounts(@CurrentViewer() viewer: Viewer): Promise<IssuanceCounts> {
    return this.console.counts(viewer);
  }

  @Mutation(() => AwardResult, { description: 'Tries again to issue the credential of an award.' })
  @Allow('issuance.operate')
  retryIssuance(
    @CurrentViewer() viewer: Viewer,
    @Args('awardId', { type: () => ID }) awardId: string,
  ): Promise<Award | NotFound | NotAllowed | AlreadyIssued> {
    return this.console.retry(viewer, awardId);
  }

  @Mutation(() => IssuancesRetriedResult, {
    description: 'Tries again to issue the credentials of these awards, at most two hundred at once.',
  })
  @Allow('issuance.operate')
  retryIssuances(
    @CurrentViewer() viewer: Viewer,
    @Args('awardIds', { type: () => [ID] }) awardIds: string[],
  ): Promise<IssuancesRetried | InvalidInput> {
    return this.console.retryAll(viewer, awardIds);
  }
}
