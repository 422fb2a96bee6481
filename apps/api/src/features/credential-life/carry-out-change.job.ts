import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { record } from '../../platform/events/event.js';
import { Job } from '../../platform/jobs/job.js';
import { Award } from '../credentials/award.entity.js';
import { Credential } from '../credentials/credential.entity.js';
import { CredentialStatusService } from '../credentials/credential-status.service.js';
import { EditionsService } from '../credentials/editions.service.js';
import { CredentialChange } from './credential-change.entity.js';
import { CredentialChanged } from './credential-life.events.js';
import { mayChange, statusAfter } from './credential-life.lifecycle.js';

const payload = z.object({ changeId: z.uuid() });

/** Carries out what was decided about a credential, once. */
@Injectable()
export class CarryOutChangeJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.change';
  readonly payload = payload;

  constructor(
    private readonly statuses: CredentialStatusService,
    private readonly editions: EditionsService,
  ) {
    super();
  }

  async run(system: Viewer, { changeId }: z.infer<typeof payload>): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    const change = await system.tx.manager.findOne(CredentialChange, { where: { id: changeId }, lock });
    if (change?.state !== 'DECIDED') return;
    const { credentialId, personId, kind, cause } = change;
    const before = await system.tx.manager.findOneByOrFail(Credential, { id: credentialId });
    // The same lock as issuing and withdrawing: whichever comes first, the other sees what was done.
    await system.tx.manager.findOne(Award, { where: { id: before.awardId }, lock });
    const credential = await system.tx.manager.findOneByOrFail(Credential, { id: credentialId });
    const possible = mayChange(credential.status, false, kind);
    if (possible) await this.carryOut(system, credential, change);
    await system.tx.manager.update(
      CredentialChange,
      { id: changeId },
      possible ? { state: 'DONE', doneAt: system.now } : { state: 'DECLINED' },
    );
    if (possible) await record(system, new CredentialChanged(changeId, credentialId, personId));
    await audit(system, { operation: 'credentials.change', target: credentialId, detail: { kind, cause, possible } });
  }

  private async carryOut(system: Viewer, credential: Credential, change: CredentialChange): Promise<void> {
    const { kind, cause, plan } = change;
    if (kind !== 'CORRECT') return this.statuses.change(system, credential, statusAfter(kind), cause);
    if (!plan) throw new Error('A correction has a plan.');
    const byId = await this.editions.issue(system, credential, plan);
    await this.statuses.supersedeAll(system, [{ credential, byId }]);
  }
}
