import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { LeaversService } from './leavers.service.js';
import { LeaverType, LeavingSettingType, PersonalAddressType, ProvedAddressType } from './leaving.type.js';
import { PersonalAddressService } from './personal-address.service.js';

const PersonalAddressResult = resultOf('PersonalAddressResult', PersonalAddressType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const ProvedAddressResult = resultOf('ProvedAddressResult', ProvedAddressType, [NotFound]);
const LeaverResult = resultOf('LeaverResult', LeaverType, [InvalidInput, NotAllowed, NotFound]);
const LeavingSettingResult = resultOf('LeavingSettingResult', LeavingSettingType, [NotAllowed]);

@Resolver()
export class LeavingResolver {
  constructor(
    private readonly addresses: PersonalAddressService,
    private readonly leavers: LeaversService,
  ) {}

  @Query(() => PersonalAddressType, { description: 'Where the viewer is reached after leaving; nobody else reads it.' })
  @Allow('credential.hold')
  myPersonalAddress(@CurrentViewer() viewer: Viewer): Promise<PersonalAddressType> {
    return this.addresses.own(viewer);
  }

  @Mutation(() => PersonalAddressResult, {
    description:
      'Names an address of the viewer’s own. A link is mailed to it; until it is opened the former one counts.',
  })
  @Allow('credential.hold')
  askPersonalAddress(@CurrentViewer() viewer: Viewer, @Args('address') address: string) {
    return this.addresses.ask(viewer, address);
  }

  @Mutation(() => PersonalAddressResult, { description: 'Forgets the viewer’s own address, proved or not.' })
  @Allow('credential.hold')
  forgetPersonalAddress(@CurrentViewer() viewer: Viewer): Promise<PersonalAddressType> {
    return this.addresses.forget(viewer);
  }

  @Mutation(() => ProvedAddressResult, {
    description: 'Proves an address, by whoever holds the link that was mailed to it.',
  })
  @Public()
  provePersonalAddress(
    @CurrentViewer() viewer: Viewer,
    @Args('token') token: string,
  ): Promise<ProvedAddressType | NotFound> {
    return this.addresses.prove(viewer, token);
  }

  @Query(() => LeaverType, {
    nullable: true,
    description: 'How somebody who left gets at what they earned; null for whoever is with us.',
  })
  @Allow('people.manage')
  leaver(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<LeaverType | null> {
    return this.leavers.of(viewer, personId);
  }

  @Mutation(() => LeaverResult, {
    description: 'Sends somebody who left a new link to their badges. The one before opens nothing any more.',
  })
  @Allow('people.manage')
  sendClaimLink(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('address', {
      type: () => String,
      nullable: true,
      description: 'Where to, for whoever proved no address; refused for everybody else.',
    })
    address: string | null,
    @Args('reason', { type: () => String, nullable: true, description: 'How one knows that this address is theirs.' })
    reason: string | null,
  ) {
    return this.leavers.sendLink(viewer, personId, { address, reason });
  }

  @Query(() => LeavingSettingType, { description: 'What goes along with whoever leaves.' })
  @Allow('credential.hold')
  leavingSetting(@CurrentViewer() viewer: Viewer): Promise<LeavingSettingType> {
    return this.leavers.setting(viewer);
  }

  @Mutation(() => LeavingSettingResult, { description: 'Changes what goes along with whoever leaves.' })
  @Allow('access.configure')
  changeLeavingSetting(
    @CurrentViewer() viewer: Viewer,
    @Args('takesEvidence', { description: 'Whether the evidence behind their badges is in their bundle.' })
    takesEvidence: boolean,
  ): Promise<LeavingSettingType | NotAllowed> {
    return this.leavers.changeSetting(viewer, takesEvidence);
  }
}
