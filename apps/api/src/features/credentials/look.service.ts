import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { askAlone } from '../../platform/database/lone-statement.js';
import type { SeenCredential } from './credential.entity.js';
import { IssuerService, type Published, type PublishedRow } from './issuer.service.js';
import { isLink } from './shares.service.js';

/** What a link shows at this moment, for whoever has nothing but the link. */
export interface Seen {
  readonly at: Date;
  readonly grantId: string;
  readonly credential: SeenCredential;
}

type LookRow = Seen['credential'] & Omit<Seen, 'credential'> & PublishedRow;

const LOOK = 'SELECT * FROM app_look_at($1, $2, $3)';

/** What programs ask of a link, in one statement each. Nothing is kept: a link that ended, and a badge that changed, is known with the next look. */
@Injectable()
export class LookService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly issuer: IssuerService,
  ) {}

  /** Null where there is nothing to see: no such link, ended, or of an erased credential. */
  async at(token: string, nth: number): Promise<Seen | null> {
    const row = await this.row(token, nth, null);
    return row && lookOf(row);
  }

  /** The same with what it is judged by. */
  async whole(token: string): Promise<(Seen & { readonly published: Published }) | null> {
    const row = await this.row(token, 1, this.issuer.did);
    return row && { ...lookOf(row), published: this.issuer.publishedIn(row) };
  }

  private async row(token: string, nth: number, issuer: string | null): Promise<LookRow | null> {
    if (!isLink(token, nth)) return null;
    const statement = { name: 'look', text: LOOK, values: [token, nth, issuer] };
    const [row] = await askAlone<LookRow>(this.dataSource, statement);
    return row ?? null;
  }
}

function lookOf({ at, grantId, id, achievementVersionId, digest, status, document }: LookRow): Seen {
  return { at, grantId, credential: { id, achievementVersionId, digest, status, document } };
}
