import type { Belief } from './account.rules.js';

/** A provider with all that signing in by it takes. Never leaves the server. */
export interface UsableProvider extends Belief {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  /** Changes whenever something about it changes. */
  edition: string;
}
