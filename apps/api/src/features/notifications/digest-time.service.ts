import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { DigestTimeType } from './notification-preference.type.js';
import { isTimeZone } from './notification-topics.rules.js';

const LAST_HOUR = 23;

/** At which hour mails go out that gather what happened; one for the whole organisation. */
@Injectable()
export class DigestTimeService {
  async current(viewer: Viewer): Promise<DigestTimeType> {
    const found = await viewer.load('digest-time', 'the one', async () => {
      const rows = await viewer.tx.query<DigestTimeType>('SELECT hour, time_zone AS "timeZone" FROM app_digest_time()');
      return new Map(rows.map((row) => ['the one', row]));
    });
    if (!found) throw new Error('The time of digests is always set.');
    return Object.assign(new DigestTimeType(), found);
  }

  /** For what happens from now on; what is gathered already goes out when it was due. */
  async change(viewer: Viewer, to: DigestTimeType): Promise<DigestTimeType | InvalidInput | NotAllowed> {
    if (to.hour < 0 || to.hour > LAST_HOUR) return InvalidInput.of('hour', 'Choose a full hour from 0 to 23.');
    if (!isTimeZone(to.timeZone))
      return InvalidInput.of('timeZone', 'Choose a time zone by its name, such as Europe/Berlin or UTC.');
    const [row] = await viewer.tx.query<{ done: boolean }>('SELECT app_change_digest_time($1, $2) AS done', [
      to.hour,
      to.timeZone,
    ]);
    if (!row?.done) return new NotAllowed('Only administrators of the whole organisation change this.');
    viewer.forget('digest-time', 'the one');
    return this.current(viewer);
  }
}
