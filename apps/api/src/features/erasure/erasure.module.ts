import { Module } from '@nestjs/common';
import { EraseJob } from './erase.job.js';
import { ErasureResolver } from './erasure.resolver.js';
import { ErasuresService } from './erasures.service.js';

/** Erasing a person: what names them goes everywhere at once; that something was withdrawn stays true. */
@Module({ providers: [EraseJob, ErasureResolver, ErasuresService] })
export class ErasureModule {}
