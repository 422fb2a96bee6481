import { idOf } from './actors.js';
import type { Stage } from './stage.js';

export function castSkills({ day, hour, put, add }: Stage): void {
  add('proficiency_scale', 'scale', { name: 'Levels' });
  for (const state of ['DRAFT', 'PUBLISHED'])
    add('skill_framework', `framework ${state}`, {
      ...{ series_id: idOf(`series ${state}`), title: 'Skills', publisher: 'Us', version: '1', state, licence: 'CC0' },
      ...{
        attribution: 'Us',
        scale_id: idOf('scale'),
        created_at: hour(),
        published_at: state === 'DRAFT' ? null : hour(),
      },
    });
  for (const state of ['DRAFT', 'PUBLISHED']) {
    const framework_id = idOf(`framework ${state}`);
    const named = { framework_id, code: 'c', name: 'N' };
    add('skill', `skill ${state}`, { series_id: idOf(`series ${state}`), code: 'c' });
    add('skill_revision', `wording ${state}`, {
      ...{ framework_id, skill_id: idOf(`skill ${state}`), name: 'N', descriptors: [], position: 0 },
    });
    add('skill_relation', `relation ${state}`, {
      ...{
        framework_id,
        type: 'exactMatchOf',
        origin_skill_id: idOf(`skill ${state}`),
        target_uri: 'https://x.example',
      },
      position: 0,
    });
    add('job_family', `family ${state}`, { ...named, position: 0 });
    add('job_role', `role ${state}`, {
      ...{ ...named, family_id: idOf(`family ${state}`), description: '', responsibilities: [], position: 0 },
    });
    for (const order of [1, 2])
      add('job_role_level', `level ${order} ${state}`, {
        ...{ ...named, code: `c${order}`, role_id: idOf(`role ${state}`), order },
        ...{ description: '', responsibilities: [], facts: {} },
      });
    add('job_role_requirement', `requirement ${state}`, {
      ...{ framework_id, job_role_level_id: idOf(`level 1 ${state}`), skill_id: idOf(`skill ${state}`) },
      ...{ importance: 2, must_have: false, position: 0 },
    });
    add('job_role_edge', `step ${state}`, {
      ...{ framework_id, from_level_id: idOf(`level 1 ${state}`), to_level_id: idOf(`level 2 ${state}`) },
      ...{ kind: 'LADDER', origin: 'DECLARED' },
    });
  }
  add('framework_step', 'step of a draft', {
    ...{ framework_id: idOf('framework DRAFT'), kind: 'ADD_SKILL', subject: 'S', removed: {}, added: {} },
    ...{ made_by: idOf('designer'), made_at: hour() },
  });
  put('framework_steward', {
    ...{
      series_id: idOf('series PUBLISHED'),
      person_id: idOf('designer'),
      named_by: idOf('designer'),
      named_at: hour(),
    },
  });
  const wish = { series_id: idOf('series PUBLISHED'), name: 'N', why: '', evidence: '', proposed_by: idOf('self') };
  add('skill_proposal', 'wish', { ...wish, proposed_at: hour(), state: 'WAITING' });
  add('skill_proposal', 'wish refused', {
    ...{
      ...wish,
      proposed_at: hour(),
      state: 'REFUSED',
      reason: 'R',
      decided_by: idOf('designer'),
      decided_at: hour(),
    },
  });
  put('skill_retirement', {
    ...{ skill_id: idOf('skill PUBLISHED'), retires_on: day(0), reason: 'R', retired_by: idOf('designer') },
    retired_at: hour(),
  });
  add('proficiency_scale', 'scale two', { name: 'Other levels' });
  for (const [name, from, to, author] of [
    ['crosswalk', 'scale', 'scale two', 'owner'],
    ['own crosswalk', 'scale two', 'scale', 'designer'],
  ] as const)
    add('scale_crosswalk', name, {
      ...{ from_scale_id: idOf(from), to_scale_id: idOf(to), pairs: [], reason: 'R', state: 'DRAFT', revision: 1 },
      ...{ written_by: idOf(author), written_at: hour() },
    });
  const taken = { from_ordinal: 1, to_ordinal: 2, accepted_at: hour() };
  const between = { from_skill_id: idOf('skill PUBLISHED'), to_skill_id: idOf('skill DRAFT') };
  add('accepted_conversion', 'conversion', {
    ...{ ...taken, ...between, purpose: 'STANDING', person_id: idOf('self'), accepted_by: idOf('self') },
  });
  add('accepted_conversion', 'conversion of what is asked', {
    ...{ ...taken, ...between, purpose: 'REQUIREMENT', accepted_by: idOf('designer') },
  });
  add('strategy_note', 'plan', {
    ...{ title: 'T', body: '', horizon: 'NOW', skill_ids: '{}', revision: 1, written_by: idOf('designer') },
    ...{ written_at: hour(), changed_at: hour() },
  });
  put('job_role_level_move', {
    ...{ framework_id: idOf('framework PUBLISHED'), chosen_by: idOf('designer'), moved_at: hour(), people: 0 },
    ...{ from_level_id: idOf('level 1 DRAFT'), to_level_id: idOf('level 1 PUBLISHED') },
  });
  put('job_role_level_move', {
    ...{ framework_id: idOf('framework DRAFT'), chosen_by: idOf('designer') },
    ...{ from_level_id: idOf('level 1 PUBLISHED'), to_level_id: idOf('level 1 DRAFT') },
  });
  add('framework_import', 'import of skills', {
    ...{ about: {}, kind: 'CSV', state: 'PREVIEWED', created_at: hour(), created_by: idOf('designer') },
  });
  put('framework_import_finding', {
    ...{ import_id: idOf('import of skills'), n: 1, severity: 'INFO', kind: 'K', file: 'f.csv', message: 'M' },
  });
  put('framework_import_row', {
    ...{
      import_id: idOf('import of skills'),
      n: 1,
      object: 'SKILL',
      outcome: 'CREATE',
      code: 'c',
      name: 'N',
      fields: [],
    },
  });
}
