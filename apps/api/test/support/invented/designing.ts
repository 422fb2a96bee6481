import type { Inventing } from './inventing.js';

export function inventAchievements(it: Inventing, people: string[]): { id: string; versionId: string }[] {
  return Array.from({ length: it.number(2, 4) }, () => {
    const id = it.add('achievement', { created_at: it.hour(), created_by: it.maybe(people, 0.5) });
    const version = (number: number, state: string) =>
      it.add('achievement_version', {
        ...{ achievement_id: id, number, state, revision: 1, name: 'Something', description: '' },
        ...{ outcomes: [], rubric: { criteria: [] }, evidence_asked: [], cut_score: 0.5, route: 'PORTFOLIO' },
        ...{ marking_policy: 'SINGLE', descriptors: {}, created_at: it.hour(), author_ids: [] },
        published_at: state === 'DRAFT' ? null : it.hour(),
      });
    const versionId = version(1, it.chance(0.3) ? 'SUPERSEDED' : 'PUBLISHED');
    if (it.chance(0.7)) version(2, 'DRAFT');
    return { id, versionId };
  });
}

export function inventQualifications(it: Inventing, people: string[], achievements: string[]): void {
  for (const achievement of achievements)
    for (const person of people)
      if (it.chance(0.35))
        it.add('assessor_qualification', {
          ...{ achievement_id: achievement, person_id: person, basis: 'FOUNDER', since: it.day(-30) },
          ended_at: it.chance(0.2) ? it.hour() : null,
        });
}
