import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { IssuerKeysType } from './issuer-key.type.js';
import { IssuerKeysService } from './issuer-keys.service.js';

const RotateIssuerKeysResult = resultOf('RotateIssuerKeysResult', IssuerKeysType, [InvalidInput, NotAllowed]);

/** The keys that badges are signed with, as administrators see them. */
@Resolver()
export class IssuerKeysResolver {
  constructor(private readonly keys: IssuerKeysService) {}

  @Query(() => IssuerKeysType, { description: 'The keys that sign badges here, and those that did.' })
  @Allow('access.configure')
  issuerKeys(@CurrentViewer() viewer: Viewer): Promise<IssuerKeysType> {
    return this.keys.all(viewer);
  }

  @Mutation(() => RotateIssuerKeysResult, {
    description: 'Has new keys sign from now on. What the old ones signed stays good.',
  })
  @Allow('access.configure')
  rotateIssuerKeys(
    @CurrentViewer() viewer: Viewer,
    @Args('current', { description: 'The public key that signs now, as it was shown.' }) current: string,
    @Args('reason', { description: 'Why; kept in the audit log.' }) reason: string,
  ): Promise<IssuerKeysType | InvalidInput | NotAllowed> {
    return this.keys.rotate(viewer, current, reason);
  }
}
