import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Public } from '../access/allow.decorator.js';
import { migrations } from '../database/migrations.js';

@Controller()
export class HealthController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The process is alive. Asks nobody else. */
  @Get('healthz')
  @Public()
  alive(): { ok: true } {
    return { ok: true };
  }

  /** The product can answer: the database is there and its schema is the one this version knows. */
  @Get('readyz')
  @Public()
  async ready(): Promise<{ ok: true; migrations: number }> {
    try {
      const [row] = (await this.dataSource.query('SELECT count(*)::int AS n FROM migrations')) as { n: number }[];
      if (row?.n !== migrations.length)
        throw new Error(`the database has ${row?.n} migrations, this version knows ${migrations.length}`);
      return { ok: true, migrations: row.n };
    } catch (error) {
      throw new ServiceUnavailableException(
        `Not ready: ${error instanceof Error ? error.message : 'the database does not answer'}.`,
      );
    }
  }
}
