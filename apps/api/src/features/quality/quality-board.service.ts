import { Injectable } from '@nestjs/common';
import type { BoardWish } from './quality-board.type.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { dayAfter, dayOf } from '../../platform/access/day.js';
import { type Fairness, fairnessOf } from './fairness.rules.js';
import { type CheckFigures, LiveCheckResultsService } from './live-check-results.service.js';
import {
  type ComparableGroup,
  type CutScoreSimulation,
  type Definitive,
  definitiveOutcome,
  type GivenMark,
  type JudgedExemplar,
  type MarkedVersion,
  type RubricFigures,
  rubricFigures,
  severityOf,
  simulateCutScores,
} from './quality-figures.rules.js';

/** What waits for one achievement, and how long it has. */
export interface QueueFigures {
  achievementId: string;
  waiting: number;
  beingMarked: number;
  overdue: number;
  oldestHours: number;
  medianHours: number;
  p95Hours: number;
}

export interface LoadFigures {
  personId: string;
  held: number;
  handedIn: number;
  capacity: number;
  awayUntil: string | null;
}

export interface WeekFigures {
  /** Its Monday. */
  week: string;
  marks: number;
  released: number;
}

export interface RubricOnBoard extends RubricFigures {
  marks: number;
  passed: number;
  simulation: CutScoreSimulation[];
}

export interface QualityBoard {
  from: string;
  until: string;
  marks: number;
  doubleMarked: number;
  queue: QueueFigures[];
  loads: LoadFigures[];
  fairness: Fairness;
  weeks: WeekFigures[];
  medianHoursToRelease: number | null;
  p95HoursToRelease: number | null;
  rubrics: RubricOnBoard[];
  severity: ComparableGroup[];
  definitive: Definitive;
  checks: CheckFigures[];
}

const USUAL_DAYS = 365;
const DAY = 86_400_000;

/** How assessment runs and how far it can be trusted: four statements, whatever the number of marks. */
@Injectable()
export class QualityBoardService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly checks: LiveCheckResultsService,
  ) {}

  async read(viewer: Viewer, wish: BoardWish): Promise<QualityBoard> {
    const until = wish.until ?? dayOf(viewer);
    const from = wish.from ?? dayAfter(until, -USUAL_DAYS);
    const days: [string, string] = [`${from}T00:00:00Z`, `${dayAfter(until)}T00:00:00Z`];
    const is = ({ achievementId }: { achievementId: string }) =>
      !wish.achievementId || achievementId === wish.achievementId;
    const marks = (await viewer.tx.query<GivenMark>('SELECT * FROM app_quality_marks($1, $2)', days)).filter(is);
    const exemplars = (
      await viewer.tx.query<JudgedExemplar>('SELECT * FROM app_quality_exemplars($1, $2)', days)
    ).filter(is);
    const queue = (await viewer.tx.query<QueueFigures>('SELECT * FROM app_quality_queue()')).filter(is);
    const loads = await viewer.tx.query<LoadFigures>('SELECT * FROM app_assessor_loads()');
    const versions = await this.versionsOf(viewer, [...marks, ...exemplars]);
    const hours = marks
      .filter(({ purpose, releasedAt }) => purpose === 'FIRST' && releasedAt !== null)
      .map(({ submittedAt, releasedAt }) => ((releasedAt?.getTime() ?? 0) - submittedAt.getTime()) / 3_600_000)
      .sort((a, b) => a - b);
    return {
      from,
      until,
      marks: marks.length,
      doubleMarked: marks.filter(({ purpose }) => purpose === 'SECOND').length,
      queue,
      loads,
      fairness: fairnessOf(
        loads.filter(({ awayUntil }) => awayUntil === null).map((it) => (it.held + it.handedIn) / it.capacity),
      ),
      weeks: weeksOf(marks, until),
      medianHoursToRelease: quantile(hours, 0.5),
      p95HoursToRelease: quantile(hours, 0.95),
      rubrics: [...versions.values()].map((version) => onBoard(version, marks)).filter((each) => each.marks > 0),
      severity: severityOf(marks, exemplars, versions),
      definitive: definitiveOutcome(marks, exemplars, versions),
      checks: await this.checks.figures(viewer, days[0], days[1], wish.achievementId ?? null),
    };
  }

  private async versionsOf(
    viewer: Viewer,
    rows: readonly { versionId: string }[],
  ): Promise<Map<string, MarkedVersion>> {
    const ids = [...new Set(rows.map(({ versionId }) => versionId))];
    const found = await Promise.all(ids.map((id) => this.achievements.versionById(viewer, id)));
    const versions = found.filter((each) => each !== null).sort((a, b) => (a.name < b.name ? -1 : a.number - b.number));
    return new Map(versions.map((version) => [version.id, version]));
  }
}

function onBoard(version: MarkedVersion, all: readonly GivenMark[]): RubricOnBoard {
  const marks = all.filter(({ versionId }) => versionId === version.id);
  const decided = marks.filter(({ purpose, outcome }) => purpose === 'FIRST' && outcome !== null);
  return {
    ...rubricFigures(version, marks),
    marks: marks.length,
    passed: decided.filter(({ outcome }) => outcome === 'PASS').length,
    simulation: simulateCutScores(version, marks),
  };
}

/** The last twelve weeks, each from its Monday. */
function weeksOf(marks: readonly GivenMark[], until: string): WeekFigures[] {
  const last = monday(new Date(`${until}T00:00:00Z`));
  return Array.from({ length: 12 }, (_, index) => {
    const begins = last.getTime() - (11 - index) * 7 * DAY;
    const within = (at: Date | null) => at !== null && at.getTime() >= begins && at.getTime() < begins + 7 * DAY;
    return {
      week: new Date(begins).toISOString().slice(0, 10),
      marks: marks.filter(({ handedInAt }) => within(handedInAt)).length,
      released: marks.filter(({ purpose, releasedAt }) => purpose === 'FIRST' && within(releasedAt)).length,
    };
  });
}

function monday(day: Date): Date {
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY);
}

function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
