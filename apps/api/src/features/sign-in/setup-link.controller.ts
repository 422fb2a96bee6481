import { Body, Controller, HttpCode, NotFoundException, Post, Req, UnprocessableEntityException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../../platform/access/allow.decorator.js';
import { type SetupView, SetupLinkService } from './setup-link.service.js';
import { SignInDesk } from './sign-in-desk.service.js';

// What no database could keep has no place in a name either.
const text = z
  .string()
  .max(1_000)
  .refine((given) => !given.includes('\u0000'));
const looked = z.object({ token: text });
const answered = looked.extend({
  displayName: text.default(''),
  email: text.default(''),
  organisationName: text.default(''),
});

/** Behind the one-time link that a start of the product printed. */
@Controller('auth/setup')
export class SetupLinkController {
  constructor(
    private readonly links: SetupLinkService,
    private readonly desk: SignInDesk,
  ) {}

  @Post('look')
  @HttpCode(200)
  @Public()
  async look(@Body() body: unknown, @Req() request: FastifyRequest): Promise<SetupView> {
    const { data } = looked.safeParse(body);
    const view = data ? await this.desk.work(request, (system) => this.links.look(system, data.token)) : null;
    if (!view) throw noSuchLink();
    return view;
  }

  @Post()
  @HttpCode(200)
  @Public()
  async redeem(@Body() body: unknown, @Req() request: FastifyRequest): Promise<{ personId: string }> {
    const { data } = answered.safeParse(body);
    if (!data) throw noSuchLink();
    const outcome = await this.desk.work(request, async (system) => {
      const redeemed = await this.links.redeem(system, data.token, data);
      return typeof redeemed === 'string'
        ? this.desk.admit(system, request, redeemed, { method: 'SETUP_LINK' })
        : redeemed;
    });
    if (Array.isArray(outcome)) throw new UnprocessableEntityException({ problems: outcome });
    if (!outcome) throw noSuchLink();
    await this.desk.seat(request, outcome);
    return { personId: outcome.personId };
  }
}

function noSuchLink(): NotFoundException {
  return new NotFoundException('This link was used, has run out, or never was one.');
}
