import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { viewerCan } from '../access/policy.js';
import { Allow } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import type { Page } from '../graphql/connection.js';
import type { InvalidInput, NotAllowed, NotFound } from '../graphql/refusal.js';
import { MailDeskService } from './mail-desk.service.js';
import { Mail, type MailState } from './mail.entity.js';
import { MailConnection, MailDelivery, MailResult, MailStateEnum, MailType } from './mail.type.js';

@Resolver(() => MailType)
export class MailResolver {
  constructor(private readonly desk: MailDeskService) {}

  @Query(() => MailDelivery, { description: 'Whether mail leaves, and what waits.' })
  @Allow('access.configure')
  mailDelivery(@CurrentViewer() viewer: Viewer): Promise<MailDelivery> {
    return this.desk.delivery(viewer);
  }

  @Query(() => MailConnection, { description: 'The mails of the product, newest first.' })
  @Allow('access.configure')
  mails(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 30 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('state', { type: () => MailStateEnum, nullable: true, description: 'Only those so far.' })
    state: MailState | null,
  ): Promise<Page<Mail>> {
    return this.desk.page(viewer, { first, after, state });
  }

  @Mutation(() => MailResult, { description: 'Sends a mail to the viewer, to see whether mail leaves.' })
  @Allow('access.configure')
  sendTestMail(@CurrentViewer() viewer: Viewer): Promise<Mail | InvalidInput | NotAllowed> {
    return this.desk.test(viewer);
  }

  @Mutation(() => MailResult, { description: 'Tries a mail again that failed.' })
  @Allow('access.configure')
  sendMailAgain(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Which one.' }) id: string,
  ): Promise<Mail | NotFound> {
    return this.desk.again(viewer, id);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it: again.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() mail: Mail): string[] {
    return viewerCan(viewer, mail);
  }
}
