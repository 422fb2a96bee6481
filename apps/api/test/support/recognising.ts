import { newId } from '../../src/platform/database/id.js';
import type { TestApi } from './api.js';

export interface Recognised {
  id: string;
  personId: string;
  skillId: string;
  ordinal: number;
  from: Date;
  /** The last day on which it counts. */
  lastDay: string | null;
  /** Since when its issuer has withdrawn it. */
  cut: Date | null;
}

/** A badge from elsewhere as the product leaves it once it was decided about. */
export async function addRecognised(api: TestApi, it: Omit<Recognised, 'id' | 'cut'>, by: string): Promise<Recognised> {
  const id = newId();
  const document = {
    credentialSubject: { achievement: { name: 'Valve maintenance' } },
    issuer: { name: 'Guild of Fitters' },
  };
  await api.sql(
    `INSERT INTO external_credential (id, person_id, state, source, digest, brought_at, checked_at, verdict, document, recipient, sent_at,
       outcome, reason, recognised, recognised_until, decided_by, decided_at)
     VALUES ($1, $2, 'DECIDED', 'FILE', gen_random_uuid()::text, $3, $3, 'genuine-and-current', $4, 'MATCHED', $3, 'RECOGNISED', 'Known', $5, $6, $7, $3)`,
    [
      ...[id, it.personId, it.from, JSON.stringify(document)],
      ...[JSON.stringify([{ skillId: it.skillId, ordinal: it.ordinal }]), it.lastDay, by],
    ],
  );
  return { ...it, id, cut: null };
}
