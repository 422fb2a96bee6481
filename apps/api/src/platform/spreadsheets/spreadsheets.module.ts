import { Global, Module } from '@nestjs/common';
import { WorkbooksService } from './workbooks.service.js';

/** Spreadsheets as tables. */
@Global()
@Module({ providers: [WorkbooksService], exports: [WorkbooksService] })
export class SpreadsheetsModule {}
