import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { recordAll } from '../../platform/events/event.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { ReminderSettingsService } from '../credentials/reminder-settings.service.js';
import { CredentialEnding } from './credential-life.events.js';

/** Credentials that one look takes; the others are taken by the next. */
const MOST_AT_ONCE = 2_000;

/**
 * Credentials whose last reminder that is due was not given. Of several that are due at once, as where a schedule
 * was changed, only the last is given. What was renewed meanwhile, or is being signed anew, ends without a word.
 */
const DUE = `
  SELECT it.id, it.person_id AS "personId", min(due.days) AS days
  FROM credential it
  JOIN person holder ON holder.id = it.person_id AND app_is_with_us(holder.active, holder.last_day)
  JOIN unnest($1::uuid[], $2::int[]) AS due (version_id, days)
    ON due.version_id = it.achievement_version_id AND it.valid_until <= $3::timestamptz + make_interval(days => due.days)
  JOIN achievement_version version ON version.id = it.achievement_version_id
  WHERE it.status = 'ACTIVE' AND it.superseded_by IS NULL AND it.valid_until > $3
    AND NOT EXISTS (
      SELECT FROM award later JOIN achievement_version other ON other.id = later.achievement_version_id
      LEFT JOIN credential next ON next.award_id = later.id AND next.superseded_by IS NULL
      WHERE later.person_id = it.person_id AND other.achievement_id = version.achievement_id AND later.id <> it.award_id
        AND (later.state = 'PENDING' OR next.status = 'ACTIVE' AND (next.valid_until IS NULL OR next.valid_until > it.valid_until)))
  GROUP BY it.id
  HAVING NOT EXISTS (SELECT FROM credential_reminder told WHERE told.credential_id = it.id AND told.days_before <= min(due.days))
  ORDER BY it.valid_until, it.id LIMIT ${MOST_AT_ONCE}`;

/** Notices which credentials come to their end, and says so once for each reminder of the schedule. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly settings: ReminderSettingsService,
  ) {}

  async remind(system: Viewer): Promise<void> {
    const schedule = await this.schedule(system);
    const due = await system.tx.query<{ id: string; personId: string; days: number }>(DUE, [
      schedule.map(({ versionId }) => versionId),
      schedule.map(({ days }) => days),
      system.now,
    ]);
    if (due.length === 0) return;
    await system.tx.query(
      `INSERT INTO credential_reminder (credential_id, days_before, told_at)
       SELECT id, days, $3 FROM unnest($1::uuid[], $2::int[]) AS given (id, days)`,
      [due.map(({ id }) => id), due.map(({ days }) => days), system.now],
    );
    await recordAll(
      system,
      due.map(({ id, personId }) => new CredentialEnding(id, personId)),
    );
  }

  /** Of every version of which a credential will end: its reminders, one line each. */
  private async schedule(system: Viewer): Promise<{ versionId: string; days: number }[]> {
    const held = await system.tx.query<{ id: string }>(
      `SELECT DISTINCT achievement_version_id AS id FROM credential
       WHERE status = 'ACTIVE' AND superseded_by IS NULL AND valid_until > $1`,
      [system.now],
    );
    const lines = await Promise.all(
      held.map(async ({ id }) => {
        const version = await this.achievements.versionById(system, id);
        const days = version ? await this.settings.daysOf(system, version) : [];
        return days.map((each) => ({ versionId: id, days: each }));
      }),
    );
    return lines.flat();
  }
}
