import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';

/** What strangers see of an endorsement beside a credential. */
export interface SharedEndorsement {
  readonly id: string;
  readonly endorserName: string;
  readonly capacity: string;
  readonly words: string;
  readonly answeredAt: Date;
  /** The signed document, byte for byte. */
  readonly document: string;
}

/** What stands beside the credential that a link opens. */
@Injectable()
export class SharedEndorsementsService {
  /** Signed, not withdrawn and shown by the holder; ten at most. After `showLink`. */
  shown(viewer: Viewer): Promise<SharedEndorsement[]> {
    return viewer.tx.query<SharedEndorsement>('SELECT * FROM app_shared_endorsements()');
  }
}
