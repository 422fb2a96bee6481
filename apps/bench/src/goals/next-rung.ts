import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Profile, profileOf, rarity, suggestRoles } from '@assay/pathway';
import { root } from '../product/places.js';
import type { Measured } from './goal.js';

const FRAMEWORK = join(root, '../shared/data/frameworks/uk-gdd-pcf/framework.json');
const AT_LEAST = 0.73;

interface Framework {
  families: {
    roles: { id: string; levels: { id: string; titleRank: number; skills: { skill: string; level: number }[] }[] }[];
  }[];
}

interface Rung {
  id: string;
  roleId: string;
  titleRank: number;
  profile: Profile;
}

/**
 * Somebody holds exactly what one rung of the UK framework asks: at which place does the next rung of the same ladder
 * stand among all others? No ranker is told which ladder a rung belongs to. Beside ours: the highest readiness first.
 */
export async function nextRung(): Promise<Measured[]> {
  if (!existsSync(FRAMEWORK)) {
    process.stderr.write(`The framework is not at ${FRAMEWORK}: the next rung was not looked for.\n`);
    return [];
  }
  const rungs = rungsOf(JSON.parse(readFileSync(FRAMEWORK, 'utf8')) as Framework);
  const weightOf = rarity(rungs.map(({ profile }) => profile));
  const bySuggestion = (from: Rung) => {
    const others = rungs.filter((to) => to !== from);
    return suggestRoles(from.profile, others, { weightOf, stepsUpOnly: false, most: others.length }).map(
      ({ levelId }) => levelId,
    );
  };
  const byReadiness = (from: Rung) =>
    rungs
      .filter((to) => to !== from)
      .map(({ id, profile }) => ({ id, share: readiness(from.profile, profile) }))
      .sort((one, other) => other.share - one.share)
      .map(({ id }) => id);
  const [ours, peer] = [reciprocalRanks(rungs, bySuggestion), reciprocalRanks(rungs, byReadiness)];
  const mean = (ranks: readonly number[]) => ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
  return [
    {
      goal: 'next rung',
      what: `the next of ${ours.length} ladder steps of the UK framework, beside highest match first`,
      ours: mean(ours),
      peer: mean(peer),
      floor: null,
      unit: 'mean reciprocal rank',
      gate: `≥ ${AT_LEAST}, of 147 steps`,
      ok: ours.length === 147 && mean(ours) >= AT_LEAST,
    },
  ];
}

function rungsOf({ families }: Framework): Rung[] {
  return families.flatMap(({ roles }) =>
    roles.flatMap(({ id: roleId, levels }) =>
      levels.map(({ id, titleRank, skills }) => ({
        ...{ id, roleId, titleRank },
        profile: profileOf(skills.map(({ skill, level }) => ({ skillId: skill, level, importance: 1 }))),
      })),
    ),
  );
}

function reciprocalRanks(rungs: readonly Rung[], rank: (from: Rung) => string[]): number[] {
  return rungs.flatMap((from) => {
    const higher = rungs.filter(({ roleId, titleRank }) => roleId === from.roleId && titleRank > from.titleRank);
    const next = Math.min(...higher.map(({ titleRank }) => titleRank));
    const wanted = new Set(higher.filter(({ titleRank }) => titleRank === next).map(({ id }) => id));
    if (wanted.size === 0) return [];
    const place = rank(from).findIndex((id) => wanted.has(id));
    return [place < 0 ? 0 : 1 / (place + 1)];
  });
}

function readiness(held: Profile, asked: Profile): number {
  let [reached, all] = [0, 0];
  for (const [skill, level] of asked) {
    reached += Math.min(held.get(skill) ?? 0, level);
    all += level;
  }
  return all === 0 ? 0 : reached / all;
}
