import { Body, Controller, Get, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../../platform/access/allow.decorator.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { Config } from '../../platform/config/config.js';
import { Transaction } from '../../platform/database/transaction.js';
import { type DemoPerson, OrganisationService } from './organisation.service.js';

const body = z.object({ personId: z.uuid() });

/** Being anybody with one click. Only where the installation is a demonstration; otherwise these addresses do not exist. */
@Controller('auth')
export class DemoSignInController {
  constructor(
    private readonly config: Config,
    private readonly people: ViewerSource,
    private readonly organisations: OrganisationService,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Whom a visitor of the demonstration may be. */
  @Get('demo/people')
  @Public()
  async whom(): Promise<DemoPerson[]> {
    this.onlyInDemo();
    return this.beforeAnybodyIsKnown((system) => this.organisations.demoPeople(system));
  }

  @Post('demo/sign-in')
  @HttpCode(200)
  @Public()
  async signIn(@Body() input: unknown, @Req() request: FastifyRequest): Promise<{ personId: string }> {
    this.onlyInDemo();
    const { data } = body.safeParse(input);
    const known = data ? await this.beforeAnybodyIsKnown((system) => this.people.know(system.tx, data.personId)) : null;
    if (!known) throw new NotFoundException('There is nobody of that id.');
    // A new session id with every sign-in: a session planted before is worth nothing.
    await request.session.regenerate();
    request.session.personId = known.personId;
    return { personId: known.personId };
  }

  @Post('sign-out')
  @HttpCode(204)
  @Public()
  async signOut(@Req() request: FastifyRequest): Promise<void> {
    await request.session.destroy();
  }

  /** A stranger sees nobody, so that the product itself looks. */
  private async beforeAnybodyIsKnown<T>(look: (system: Viewer) => Promise<T>): Promise<T> {
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      return await look(Viewer.system(tx));
    } finally {
      await tx.rollback();
    }
  }

  private onlyInDemo(): void {
    if (!this.config.demo) throw new NotFoundException();
  }
}
