import { Global, Module } from '@nestjs/common';
import { TableKinds } from './table-kinds.js';

/** What tables that come in look like, told by each import. */
@Global()
@Module({ providers: [TableKinds], exports: [TableKinds] })
export class TablesModule {}
