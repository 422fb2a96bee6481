import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { StoredFileType } from '../../platform/storage/stored-file.type.js';
import type { StoredFile } from '../../platform/storage/stored-file.entity.js';
import type { Course } from '../courses/course.entity.js';
import { CourseType } from '../courses/course.type.js';
import { CoursesService } from '../courses/courses.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { ClaimProof, CompletionClaim, CompletionClaimState } from './completion-claim.entity.js';
import {
  ClaimCompletionInput,
  CompletionClaimConnection,
  CompletionClaimStateEnum,
  CompletionClaimType,
  CompletionProofType,
} from './completion-claim.type.js';
import { type ClaimAnswer, CompletionClaimsService } from './completion-claims.service.js';

const ClaimResult = resultOf('CompletionClaimResult', CompletionClaimType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => CompletionClaimType)
export class CompletionClaimsResolver {
  constructor(private readonly claims: CompletionClaimsService) {}

  @Query(() => CompletionClaimConnection, {
    description: 'Courses that the viewer says they finished, and what became of it; newest first.',
  })
  @Allow('evidence.keep')
  myCompletionClaims(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<CompletionClaim>> {
    return this.claims.mine(viewer, { first, after });
  }

  @Query(() => CompletionClaimConnection, {
    description: 'Courses that people say they finished. Those that wait come longest waiting first.',
  })
  @Allow('course.manage')
  completionClaims(
    @CurrentViewer() viewer: Viewer,
    @Args('state', {
      type: () => CompletionClaimStateEnum,
      nullable: true,
      defaultValue: 'OPEN',
      description: 'Only those that stand so; those that wait where it is left out.',
    })
    state: CompletionClaimState | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<CompletionClaim>> {
    return this.claims.all(viewer, { first, after, state: state ?? 'OPEN' });
  }

  @Mutation(() => ClaimResult, {
    description:
      'Says that the viewer finished a course, with a proof. Whoever keeps the courses accepts or refuses it.',
  })
  @Allow('evidence.keep')
  claimCompletion(@CurrentViewer() viewer: Viewer, @Args('input') input: ClaimCompletionInput): ClaimAnswer {
    return this.claims.claim(viewer, input);
  }

  @Mutation(() => ClaimResult, { description: 'Takes back what the viewer said of a course, before it is decided.' })
  @Allow('evidence.keep')
  withdrawCompletionClaim(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): ClaimAnswer {
    return this.claims.withdraw(viewer, id);
  }

  @Mutation(() => ClaimResult, {
    description: 'Records the completion; what the course leads to follows. It verifies no level.',
  })
  @Allow('course.manage')
  acceptCompletionClaim(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): ClaimAnswer {
    return this.claims.accept(viewer, id);
  }

  @Mutation(() => ClaimResult, { description: 'Says that it is not recorded, with a reason that the person reads.' })
  @Allow('course.manage')
  refuseCompletionClaim(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ): ClaimAnswer {
    return this.claims.refuse(viewer, id, reason);
  }
}

@Resolver(() => CompletionClaimType)
export class CompletionClaimFieldsResolver {
  constructor(
    private readonly courses: CoursesService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => CourseType, { description: 'The course.' })
  course(@CurrentViewer() viewer: Viewer, @Parent() claim: CompletionClaim): Promise<Course | null> {
    return this.courses.byId(viewer, claim.courseId);
  }

  @ResolveField(() => PersonType, { description: 'Who says so.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() claim: CompletionClaim): Promise<Person | null> {
    return this.people.byId(viewer, claim.personId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided.' })
  async decidedBy(@CurrentViewer() viewer: Viewer, @Parent() claim: CompletionClaim): Promise<Person | null> {
    return claim.decidedBy ? this.people.byId(viewer, claim.decidedBy) : null;
  }

  @ResolveField(() => CompletionProofType, { description: 'What shows it.' })
  proof(@Parent() claim: CompletionClaim): ClaimProof & { claim: CompletionClaim } {
    return { ...claim.proof, claim };
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() claim: CompletionClaim): string[] {
    return viewerCan(viewer, claim);
  }
}

@Resolver(() => CompletionProofType)
export class CompletionProofResolver {
  constructor(private readonly claims: CompletionClaimsService) {}

  @ResolveField(() => StoredFileType, {
    nullable: true,
    description: 'The file, for its owner; for those who decide as long as it waits.',
  })
  file(@CurrentViewer() viewer: Viewer, @Parent() { claim }: { claim: CompletionClaim }): Promise<StoredFile | null> {
    return this.claims.fileOf(viewer, claim);
  }
}

@Resolver(() => CourseType)
export class CourseClaimResolver {
  constructor(private readonly claims: CompletionClaimsService) {}

  @ResolveField(() => CompletionClaimType, {
    nullable: true,
    description: 'That the viewer says they finished it, the last time.',
  })
  myClaim(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<CompletionClaim | null> {
    return this.claims.newestOf(viewer, course.id);
  }
}
