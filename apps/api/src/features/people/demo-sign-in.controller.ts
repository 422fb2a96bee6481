import { Body, Controller, Get, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { Config } from '../../platform/config/config.js';
import { type DemoPerson, OrganisationService } from './organisation.service.js';

const body = z.object({ personId: z.uuid() });

/** Being anybody with one click. Only where the installation is a demonstration; otherwise these addresses do not exist. */
@Controller('auth')
export class DemoSignInController {
  constructor(
    private readonly config: Config,
    private readonly people: ViewerSource,
    private readonly organisations: OrganisationService,
  ) {}

  /** Whom a visitor of the demonstration may be. */
  @Get('demo/people')
  @Public()
  async whom(@CurrentViewer() viewer: Viewer): Promise<DemoPerson[]> {
    this.onlyInDemo();
    return this.organisations.demoPeople(viewer);
  }

  @Post('demo/sign-in')
  @HttpCode(200)
  @Public()
  async signIn(
    @CurrentViewer() viewer: Viewer,
    @Body() input: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ personId: string }> {
    this.onlyInDemo();
    const { data } = body.safeParse(input);
    const known = data ? await this.people.know(viewer.tx, data.personId) : null;
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

  private onlyInDemo(): void {
    if (!this.config.demo) throw new NotFoundException();
  }
}
