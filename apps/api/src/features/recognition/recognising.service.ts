import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { CourseProvidersService } from '../courses/course-providers.service.js';
import { coveredBy, limitsOf } from '../people/limits.service.js';
import { ExternalCredential } from './external-credential.entity.js';
import { ExternalCredentialsService } from './external-credentials.service.js';
import { MappedSkillsService } from './mapped-skills.service.js';
import { ExternalCredentialDecided } from './recognition.events.js';
import type { DecideExternalCredentialInput } from './recognition.inputs.js';
import { isCounting } from './recognition.lifecycle.js';
import { wordsOf } from './recognition.rules.js';

const MOST_CHARACTERS = 1_000;

/** What badges from elsewhere count for here, decided by those who keep credentials. */
@Injectable()
export class RecognisingService {
  constructor(
    private readonly external: ExternalCredentialsService,
    private readonly mapped: MappedSkillsService,
    private readonly providers: CourseProvidersService,
  ) {}

  /** Those that wait, the longest first; or those that were decided, the newest first. */
  async page(
    viewer: Viewer,
    { waiting, ...page }: PageInput & { waiting: boolean },
  ): Promise<Page<ExternalCredential>> {
    const from = readTimeCursor(page.after);
    const [column, state, order, after] = waiting
      ? ['it.sent_at', 'SENT', 'ASC', '>']
      : ['it.decided_at', 'DECIDED', 'DESC', '<'];
    const rows = await viewer.tx.query<{ id: string; total: number }>(
      `WITH matching AS MATERIALIZED (
         SELECT it.id, ${column} AS at FROM external_credential it
         WHERE it.state = $2 AND it.person_id <> $6 AND ${coveredBy('$1', { person: 'it.person_id' })})
       SELECT id, (SELECT count(*)::int FROM matching) AS total FROM matching
       WHERE $3::timestamptz IS NULL OR (at, id) ${after} ($3::timestamptz, $4::uuid)
       ORDER BY at ${order}, id ${order} LIMIT $5`,
      [
        limitsOf(viewer, 'credential.govern'),
        state,
        from?.at ?? null,
        from?.id ?? null,
        limitOf(page),
        viewer.personId,
      ],
    );
    const found = await Promise.all(rows.map(({ id }) => this.external.byId(viewer, id)));
    const at = (it: ExternalCredential) => (waiting ? it.sentAt : it.decidedAt)?.toISOString() ?? '';
    return pageOf(
      found.filter((each) => each !== null),
      page,
      rows[0]?.total ?? 0,
      (it) => [at(it), it.id],
    );
  }

  async decide(
    viewer: Viewer,
    input: DecideExternalCredentialInput,
  ): Promise<ExternalCredential | InvalidInput | NotAllowed | NotFound> {
    const seen = await this.external.find(viewer, input.id);
    if (!seen) return new NotFound('This badge');
    if (!can(viewer, 'decide', seen))
      return new NotAllowed('Somebody else who keeps credentials decides about this badge.');
    await viewer.tx.aloneIn(`badge ${seen.id}`);
    const it = await viewer.tx.manager.findOneByOrFail(ExternalCredential, { id: seen.id });
    if (!can(viewer, 'decide', it)) return new NotAllowed('Its holder has taken it back.');
    const reason = input.reason.trim();
    if (reason === '') return InvalidInput.of('reason', 'Say why: its holder reads it.');
    if (reason.length > MOST_CHARACTERS) return InvalidInput.of('reason', 'At most 1,000 characters.');
    const counts = input.outcome === 'RECOGNISED' ? await this.counting(viewer, it, input) : NOTHING_COUNTS;
    if (counts instanceof InvalidInput || counts instanceof NotAllowed) return counts;
    const saved = {
      state: 'DECIDED' as const,
      ...{ outcome: input.outcome, reason, ...counts },
      ...{ decidedBy: viewer.personId, decidedAt: viewer.now },
    } as const;
    await viewer.tx.manager.update(ExternalCredential, { id: it.id }, saved);
    await record(viewer, new ExternalCredentialDecided(it.id, it.personId));
    viewer.forget('external-credential', it.id);
    return Object.assign(it, saved);
  }

  /** What it is to count for, or why it cannot. */
  private async counting(
    viewer: Viewer,
    it: ExternalCredential,
    { skills, until, identityConfirmed }: DecideExternalCredentialInput,
  ): Promise<Pick<ExternalCredential, 'recognised' | 'recognisedUntil'> | InvalidInput | NotAllowed> {
    const ends = it.document && (wordsOf(it.document).endsOn?.slice(0, 10) ?? null);
    if (ends && (ends < dayOf(viewer) || it.verdict === 'expired'))
      return new NotAllowed(`The badge ended on ${ends}. It can be information, or a start for prior learning.`);
    if (!isCounting(it.verdict) || !it.document || it.verdict === 'could-not-check')
      return new NotAllowed(
        'It cannot be recognised: the checks did not find that it holds. Check it again, or decide otherwise.',
      );
    const provider = it.providerId ? await this.providers.byId(viewer, it.providerId) : null;
    if (provider?.trust === 'NOT_TRUSTED')
      return new NotAllowed(`${provider.name} is not trusted here: ${provider.trustReason}`);
    if (it.recipient !== 'MATCHED' && !identityConfirmed)
      return InvalidInput.of(
        'identityConfirmed',
        'The badge does not say that it is this person’s. Confirm that you know it is.',
      );
    const recognised = await this.mapped.tidy(viewer, skills ?? []);
    if (recognised instanceof InvalidInput) return recognised;
    if (recognised.length === 0)
      return InvalidInput.of('skills', 'Say for which skills it counts, and at which level.');
    if (until && until < dayOf(viewer)) return InvalidInput.of('until', 'That day is past.');
    if (until && ends && until > ends) return InvalidInput.of('until', `The badge itself ends on ${ends}.`);
    return { recognised, recognisedUntil: until ?? ends };
  }
}

const NOTHING_COUNTS = { recognised: [], recognisedUntil: null };
