import { Global, Module } from '@nestjs/common';
import { Egress } from './egress.service.js';

/** The one way out to addresses that strangers name. */
@Global()
@Module({ providers: [Egress], exports: [Egress] })
export class EgressModule {}
