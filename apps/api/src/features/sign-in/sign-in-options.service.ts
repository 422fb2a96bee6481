import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import type { SignInOptions } from './sign-in-session.type.js';

/** What the page before sign-in offers. */
@Injectable()
export class SignInOptionsService {
  constructor(
    private readonly config: Config,
    private readonly providers: IdentityProvidersService,
  ) {}

  async of(viewer: Viewer): Promise<SignInOptions> {
    const offered = await this.providers.offered(viewer);
    const [first] = await viewer.tx.query<{ came: Date | null }>(
      'SELECT administrator_came_at AS came FROM first_sign_in',
    );
    return {
      demo: this.config.demo,
      setupNeeded: !this.config.demo && !first?.came,
      providers: offered.map(({ id, name }) => ({ id, name, startPath: `/auth/openid/start/${id}` })),
    };
  }
}
