import {
  achievementsIn,
  rowAt,
  type StackFacts,
  stackCycle,
  stackProblems,
  type StackRule,
  type StackSurroundings,
} from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { AchievementVersion } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';
import type { OpenPoint } from './publication-checks.rules.js';
import { PublicationChecksService } from './publication-checks.service.js';

const UNKNOWN: StackFacts = { ects: null, hours: null, level: null };

/** Achievements that are earned through others: whether their rules can be completed, and what they count. */
@Injectable()
export class StackRulesService {
  constructor(
    private readonly achievements: AchievementsService,
    checks: PublicationChecksService,
  ) {
    checks.alsoAsked(
      {
        key: 'stack',
        principle: 'LEARNING_PATHWAYS',
        title: 'What it is earned through can be completed',
        isBlocking: true,
      },
      (viewer, draft) => this.openPoints(viewer, draft),
    );
  }

  /** The published versions of what a rule counts, in its order. What is not published is left out. */
  async countedBy(viewer: Viewer, rule: StackRule): Promise<AchievementVersion[]> {
    const versions = await Promise.all(
      achievementsIn(rule.asks)
        .filter(isId)
        .map((id) => this.achievements.publishedOf(viewer, id)),
    );
    return versions.filter((version) => version !== null);
  }

  /** Everything published that is earned through others, by name. */
  async offered(viewer: Viewer): Promise<AchievementVersion[]> {
    const found = await viewer.load('offered-stacks', 'all', async () => {
      const where = { state: 'PUBLISHED', stackRule: Not(IsNull()) } as const;
      return new Map([
        ['all', await viewer.tx.manager.find(AchievementVersion, { where, order: { name: 'ASC', id: 'ASC' } })],
      ]);
    });
    return found ?? [];
  }

  /** What credits count of these versions. */
  factsOf(versions: readonly AchievementVersion[]): (achievementId: string) => StackFacts {
    const facts = new Map(versions.map((version) => [version.achievementId, creditsOf(version)]));
    return (id) => facts.get(id) ?? UNKNOWN;
  }

  private async openPoints(viewer: Viewer, draft: AchievementVersion): Promise<OpenPoint[]> {
    const rule = draft.stackRule;
    if (!rule) return [];
    const counted = await this.countedBy(viewer, rule);
    const names = await this.achievements.namesOf(viewer, achievementsIn(rule.asks).filter(isId));
    const nameOf = (id: string) => names.get(id)?.name || 'An achievement without a name';
    const around: StackSurroundings = {
      self: draft.achievementId,
      factsOf: this.factsOf(counted),
      nameOf,
      isOffered: (id) => counted.some((version) => version.achievementId === id),
    };
    const points = stackProblems(rule, around).map(({ path, message }): OpenPoint => {
      const row = rowAt(rule.asks, path);
      return { section: 'validity', field: row === null ? `stackRule.${path}` : `stackRule.parts.${row}`, message };
    });
    const circle = await this.circle(viewer, draft.achievementId, rule);
    if (circle) {
      const own = draft.name.trim() || 'this achievement';
      const path = circle.map((id) => `“${id === draft.achievementId ? own : nameOf(id)}”`).join(' → ');
      points.push({
        section: 'validity',
        field: 'stackRule.parts.0',
        message: `It would need itself, and nobody could ever complete it: ${path}.`,
      });
    }
    return points;
  }

  /** Whether others that are published need this one for something that it needs itself; itself alone is said elsewhere. */
  private async circle(viewer: Viewer, self: string, rule: StackRule): Promise<string[] | null> {
    const rows = await viewer.tx.query<{ id: string; rule: StackRule }>(
      `SELECT achievement_id AS id, stack_rule AS rule FROM achievement_version
       WHERE state = 'PUBLISHED' AND stack_rule IS NOT NULL AND achievement_id <> $1`,
      [self],
    );
    const counts = new Map(rows.map((row) => [row.id, achievementsIn(row.rule.asks)]));
    const others = achievementsIn(rule.asks).filter((id) => id !== self);
    return stackCycle(self, others, (id) => counts.get(id) ?? []);
  }
}

const creditsOf = ({ descriptors }: AchievementVersion): StackFacts => ({
  ects: descriptors.ects,
  hours: descriptors.workloadHours,
  level: descriptors.eqfLevel,
});
