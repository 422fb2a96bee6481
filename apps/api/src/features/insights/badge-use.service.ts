import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import type { Credential } from '../credentials/credential.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import {
  type HeldGroup,
  stepOf,
  stepsIn,
  type ToldGroup,
  toldSteps,
  toldUses,
  toldWhole,
  USE_KINDS,
  type UseCounts,
  type UseFigure,
  type UseKind,
  type UseStep,
} from './badge-use.rules.js';
import type { Period } from './figures.rules.js';
import { InsightsService, type PeriodWish, plansFor } from './insights.service.js';

export interface BadgeUseGroup extends ToldGroup {
  id: string;
  name: string;
  depth: number;
}

export interface BadgeUses extends Period {
  step: UseStep;
  whole: ToldGroup;
  steps: { day: string; figures: UseFigure[] }[];
  achievements: BadgeUseGroup[];
  units: BadgeUseGroup[];
}

/** How often one badge was used in one way on one day. */
export interface OwnUse {
  day: string;
  kind: UseKind;
  times: number;
}

interface Counted {
  by: 'ACHIEVEMENT' | 'UNIT' | 'WHOLE' | 'STEP';
  id: string | null;
  day: string | null;
  kind: UseKind | null;
  people: number;
  times: number;
}

type Named = Omit<HeldGroup, 'people' | 'used'> & { name: string };

/** More lines are not shown of one badge; its sums stay whole. */
const MOST_DAYS = 60;
const MOST_ACHIEVEMENTS = 200;
/** All of a tree without a top of its own. */
const TOP = '';

/** How badges are seen, shared, downloaded and checked: numbers of many for who plans, and of their own for holders. */
@Injectable()
export class BadgeUseService {
  constructor(
    private readonly insights: InsightsService,
    private readonly skills: SkillsService,
  ) {}

  async uses(viewer: Viewer, wish: PeriodWish): Promise<BadgeUses> {
    const { from, until } = this.insights.span(viewer, wish);
    const step = stepOf({ from, until });
    if (!plansFor(viewer))
      return { from, until, step, whole: toldWhole(0, {}), steps: [], achievements: [], units: [] };
    const rows = await this.count(viewer, { from, until });
    const whole = wholeOf(rows);
    const used = stepsIn({ from, until }, step).map((day) => ({ day, used: usesIn(rows, (row) => row.day === day) }));
    return {
      ...{ from, until, step, whole },
      steps: toldSteps(whole, used),
      achievements: await this.byAchievement(viewer, rows),
      units: await this.byUnit(viewer, rows),
    };
  }

  /** The tables as a file: the same numbers, the same gaps. */
  async csv(viewer: Viewer, wish: PeriodWish): Promise<string> {
    const { from, until, step, whole, steps, achievements, units } = await this.uses(viewer, wish);
    const line = (by: string, name: string, people: number | null, figures: readonly UseFigure[]) =>
      csvLine([by, name, people ?? '', ...figures.map(({ times, band }) => times ?? WORDS[band ?? 'HIDDEN'])]);
    return [
      csvLine(['By', 'Name', 'People who hold a badge', ...USE_KINDS.map((kind) => HEADS[kind])]),
      line('All badges', `${from} to ${until}`, whole.people, whole.figures),
      ...achievements.map(({ name, people, figures }) => line('Achievement', name, people, figures)),
      ...units.map(({ name, people, figures }) => line('Unit', name, people, figures)),
      ...steps.map(({ day, figures }) => line(STEPS[step], day, null, figures)),
    ].join('');
  }

  /** Of one badge, with the editions before it, by day: for its holder alone. */
  async own(viewer: Viewer, credential: Credential): Promise<OwnUse[]> {
    if (!can(viewer, 'share', credential)) return [];
    const days = await viewer.load('credential-uses', credential.id, async (ids) => {
      const rows = await viewer.tx.query<OwnUse & { id: string }>(
        `SELECT asked.id, use.day::text, use.kind, sum(use.times)::int AS times FROM credential asked
         JOIN credential every ON every.award_id = asked.award_id JOIN credential_use use ON use.credential_id = every.id
         WHERE asked.id = ANY ($1) GROUP BY asked.id, use.day, use.kind ORDER BY use.day DESC, use.kind`,
        [[...ids]],
      );
      return new Map(ids.map((id) => [id, rows.filter((row) => row.id === id)]));
    });
    return days ?? [];
  }

  newest(uses: readonly OwnUse[]): OwnUse[] {
    return uses.slice(0, MOST_DAYS);
  }

  /** What those who plan are told of badges like this one: not a number more than they see. */
  async toldToOthers(viewer: Viewer, credential: Credential): Promise<BadgeUseGroup[]> {
    if (!can(viewer, 'share', credential)) return [];
    const [place] = await viewer.tx.query<{ achievementId: string; unitId: string | null }>(
      `SELECT version.achievement_id AS "achievementId", job.org_unit_id AS "unitId"
       FROM achievement_version version LEFT JOIN employment job ON job.person_id = $2 AND job.is_primary
         AND job.starts_on <= $3::date AND (job.ends_on IS NULL OR job.ends_on >= $3::date) WHERE version.id = $1`,
      [credential.achievementVersionId, credential.personId, viewer.now],
    );
    const rows = await this.count(viewer, this.insights.span(viewer, {}));
    const groups = [...(await this.byAchievement(viewer, rows)), ...(await this.byUnit(viewer, rows))];
    const mine = groups.filter(({ id }) => id === place?.achievementId || id === place?.unitId);
    return [{ id: 'ALL', name: '', depth: 0, ...wholeOf(rows) }, ...mine];
  }

  private count(viewer: Viewer, { from, until }: Period): Promise<Counted[]> {
    return viewer.tx.query<Counted>('SELECT by, id, day::text, kind, people, times FROM app_badge_uses($1, $2, $3)', [
      ...[from, until],
      stepOf({ from, until }).toLowerCase(),
    ]);
  }

  /** Who holds two achievements stands in both, so all of them together are counted by badge held. */
  private async byAchievement(viewer: Viewer, rows: readonly Counted[]): Promise<BadgeUseGroup[]> {
    const named = await viewer.tx.query<{ id: string; name: string; skillId: string | null; ordinal: number | null }>(
      `SELECT DISTINCT ON (achievement_id) achievement_id AS id, name, skill_id AS "skillId", level_ordinal AS ordinal FROM achievement_version
       WHERE achievement_id = ANY ($1) AND state <> 'DRAFT' ORDER BY achievement_id, number DESC`,
      [rows.flatMap(({ by, id, kind }) => (by === 'ACHIEVEMENT' && kind === null && id ? [id] : []))],
    );
    const groups = groupsOf(
      named.map((each) => ({ ...each, parentId: TOP })),
      rows,
      'ACHIEVEMENT',
    );
    const ahead = ({ people, figures }: BadgeUseGroup) => [figures[0]?.times ?? -1, people ?? -1] as const;
    const shown = groups
      .sort((one, other) => ahead(other)[0] - ahead(one)[0] || ahead(other)[1] - ahead(one)[1] || byName(one, other))
      .slice(0, MOST_ACHIEVEMENTS);
    // Each level of a skill has an achievement of the same name.
    const versions = new Map(named.map((each) => [each.id, each]));
    return Promise.all(
      shown.map(async (group) => {
        const { skillId, ordinal } = versions.get(group.id) ?? {};
        const level = skillId && ordinal ? await this.skills.levelOf(viewer, skillId, ordinal) : null;
        return level ? { ...group, name: `${group.name}, ${level.label}` } : group;
      }),
    );
  }

  private async byUnit(viewer: Viewer, rows: readonly Counted[]): Promise<BadgeUseGroup[]> {
    const units = await viewer.tx.query<Named>(
      'SELECT id, parent_id AS "parentId", name FROM org_unit ORDER BY lower(name), id',
    );
    const known = units.map((unit) => ({ ...unit, parentId: unit.parentId ?? TOP }));
    const groups = new Map(groupsOf(known, rows, 'UNIT').map((group) => [group.id, group]));
    const below = (parentId: string, depth: number): BadgeUseGroup[] =>
      known
        .filter((unit) => unit.parentId === parentId)
        .flatMap(({ id }) => {
          const group = groups.get(id);
          return group ? [{ ...group, depth }, ...below(id, depth + 1)] : [];
        });
    return below(TOP, 0);
  }
}

function groupsOf(named: readonly Named[], rows: readonly Counted[], by: 'ACHIEVEMENT' | 'UNIT'): BadgeUseGroup[] {
  const of = (id: string | null) => (row: Counted) => row.by === by && row.id === id;
  const held = (id: string | null) => rows.find((row) => of(id)(row) && row.kind === null)?.people ?? 0;
  // Who has no unit counts in all of them and stands nowhere.
  const top: HeldGroup = { id: TOP, parentId: null, people: held(null), used: usesIn(rows, of(null)) };
  const told = toldUses([
    top,
    ...named.map(({ id, parentId }) => ({ id, parentId, people: held(id), used: usesIn(rows, of(id)) })),
  ]);
  return named.map(({ id, name }) => ({ id, name, depth: 0, ...(told.get(id) ?? toldWhole(0, {})) }));
}

function wholeOf(rows: readonly Counted[]): ToldGroup {
  const people = rows.find(({ by, kind }) => by === 'WHOLE' && kind === null)?.people ?? 0;
  return toldWhole(
    people,
    usesIn(rows, ({ by }) => by === 'WHOLE'),
  );
}

function usesIn(rows: readonly Counted[], wanted: (row: Counted) => boolean): UseCounts {
  return Object.fromEntries(
    rows.flatMap((row) =>
      row.kind !== null && wanted(row) ? [[row.kind, { people: row.people, times: row.times }]] : [],
    ),
  );
}

const byName = (one: BadgeUseGroup, other: BadgeUseGroup) => one.name.localeCompare(other.name, 'en');

const HEADS: Record<UseKind, string> = {
  VIEW: 'Views',
  SHARE: 'Links made',
  DOWNLOAD: 'Downloads',
  VERIFICATION: 'Verifications',
};
const STEPS: Record<UseStep, string> = { DAY: 'Day', WEEK: 'Week from', MONTH: 'Month from' };
const WORDS = { FEW: 'fewer than 5 people', ALL_BUT_FEW: 'all but fewer than 5 people', HIDDEN: 'not told' } as const;
