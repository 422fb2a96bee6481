import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceItemType } from './evidence-item.type.js';
import { WitnessAnswersService } from './witness-answers.service.js';
import type { WitnessStatement } from './witness-statement.entity.js';
import { type RequestState, stateOf } from './witness.rules.js';
import {
  AskWitnessInput,
  AttestedEvidenceInput,
  WitnessAnswerInput,
  WitnessRequestStateEnum,
  WitnessRequestType,
  WitnessStatementType,
} from './witness.type.js';
import { WitnessesService } from './witnesses.service.js';

const WitnessedEvidenceResult = resultOf('WitnessedEvidenceResult', EvidenceItemType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const WitnessStatementResult = resultOf('WitnessStatementResult', WitnessStatementType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const WitnessRequestResult = resultOf('WitnessRequestResult', WitnessRequestType, [InvalidInput, NotAllowed, NotFound]);
type Asked = EvidenceItem | InvalidInput | NotAllowed | NotFound;

@Resolver(() => WitnessStatementType)
export class WitnessesResolver {
  constructor(
    private readonly service: WitnessesService,
    private readonly answers: WitnessAnswersService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => [WitnessStatementType], { description: 'Questions to the viewer as a witness, those that wait first.' })
  @Allow('evidence.keep')
  askedOfMe(@CurrentViewer() viewer: Viewer): Promise<WitnessStatement[]> {
    return this.service.askedOf(viewer);
  }

  @Query(() => WitnessRequestType, {
    nullable: true,
    description: 'What the link of a mail opens, for whoever holds it. No account is needed.',
  })
  @Public()
  witnessRequest(@CurrentViewer() viewer: Viewer, @Args('token') token: string): Promise<WitnessRequestType | null> {
    return this.answers.opened(viewer, token);
  }

  @Mutation(() => WitnessedEvidenceResult, {
    description: 'Asks somebody by mail what they saw. Their answer becomes evidence that its owner cannot change.',
  })
  @Allow('evidence.keep')
  askWitness(@CurrentViewer() viewer: Viewer, @Args('input') input: AskWitnessInput): Promise<Asked> {
    return this.service.ask(viewer, input);
  }

  @Mutation(() => WitnessedEvidenceResult, {
    description: 'Names something that never leaves the workplace, and asks the colleague who saw it to confirm it.',
  })
  @Allow('evidence.keep')
  addAttestedEvidence(@CurrentViewer() viewer: Viewer, @Args('input') input: AttestedEvidenceInput): Promise<Asked> {
    return this.service.attest(viewer, input);
  }

  @Mutation(() => WitnessedEvidenceResult, { description: 'Takes a question back: its link opens nothing any more.' })
  @Allow('evidence.keep')
  takeBackWitnessRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('itemId', { type: () => ID }) itemId: string,
  ): Promise<Asked> {
    return this.service.takeBack(viewer, itemId);
  }

  @Mutation(() => WitnessedEvidenceResult, { description: 'Sends a question again, with a new link and a new end.' })
  @Allow('evidence.keep')
  askWitnessAgain(@CurrentViewer() viewer: Viewer, @Args('itemId', { type: () => ID }) itemId: string): Promise<Asked> {
    return this.service.askAgain(viewer, itemId);
  }

  @Mutation(() => WitnessStatementResult, { description: 'A colleague who was asked answers. It is written once.' })
  @Allow('evidence.keep')
  answerAsWitness(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: WitnessAnswerInput,
  ): Promise<WitnessStatement | InvalidInput | NotAllowed | NotFound> {
    return this.answers.answer(viewer, id, input);
  }

  @Mutation(() => WitnessRequestResult, {
    description: 'Whoever holds the link of a mail answers, without an account. It is written once.',
  })
  @Public()
  answerWitnessRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('token') token: string,
    @Args('input') input: WitnessAnswerInput,
  ): Promise<WitnessRequestType | InvalidInput | NotAllowed | NotFound> {
    return this.answers.answerByLink(viewer, token, input);
  }

  @ResolveField(() => WitnessRequestStateEnum, { description: 'Where it stands.' })
  state(@CurrentViewer() viewer: Viewer, @Parent() said: WitnessStatement): RequestState {
    return stateOf(said, viewer.now);
  }

  @ResolveField(() => Boolean, { description: 'The witness is a colleague.' })
  isColleague(@Parent() said: WitnessStatement): boolean {
    return said.witnessPersonId !== null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whose evidence it is about.' })
  owner(@CurrentViewer() viewer: Viewer, @Parent() said: WitnessStatement): Promise<Person | null> {
    return this.people.byId(viewer, said.ownerId);
  }
}

@Resolver(() => EvidenceItemType)
export class EvidenceStatementResolver {
  constructor(private readonly service: WitnessesService) {}

  @ResolveField(() => WitnessStatementType, {
    nullable: true,
    description: 'What a witness says of it, or is still asked. Only for witness statements and attested items.',
  })
  statement(@CurrentViewer() viewer: Viewer, @Parent() item: EvidenceItem): Promise<WitnessStatement | null> {
    return item.kind === 'WITNESS' || item.kind === 'ATTESTED'
      ? this.service.ofItem(viewer, item.id)
      : Promise.resolve(null);
  }
}
