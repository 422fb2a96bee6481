import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Credential } from './credential.entity.js';

/** A piece of the evidence behind a credential, as it was handed in. */
export interface BehindCredential {
  credentialId: string;
  /** Its number in the credential, from 1. */
  nth: number;
  kind: 'FILE' | 'LINK' | 'TEXT' | 'WITNESS' | 'ATTESTED';
  title: string;
  words: string | null;
  url: string | null;
  madeOn: string | null;
  fileId: string | null;
  mediaType: string | null;
  /** Pages of which there are pictures; others than the owner see no more of a file. */
  pages: number;
}

/** The evidence behind credentials, for their holder to choose from and for whoever has a link to what was chosen. */
@Injectable()
export class ShareEvidenceService {
  /** All of it, for the holder; nothing for anybody else. */
  async ofOwn(viewer: Viewer, credential: Credential): Promise<BehindCredential[]> {
    if (!can(viewer, 'share', credential)) return [];
    return (await this.read(viewer, credential.id)) ?? [];
  }

  /** What was chosen under the link that is open in this transaction. */
  async shown(viewer: Viewer, credential: Credential): Promise<BehindCredential[]> {
    return (await this.read(viewer, credential.id)) ?? [];
  }

  private read(viewer: Viewer, credentialId: string): Promise<BehindCredential[] | null> {
    return viewer.load('evidence-behind', credentialId, async (ids) => {
      const rows = await viewer.tx.query<BehindCredential>('SELECT * FROM app_evidence_of($1)', [[...ids]]);
      return new Map(ids.map((id) => [id, rows.filter((row) => row.credentialId === id)]));
    });
  }
}
