import { HttpException } from '@nestjs/common';

/** The door stayed shut. GraphQL shows it as an error with this code, HTTP as 401 or 403. */
export class Denied extends HttpException {
  readonly extensions: { code: 'UNAUTHENTICATED' | 'FORBIDDEN' };

  constructor(code: 'UNAUTHENTICATED' | 'FORBIDDEN', message: string) {
    super(message, code === 'UNAUTHENTICATED' ? 401 : 403);
    this.extensions = { code };
  }
}
