import { Injectable } from '@nestjs/common';
import { type Fetched, type FetchOptions, guardedFetch } from './guarded-fetch.js';

/**
 * Fetches what strangers name: an issuer's keys, a status list, a badge's address. Public addresses over https only,
 * pinned, with limits of size and time; throws `NotFetched` with a reason and a sentence.
 */
@Injectable()
export class Egress {
  get(address: string, options: FetchOptions = {}): Promise<Fetched> {
    return guardedFetch(address, options);
  }
}
