import { Body, Controller, Get, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../../platform/access/allow.decorator.js';
import { Config } from '../../platform/config/config.js';
import { type DemoPerson, OrganisationService } from '../people/organisation.service.js';
import { SignInDesk } from './sign-in-desk.service.js';

const body = z.object({ personId: z.uuid() });

/** Being anybody with one click. Only where the installation is a demonstration; otherwise these addresses do not exist. */
@Controller('auth/demo')
export class DemoSignInController {
  constructor(
    private readonly config: Config,
    private readonly organisations: OrganisationService,
    private readonly desk: SignInDesk,
  ) {}

  /** Whom a visitor of the demonstration may be. */
  @Get('people')
  @Public()
  async whom(@Req() request: FastifyRequest): Promise<DemoPerson[]> {
    this.onlyInDemo();
    return this.desk.work(request, (system) => this.organisations.demoPeople(system));
  }

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  async signIn(@Body() input: unknown, @Req() request: FastifyRequest): Promise<{ personId: string }> {
    this.onlyInDemo();
    const { data } = body.safeParse(input);
    const entered = data
      ? await this.desk.work(request, (system) => this.desk.admit(system, request, data.personId, { method: 'DEMO' }))
      : null;
    if (!entered) throw new NotFoundException('There is nobody of that id.');
    await this.desk.seat(request, entered);
    return { personId: entered.personId };
  }

  private onlyInDemo(): void {
    if (!this.config.demo) throw new NotFoundException();
  }
}
