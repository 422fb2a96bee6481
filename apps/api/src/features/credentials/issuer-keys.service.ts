import { didDocumentUrl } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { openJob } from '../../platform/jobs/open-job.js';
import type { IssuerKeysType, IssuerKeyType, KeyPurpose } from './issuer-key.type.js';
import { IssuerService } from './issuer.service.js';
import { ROTATE_KEYS } from './rotate-keys.job.js';

const ALGORITHMS: Record<KeyPurpose, string> = { PROOF: 'Ed25519 (eddsa-rdfc-2022)', TOKEN: 'P-256 (ES256)' };
const MOST_REASON = 500;

/** The issuer's keys, for administrators: which sign, which did, and having others follow them. */
@Injectable()
export class IssuerKeysService {
  constructor(private readonly issuer: IssuerService) {}

  async all(viewer: Viewer): Promise<IssuerKeysType> {
    const { did } = this.issuer;
    const keys = await viewer.tx.query<Omit<IssuerKeyType, 'algorithm'>>(
      `SELECT it.multikey AS "publicKey", purpose, created_at AS since, retired_at AS until, revoked_at AS "compromisedAt",
         CASE purpose WHEN 'PROOF' THEN coalesce(badges, 0) END AS badges,
         CASE purpose WHEN 'PROOF' THEN coalesce(endorsements, 0) END AS endorsements
       FROM issuer_key it LEFT JOIN app_signed_by_key() signed ON signed.key = it.multikey
       WHERE did = $1 ORDER BY created_at DESC, purpose, it.multikey`,
      [did],
    );
    const [lists] = await viewer.tx.query<{ n: number }>('SELECT count(*)::int AS n FROM status_list');
    const asked = await openJob(viewer.tx, ROTATE_KEYS);
    const isOpen = asked && keys.some((key) => isCurrent(key) && key.publicKey === asked.payload.current);
    return {
      did,
      documentUrl: didDocumentUrl(did) ?? '',
      keys: keys.map((key) => ({ ...key, algorithm: ALGORITHMS[key.purpose] })),
      statusLists: lists?.n ?? 0,
      rotation: isOpen ? { askedAt: asked.askedAt, gaveUp: asked.gaveUp } : null,
    };
  }

  /** Asks the worker for new keys. `current` is the key that whoever asks has seen: two clicks make one change. */
  async rotate(viewer: Viewer, current: string, why: string): Promise<IssuerKeysType | InvalidInput | NotAllowed> {
    const reason = why.trim();
    if (reason === '' || reason.length > MOST_REASON)
      return InvalidInput.of('reason', `Say why, in at most ${MOST_REASON} characters. It is kept in the audit log.`);
    await viewer.tx.aloneIn('issuer keys');
    const { keys, rotation } = await this.all(viewer);
    if (!keys.some((key) => isCurrent(key) && key.publicKey === current))
      return new NotAllowed('The keys were changed meanwhile. Look at the list again.');
    if (rotation && !rotation.gaveUp) return new NotAllowed('New keys were asked for already and are being made.');
    const id = `rotate-keys-${viewer.now.getTime()}`;
    await enqueue(viewer.tx, { name: ROTATE_KEYS, id, payload: { current, reason, askedBy: viewer.personId } });
    return this.all(viewer);
  }
}

function isCurrent({ until, compromisedAt }: Pick<IssuerKeyType, 'until' | 'compromisedAt'>): boolean {
  return until === null && compromisedAt === null;
}
