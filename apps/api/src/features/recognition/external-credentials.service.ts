import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { IssuerService } from '../credentials/issuer.service.js';
import type { EvidenceItem } from '../submissions/evidence-item.entity.js';
import { EvidenceService } from '../submissions/evidence.service.js';
import { MOST_BADGE_BYTES } from '../verification/foreign-verifier.service.js';
import { ExternalCredential } from './external-credential.entity.js';
import { RemovedExternalCredential } from './external-credential.type.js';
import { MappedSkillsService } from './mapped-skills.service.js';
import { ExternalCredentialSent } from './recognition.events.js';
import type { BringCredentialInput, SendExternalCredentialInput } from './recognition.inputs.js';
import { COUNTING_VERDICTS } from './recognition.lifecycle.js';
import './recognition.policy.js';
import { evidenceWords, wordsOf } from './recognition.rules.js';

const MOST_KEPT = 100;
const MOST_CHARACTERS = 1_000;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Badges that people earned elsewhere: brought, checked, and sent to be looked at. */
@Injectable()
export class ExternalCredentialsService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly evidence: EvidenceService,
    private readonly mapped: MappedSkillsService,
    private readonly issuer: IssuerService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(ExternalCredential, 'ExternalCredential', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<ExternalCredential | null> {
    return viewer.load('external-credential', id, async (ids) => {
      const found = await viewer.tx.manager.findBy(ExternalCredential, { id: In([...ids]) });
      return new Map(found.map((each) => [each.id, each]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<ExternalCredential | null> {
    const found = isId(id) ? await this.byId(viewer, id) : null;
    if (!found) return null;
    await viewer.learn([found.personId]);
    return can(viewer, 'see', found) ? found : null;
  }

  /** The viewer's own, newest first. */
  mine(viewer: Viewer): Promise<ExternalCredential[]> {
    return viewer.tx.manager.find(ExternalCredential, {
      where: { personId: viewer.personId ?? '' },
      order: { broughtAt: 'DESC', id: 'DESC' },
      take: MOST_KEPT,
    });
  }

  async bring(viewer: Viewer, input: BringCredentialInput): Promise<ExternalCredential | InvalidInput> {
    const address = input.address?.trim() ?? '';
    if (Boolean(input.file) === Boolean(address))
      return InvalidInput.of('file', 'Choose a file, or write the address of the badge.');
    const content = input.file ? bytesOf(input.file) : null;
    if (content instanceof InvalidInput) return content;
    if (address && !(address.length <= 2_000 && URL.canParse(address) && address.startsWith('https://')))
      return InvalidInput.of('address', 'The address of a badge begins with https://.');
    await viewer.tx.aloneIn(`badges of ${viewer.personId}`);
    const mine = await this.mine(viewer);
    const digest = createHash('sha256')
      .update(content ?? `address ${address}`)
      .digest('hex');
    const before = mine.find((each) => each.digest === digest);
    if (before) return InvalidInput.of(content ? 'file' : 'address', 'You have brought this badge already.');
    if (mine.length >= MOST_KEPT)
      return InvalidInput.of(
        'file',
        `At most ${MOST_KEPT} badges can be kept here. Remove one that you no longer need.`,
      );
    const it = viewer.tx.manager.create(ExternalCredential, {
      ...NOTHING_SAID,
      ...{ id: newId(), personId: viewer.personId ?? '', state: 'CHECKING', broughtAt: viewer.now, digest, content },
      ...{ source: content ? 'FILE' : 'ADDRESS', address: address || null, fileName: fileName(input.fileName ?? '') },
    });
    await viewer.tx.manager.insert(ExternalCredential, it);
    await this.check(viewer, it.id, 'first');
    return it;
  }

  async checkAgain(viewer: Viewer, id: string): Promise<ExternalCredential | NotAllowed | NotFound> {
    const it = await this.find(viewer, id);
    if (!it) return new NotFound('This badge');
    if (!can(viewer, 'checkAgain', it)) return new NotAllowed('This badge is not yours to check again.');
    await this.check(viewer, id, viewer.now.toISOString().slice(0, 16));
    return it;
  }

  async send(
    viewer: Viewer,
    { id, skills, declaration }: SendExternalCredentialInput,
  ): Promise<ExternalCredential | InvalidInput | NotAllowed | NotFound> {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This badge');
    if (!can(viewer, 'send', it)) return new NotAllowed(whyNotSent(it));
    if (it.document && wordsOf(it.document).issuerId === this.issuer.did)
      return new NotAllowed('It was issued here: what it shows counts already for whoever holds it.');
    const words = declaration?.trim() ?? '';
    if (words.length > MOST_CHARACTERS) return InvalidInput.of('declaration', 'At most 1,000 characters.');
    if (it.recipient !== 'MATCHED' && words === '')
      return InvalidInput.of('declaration', 'The badge does not say that it is yours. Say why it is.');
    const mapped = await this.mapped.tidy(viewer, skills);
    if (mapped instanceof InvalidInput) return mapped;
    const saved = { state: 'SENT', declaration: words, skills: mapped, sentAt: viewer.now } as const;
    await viewer.tx.manager.update(ExternalCredential, { id }, saved);
    await record(viewer, new ExternalCredentialSent(id, it.personId));
    viewer.forget('external-credential', id);
    return Object.assign(it, saved);
  }

  async takeBack(viewer: Viewer, id: string): Promise<ExternalCredential | NotAllowed | NotFound> {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This badge');
    if (!can(viewer, 'takeBack', it)) return new NotAllowed('It was decided about, or not sent.');
    const saved = { state: 'CHECKED', sentAt: null } as const;
    await viewer.tx.manager.update(ExternalCredential, { id }, saved);
    viewer.forget('external-credential', id);
    return Object.assign(it, saved);
  }

  async remove(viewer: Viewer, id: string): Promise<RemovedExternalCredential | NotAllowed | NotFound> {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This badge');
    if (!can(viewer, 'remove', it)) return new NotAllowed('What was sent or decided stays. Take it back first.');
    const [kept] = await viewer.tx.query('SELECT 1 FROM evidence_item WHERE external_credential_id = $1', [id]);
    if (kept) return new NotAllowed('It is in your evidence library. Remove it there first.');
    await viewer.tx.manager.delete(ExternalCredential, { id });
    viewer.forget('external-credential', id);
    return new RemovedExternalCredential(id);
  }

  /** What the badge says becomes a piece of evidence in its holder's library; the same badge is there once. */
  async keepAsEvidence(viewer: Viewer, id: string): Promise<EvidenceItem | NotAllowed | NotFound> {
    const it = await this.locked(viewer, id);
    if (!it) return new NotFound('This badge');
    if (!can(viewer, 'keepAsEvidence', it) || !it.document)
      return new NotAllowed('Nothing in this badge can be trusted, so it is no evidence.');
    const words = wordsOf(it.document);
    return this.evidence.attest(viewer, {
      ...{ id: it.id, personId: it.personId, externalCredentialId: it.id, title: words.name || 'Badge' },
      ...{ madeOn: words.issuedOn?.slice(0, 10) ?? null, skillIds: it.skills.map(({ skillId }) => skillId) },
      text: evidenceWords(
        words,
        VERDICT_WORDS[it.verdict ?? 'broken'],
        (it.checkedAt ?? viewer.now).toISOString().slice(0, 10),
      ),
    });
  }

  /** Recognised, and neither ended nor fallen: those whose levels count as verified today. */
  async counting(viewer: Viewer, personId: string): Promise<ExternalCredential[]> {
    const found = await viewer.load('recognised', personId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(ExternalCredential, 'it')
        .where('it.personId IN (:...ids)', { ids: [...ids] })
        .andWhere(`it.outcome = 'RECOGNISED' AND it.verdict IN (:...counting)`, { counting: [...COUNTING_VERDICTS] })
        .andWhere('(it.recognisedUntil IS NULL OR it.recognisedUntil >= :day)', { day: dayOf(viewer) })
        .orderBy('it.decidedAt')
        .getMany();
      return new Map(ids.map((id) => [id, rows.filter((row) => row.personId === id)]));
    });
    return found ?? [];
  }

  /** What it is called, for sentences. */
  nameOf({ document, fileName, address }: ExternalCredential): string {
    return (document && wordsOf(document).name) || fileName || address || 'a badge';
  }

  private check(viewer: Viewer, id: string, nth: string): Promise<void> {
    return enqueue(viewer.tx, {
      name: 'recognition.check',
      id: `check-${id}-${nth.replaceAll(':', '-')}`,
      payload: { id },
    });
  }

  private async locked(viewer: Viewer, id: string): Promise<ExternalCredential | null> {
    const seen = await this.find(viewer, id);
    if (!seen) return null;
    const lock = { mode: 'pessimistic_write' } as const;
    return viewer.tx.manager.findOne(ExternalCredential, { where: { id }, lock });
  }
}

const NOTHING_SAID = {
  ...{ fileName: '', checkedAt: null, verdict: null, checks: [], document: null, recipient: null, providerId: null },
  ...{ declaration: '', skills: [], sentAt: null, outcome: null, reason: '', recognised: [], recognisedUntil: null },
  ...{ decidedBy: null, decidedAt: null },
};

const VERDICT_WORDS: Record<NonNullable<ExternalCredential['verdict']>, string> = {
  'genuine-and-current': 'genuine and in force',
  expired: 'genuine, and past its last day',
  'not-yet-valid': 'genuine, and not in force yet',
  revoked: 'withdrawn by its issuer',
  suspended: 'suspended by its issuer',
  'unknown-issuer': 'intact, by an issuer that is not on our list',
  'could-not-check': 'it could not be checked in full',
  broken: 'it does not hold',
};

function bytesOf(base64: string): Buffer | InvalidInput {
  if (base64.length > Math.ceil(MOST_BADGE_BYTES / 3) * 4)
    return InvalidInput.of('file', 'The file is larger than 1 MB. A badge is smaller than that.');
  if (!BASE64.test(base64)) return InvalidInput.of('file', 'The file did not arrive whole. Choose it again.');
  return Buffer.from(base64, 'base64');
}

function fileName(said: string): string {
  return (said.split(/[\\/]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200);
}

function whyNotSent({ state, verdict }: ExternalCredential): string {
  if (state === 'CHECKING') return 'It is still being checked.';
  if (state !== 'CHECKED') return 'It was sent already.';
  if (verdict === 'could-not-check') return 'Nothing could be read of it yet. Check it again when its site answers.';
  return verdict === 'revoked'
    ? 'Its issuer has withdrawn it, so it cannot count for anything here.'
    : 'The checks found that it does not hold, so it cannot count for anything here.';
}
