import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { WhoCanSee } from './who-can-see.js';

/** Default deny for every resolver and controller. */
@Global()
@Module({ providers: [{ provide: APP_GUARD, useClass: AccessGuard }, WhoCanSee], exports: [WhoCanSee] })
export class AccessModule {}
