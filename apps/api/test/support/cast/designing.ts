import { idOf } from './actors.js';
import type { Stage } from './stage.js';

export function castDesigning({ day, hour, put, add }: Stage): void {
  for (const achievement of ['welding', 'soldering']) {
    add('achievement', achievement, { created_at: hour() });
    const version = (name: string, number: number, state: string) =>
      add('achievement_version', name, {
        ...{ achievement_id: idOf(achievement), number, state, revision: 1, name: achievement, description: '' },
        ...{
          outcomes: [],
          rubric: { criteria: [] },
          evidence_asked: [],
          cut_score: 0.5,
          route: 'PORTFOLIO',
          author_ids: [],
        },
        ...{ marking_policy: 'SINGLE', descriptors: {}, created_at: hour() },
        published_at: state === 'DRAFT' ? null : hour(),
        ...(state === 'RETIRED' && { retired_at: hour(), retired_by: idOf('designer'), retired_reason: 'Over' }),
      });
    version(`${achievement} 1`, 1, achievement === 'welding' ? 'SUPERSEDED' : 'RETIRED');
    version(`${achievement} 2`, 2, 'PUBLISHED');
    version(`${achievement} 3`, 3, 'DRAFT');
  }
  for (const person of [
    'assignedAssessor',
    'formerAssessor',
    'unassignedAssessor',
    'conflictedAssessor',
    'unitAssessor',
  ])
    add('assessor_qualification', `qualification of ${person}`, {
      ...{ achievement_id: idOf('welding'), person_id: idOf(person), basis: 'FOUNDER', since: day(-30) },
    });

  for (const [number, state] of ['REPLACED', 'IN_USE', 'DRAFT'].entries())
    add('studio_version', `kit ${state}`, {
      ...{ kind: 'KIT', number: number + 1, state, revision: 1, content: {}, changed_at: hour() },
      in_use_since: state === 'DRAFT' ? null : hour(),
    });
  add('brand_image', 'logo', {
    ...{ name: 'logo.svg', kind: 'SVG', width: 1, height: 1, content: '', created_at: hour() },
  });
  add('badge_template', 'template', {
    ...{ name: 'Round', revision: 1, slots: {}, created_at: hour(), changed_at: hour() },
  });
  for (const version of ['welding 2', 'welding 3'])
    put('badge_design', {
      ...{ achievement_version_id: idOf(version), own: {}, revision: 1, changed_at: hour() },
    });
  put('struck_badge', {
    ...{ achievement_version_id: idOf('welding 2'), face: {}, fonts: {}, struck_at: hour() },
  });
  put('badge_picture', { achievement_version_id: idOf('welding 2'), year: 0, scale: 'FULL', svg: '<svg/>' });
}
