import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { LongAnswers } from './long-answers.js';
import { WhoCanSee } from './who-can-see.js';

/** Default deny for every resolver and controller. */
@Global()
@Module({
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }, LongAnswers, WhoCanSee],
  exports: [LongAnswers, WhoCanSee],
})
export class AccessModule {}
