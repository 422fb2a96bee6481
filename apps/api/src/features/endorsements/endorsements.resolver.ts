import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can, viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { EndorsementAnswersService } from './endorsement-answers.service.js';
import type { Endorsement } from './endorsement.entity.js';
import { AskEndorsementInput, EndorsementAnswerInput } from './endorsement.inputs.js';
import { EndorsementRequestType, EndorsementType } from './endorsement.type.js';
import { EndorsementsService } from './endorsements.service.js';

const REFUSALS = [InvalidInput, NotAllowed, NotFound];
const EndorsementResult = resultOf('EndorsementResult', EndorsementType, REFUSALS);
const EndorsementRequestResult = resultOf('EndorsementRequestResult', EndorsementRequestType, REFUSALS);

@Resolver()
export class EndorsementsResolver {
  constructor(
    private readonly endorsements: EndorsementsService,
    private readonly answers: EndorsementAnswersService,
  ) {}

  @Query(() => [EndorsementType], {
    description: 'Endorsements that the viewer was asked for, newest first; fifty at most.',
  })
  @Allow('signed-in')
  endorsementsAskedOfMe(@CurrentViewer() viewer: Viewer): Promise<Endorsement[]> {
    return this.endorsements.askedOf(viewer);
  }

  @Query(() => EndorsementRequestType, { nullable: true, description: 'What the link of a mail opens.' })
  @Public()
  endorsementRequest(@CurrentViewer() viewer: Viewer, @Args('token') token: string) {
    return this.answers.opened(viewer, token);
  }

  @Mutation(() => EndorsementResult, {
    description: 'Asks somebody to say something for a credential: a colleague, or by mail anybody.',
  })
  @Allow('signed-in')
  askEndorsement(@CurrentViewer() viewer: Viewer, @Args('input') input: AskEndorsementInput) {
    return this.endorsements.ask(viewer, input);
  }

  @Mutation(() => EndorsementResult, { description: 'Takes a question back that was not answered.' })
  @Allow('signed-in')
  takeBackEndorsement(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.endorsements.takeBack(viewer, id);
  }

  @Mutation(() => EndorsementResult, {
    description: 'Shows strangers what was said beside the credential, or keeps it from them.',
  })
  @Allow('credential.hold')
  showEndorsement(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('shown', { description: 'Whether strangers see it.' }) shown: boolean,
  ) {
    return this.endorsements.show(viewer, id, shown);
  }

  @Mutation(() => EndorsementResult, { description: 'Answers a colleague who asks for an endorsement.' })
  @Allow('signed-in')
  giveEndorsement(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: EndorsementAnswerInput,
  ) {
    return this.answers.answer(viewer, id, input);
  }

  @Mutation(() => EndorsementRequestResult, { description: 'Answers by the link of a mail, once.' })
  @Public()
  answerEndorsementRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('token') token: string,
    @Args('input') input: EndorsementAnswerInput,
  ) {
    return this.answers.answerByLink(viewer, token, input);
  }

  @Mutation(() => EndorsementRequestResult, { description: 'Withdraws by the link of a mail what was given by it.' })
  @Public()
  withdrawEndorsementByLink(@CurrentViewer() viewer: Viewer, @Args('token') token: string) {
    return this.answers.withdrawByLink(viewer, token);
  }

  @Mutation(() => EndorsementResult, {
    description: 'Withdraws an endorsement: by whoever gave it, or with a reason by those who keep credentials.',
  })
  @Allow('signed-in')
  withdrawEndorsement(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { description: 'Why, as its holder reads it.' }) reason: string,
  ) {
    return this.answers.withdraw(viewer, id, reason);
  }
}

@Resolver(() => EndorsementType)
export class EndorsementFieldsResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Whose credential it is.' })
  holder(@CurrentViewer() viewer: Viewer, @Parent() it: Endorsement): Promise<Person | null> {
    return this.people.byId(viewer, it.holderId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who was asked; null for somebody from outside.' })
  async endorser(@CurrentViewer() viewer: Viewer, @Parent() it: Endorsement): Promise<Person | null> {
    return it.endorserId ? this.people.byId(viewer, it.endorserId) : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Where the question was sent; for its holder and those who keep credentials.',
  })
  endorserEmail(@CurrentViewer() viewer: Viewer, @Parent() it: Endorsement): string | null {
    const gave = it.endorserId !== null && viewer.isSelf(it.endorserId);
    return gave ? null : it.endorserEmail;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: Endorsement): Promise<string[]> {
    await viewer.learn([it.holderId]);
    return viewerCan(viewer, it);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What was earned, by name; null where the viewer may not see it.',
  })
  async achievementName(@CurrentViewer() viewer: Viewer, @Parent() it: Endorsement): Promise<string | null> {
    const [row] = await viewer.tx.query<{ name: string | null }>('SELECT app_endorsed_name($1) AS name', [it.id]);
    return row?.name ?? null;
  }
}

@Resolver(() => CredentialType)
export class CredentialEndorsementsResolver {
  constructor(private readonly service: EndorsementsService) {}

  @ResolveField(() => [EndorsementType], {
    description: 'What others say for it, newest first; for its holder and those who keep credentials; fifty at most.',
  })
  endorsements(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<Endorsement[]> {
    return this.service.of(viewer, credential);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may ask somebody to endorse it.' })
  async canAskEndorsement(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<boolean> {
    await viewer.learn([credential.personId]);
    return can(viewer, 'askEndorsement', credential);
  }
}
