import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { RequestAccess } from './request-access.js';
import type { CameAs } from './sign-in-source.js';
import type { Viewer } from './viewer.js';
import { ViewerSource } from './viewer-source.js';

const CHUNK = 64 * 1024;

/** Answers that are made while they leave, in a transaction of their own: the request's ended before the first byte. */
@Injectable()
export class LongAnswers {
  constructor(
    private readonly people: ViewerSource,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** The pieces that come of it, small ones together. */
  async *text(personId: string | null, written: (viewer: Viewer) => AsyncGenerator<string>): AsyncGenerator<string> {
    let together = '';
    for await (const piece of this.bytes(personId, written)) {
      together += piece;
      if (together.length < CHUNK) continue;
      yield together;
      together = '';
    }
    yield together;
  }

  /** The pieces as they come. */
  async *bytes<Piece>(
    personId: string | null,
    written: (viewer: Viewer) => AsyncIterable<Piece> | Promise<AsyncIterable<Piece>>,
    as: CameAs = 'ACCOUNT',
  ): AsyncGenerator<Piece> {
    const access = new RequestAccess(this.dataSource, this.people, () => personId, { as });
    try {
      yield* await written(await access.viewer());
    } finally {
      await access.finish(true);
    }
  }
}
