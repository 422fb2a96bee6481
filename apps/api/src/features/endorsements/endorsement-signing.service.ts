import { buildEndorsement, didWebOf } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { SigningService } from '../credentials/signing.service.js';
import { StatusListsService } from '../credentials/status-lists.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { Endorsement } from './endorsement.entity.js';

const MOST_AT_ONCE = 100;
/** Its place is none of an edition of the credential: those are counted from 1. */
const NO_EDITION = 0;

/** Signs what was said for credentials, once each, and ends in the status lists what was withdrawn. */
@Injectable()
export class EndorsementSigningService {
  constructor(
    private readonly config: Config,
    private readonly organisations: OrganisationService,
    private readonly signing: SigningService,
    private readonly statusLists: StatusListsService,
  ) {}

  async keep(system: Viewer): Promise<void> {
    const given = await this.locked(system, `state = 'GIVEN' AND document IS NULL`);
    for (const it of given) await this.sign(system, it);
    const withdrawn = await this.locked(
      system,
      `state = 'WITHDRAWN' AND EXISTS (SELECT FROM status_place WHERE status_place.list_id = endorsement.list_id
         AND status_place.place = endorsement.place AND status_place.withdrawn_at IS NULL)`,
    );
    for (const { listId, place } of withdrawn)
      if (listId !== null && place !== null) await this.statusLists.withdrawPlace(system, listId, place);
  }

  /** Two workers take different ones. */
  private async locked(system: Viewer, where: string): Promise<Endorsement[]> {
    const rows = await system.tx.query<{ id: string }>(
      `SELECT id FROM endorsement WHERE ${where} ORDER BY answered_at, id LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED`,
    );
    return system.tx.manager.findBy(Endorsement, { id: In(rows.map(({ id }) => id)) });
  }

  private async sign(system: Viewer, it: Endorsement): Promise<void> {
    const organisation = await this.organisations.current(system);
    const status = await this.statusLists.drawPlace(system, it.awardId, NO_EDITION);
    await this.statusLists.publishMissing(system);
    const validFrom = `${(it.answeredAt ?? system.now).toISOString().slice(0, 19)}Z`;
    const unsigned = buildEndorsement({
      id: `urn:uuid:${it.id}`,
      about: `urn:uuid:${it.credentialId}`,
      issuer: { did: didWebOf(this.config.publicUrl), name: organisation.name, url: this.config.publicUrl },
      ...{ endorser: it.endorserName, capacity: it.capacity, words: it.words, validFrom, status },
      isDemonstration: organisation.isDemo,
    });
    const document = await this.signing.sign(unsigned, await this.signing.currentKey(system), validFrom);
    const listId = Number(status.list.split('/').at(-1));
    await system.tx.manager.update(
      Endorsement,
      { id: it.id, document: IsNull() },
      { document, signedAt: system.now, listId, place: status.index },
    );
  }
}
