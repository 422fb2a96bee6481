import type { QualityRecord } from '@assay/credential';
import { chanceCorrected } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementsService } from '../achievements/achievements.service.js';

interface Figures {
  issued: number;
  revoked: number;
  issuingSince: Date | null;
  firsts: number | null;
  passedFirst: number | null;
  bothPass: number | null;
  bothNot: number | null;
  split: number | null;
  skillsRetired: boolean;
}

/** How long figures are shown again before they are counted anew: to count is to read everything that was ever issued. */
const FRESH_MS = 60_000;
const REMEMBERED = 500;

/** 97.5 % of the normal distribution. */
const REACH = 1.96;

/** What this installation can say of a credential's worth besides what was signed. */
@Injectable()
export class QualityRecordService {
  private readonly remembered = new Map<string, { at: Date; record: QualityRecord }>();

  constructor(private readonly achievements: AchievementsService) {}

  /** The same for everybody who asks, as the findings beside it are for a minute. Who asks is opened only to count anew. */
  async of(at: Date, versionId: string, opened: () => Promise<Viewer>): Promise<QualityRecord> {
    const known = this.remembered.get(versionId);
    if (known && at.getTime() - known.at.getTime() < FRESH_MS) return known.record;
    const record = await this.counted(await opened(), versionId);
    if (!record) return {};
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(versionId, { at, record });
    return record;
  }

  private async counted(viewer: Viewer, versionId: string): Promise<QualityRecord | null> {
    const version = await this.achievements.versionById(viewer, versionId);
    const [figures] = await viewer.tx.query<Figures>('SELECT * FROM app_version_figures($1)', [versionId]);
    if (!version || !figures) return null;
    const { issued, revoked, issuingSince, firsts, passedFirst, skillsRetired } = figures;
    const agreement = agreementOf(figures);
    return {
      // Whoever manages, reports to or is in conflict with somebody is refused their work at claim and at decision.
      conflictsRuledOut: version.route !== 'COMPLETION',
      outcomes: version.outcomes.length,
      ...(issuingSince && { issuing: { since: issuingSince.toISOString(), issued, revoked } }),
      ...(version.publishedAt && {
        upToDate: { skillsInUse: !skillsRetired, criteriaFrom: version.publishedAt.toISOString() },
      }),
      ...(firsts !== null && { firstAttempts: { passed: passedFirst ?? 0, n: firsts } }),
      ...(agreement && { agreement }),
    };
  }
}

/** Gwet's AC1 of two who judged the same work, passed or not. */
function agreementOf({ bothPass, bothNot, split }: Figures): QualityRecord['agreement'] {
  if (bothPass === null || bothNot === null || split === null) return undefined;
  const pairs = [
    ...Array.from({ length: bothPass }, () => [1, 1] as const),
    ...Array.from({ length: bothNot }, () => [0, 0] as const),
    // Which of the two passed it is not told; half of each leaves the figure as it is.
    ...Array.from({ length: split }, (_, nth) => (nth % 2 === 0 ? ([1, 0] as const) : ([0, 1] as const))),
  ];
  const { gwetAC } = chanceCorrected(pairs, 'identity', [1, 0]);
  if (gwetAC.coef === null || gwetAC.se === null) return undefined;
  const { coef: value, se } = gwetAC;
  const low = Math.max(-1, value - REACH * se);
  return { value, low, high: Math.min(1, value + REACH * se), n: pairs.length };
}
