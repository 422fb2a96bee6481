import { Body, Controller, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../../platform/access/allow.decorator.js';
import { SignInDesk } from '../sign-in/sign-in-desk.service.js';
import { ClaimsService, type ClaimView } from './claims.service.js';

const body = z.object({ token: z.string().max(100) });

/** Behind the link that somebody who left was mailed. Looking uses nothing up: mail programs open links before people do. */
@Controller('auth/claim')
export class ClaimController {
  constructor(
    private readonly claims: ClaimsService,
    private readonly desk: SignInDesk,
  ) {}

  @Post('look')
  @HttpCode(200)
  @Public()
  async look(@Body() input: unknown, @Req() request: FastifyRequest): Promise<ClaimView> {
    const { data } = body.safeParse(input);
    const view = data ? await this.desk.work(request, (system) => this.claims.look(system, data.token)) : null;
    if (!view) throw noSuchLink();
    return view;
  }

  @Post()
  @HttpCode(200)
  @Public()
  async redeem(@Body() input: unknown, @Req() request: FastifyRequest): Promise<{ personId: string }> {
    const { data } = body.safeParse(input);
    const entered = data
      ? await this.desk.work(request, async (system) => {
          const personId = await this.claims.redeem(system, data.token);
          return personId && this.desk.admit(system, request, personId, { method: 'CLAIM_LINK' });
        })
      : null;
    if (!entered) throw noSuchLink();
    await this.desk.seat(request, entered);
    return { personId: entered.personId };
  }

  /** The answer is the same whatever became of it. */
  @Post('again')
  @HttpCode(200)
  @Public()
  async again(@Body() input: unknown, @Req() request: FastifyRequest): Promise<{ asked: true }> {
    const { data } = body.safeParse(input);
    if (data) await this.desk.work(request, (system) => this.claims.again(system, data.token));
    return { asked: true };
  }
}

function noSuchLink(): NotFoundException {
  return new NotFoundException('This link was used, has run out, or never was one.');
}
