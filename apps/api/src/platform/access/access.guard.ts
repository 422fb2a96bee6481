import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { noteAttempt } from '../audit/audit-attempts.js';
import { ALLOW, type Allowance, OPENS_LATER } from './allow.decorator.js';
import { Denied } from './denied.js';
import { accessOf } from './current-viewer.js';

/** Default deny: an operation that declares nothing is refused, whoever asks. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    noteAttempt(context);
    const allowance = this.reflector.get<Allowance | undefined>(ALLOW, context.getHandler());
    if (!allowance) throw new Denied('FORBIDDEN', 'This operation is not open to anybody.');
    if (allowance === 'public' && this.reflector.get<boolean | undefined>(OPENS_LATER, context.getHandler()))
      return true;
    const viewer = await accessOf(context).viewer();
    if (allowance === 'public') return true;
    if (viewer.kind === 'stranger') throw new Denied('UNAUTHENTICATED', 'Please sign in.');
    // Whoever left has no account any more, only what their claim lets them do.
    const may = allowance === 'signed-in' ? viewer.roles.has('EMPLOYEE') : viewer.may(allowance);
    if (!may) throw new Denied('FORBIDDEN', 'Your roles do not include this.');
    return true;
  }
}
