import { isRecipient, type JsonObject, recipientIdentities, type Check, finding } from '@assay/credential';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { record } from '../../platform/events/event.js';
import { ForeignVerifierService } from '../verification/foreign-verifier.service.js';
import { ExternalCredential, type RecipientState } from './external-credential.entity.js';
import { RecognisedCredentialFell } from './recognition.events.js';
import { isWorthless } from './recognition.lifecycle.js';

/** Checks a badge from elsewhere, and keeps what was found. */
@Injectable()
export class BadgeCheckService {
  constructor(private readonly verifier: ForeignVerifierService) {}

  async check(system: Viewer, id: string): Promise<void> {
    const it = await system.tx.manager
      .createQueryBuilder(ExternalCredential, 'it')
      .addSelect('it.content')
      .where('it.id = :id', { id })
      .getOne();
    if (!it) return;
    const result = await this.resultOf(system, it);
    const fell = it.outcome === 'RECOGNISED' && !isWorthless(it.verdict) && isWorthless(result.verdict);
    // Read again under lock: its holder may have taken it away while the issuer was asked.
    const lock = { mode: 'pessimistic_write' } as const;
    const now = await system.tx.manager.findOne(ExternalCredential, { where: { id }, lock });
    if (!now) return;
    const state = now.state === 'CHECKING' ? 'CHECKED' : now.state;
    await system.tx.query(
      `UPDATE external_credential SET verdict = $2, checks = $3, document = $4, recipient = $5, provider_id = $6, state = $7,
         checked_at = $8 WHERE id = $1`,
      [
        ...[id, result.verdict, JSON.stringify(result.checks), result.document && JSON.stringify(result.document)],
        ...[result.recipient, result.providerId, state, system.now],
      ],
    );
    if (fell) await record(system, new RecognisedCredentialFell(id, it.personId));
    await audit(system, { operation: 'recognition.check', target: id, detail: { verdict: result.verdict } });
  }

  private async resultOf(
    system: Viewer,
    it: ExternalCredential,
  ): Promise<Pick<ExternalCredential, 'verdict' | 'checks' | 'document' | 'recipient' | 'providerId'>> {
    // An address is asked again each time: what stands there today is what counts.
    const content = it.address === null ? it.content : await this.verifier.fetch(it.address);
    if (!content || typeof content === 'string') return unread(content ?? 'the file is gone', it);
    const { found, provider } = await this.verifier.verify(system, new Uint8Array(content));
    const { verdict, checks, document } = found;
    // A broken badge proves nothing, not even what it says of itself.
    const shown = verdict === 'broken' ? null : (document ?? null);
    const recipient = shown && (await this.recipientOf(system, it.personId, shown));
    return { verdict, checks: [...checks], document: shown, recipient, providerId: provider?.id ?? null };
  }

  private async recipientOf(system: Viewer, personId: string, document: JsonObject): Promise<RecipientState> {
    const addressed = recipientIdentities(document).filter(({ kind }) => kind === 'emailAddress' || kind === 'email');
    if (addressed.length === 0) return 'UNNAMED';
    // Their address here, and the one of their own that they proved.
    const own = await system.tx.query<{ address: string }>(
      `SELECT email AS address FROM person WHERE id = $1
       UNION SELECT address FROM personal_address WHERE person_id = $1 AND address IS NOT NULL`,
      [personId],
    );
    const answers = await Promise.all(
      addressed.flatMap((identity) => own.map(({ address }) => isRecipient(identity, address, sha256))),
    );
    if (answers.includes(true)) return 'MATCHED';
    return answers.includes(undefined) ? 'UNREADABLE' : 'OTHER';
  }
}

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => createHash('sha256').update(bytes).digest();

/** An address that does not answer says nothing about the badge that once stood there. */
function unread(
  because: string,
  { document, recipient, providerId, state }: ExternalCredential,
): Pick<ExternalCredential, 'verdict' | 'checks' | 'document' | 'recipient' | 'providerId'> {
  const checks: Check[] = [finding('file', 'not-checked', 'fileUnread', { because })];
  return state === 'CHECKING'
    ? { verdict: 'could-not-check', checks, document: null, recipient: null, providerId: null }
    : { verdict: 'could-not-check', checks, document, recipient, providerId };
}
