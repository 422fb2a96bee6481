import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailDoor } from './mail-door.js';
import { Mail } from './mail.entity.js';
import { MailDeskService } from './mail-desk.service.js';
import { MailResolver } from './mail.resolver.js';
import { MailService } from './mail.service.js';
import { SendMailJob } from './send-mail.job.js';

/** Mail out of the product: written with the change, sent by a job, looked after by administrators. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Mail])],
  providers: [MailDeskService, MailDoor, MailResolver, MailService, SendMailJob],
  exports: [MailDoor, MailService],
})
export class MailModule {}
