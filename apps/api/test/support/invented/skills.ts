import type { Inventing } from './inventing.js';

export function inventSkills(it: Inventing, people: string[]): void {
  const scale = it.add('proficiency_scale', { name: 'Levels' });
  for (const state of ['DRAFT', 'PUBLISHED', 'SUPERSEDED']) {
    const series_id = it.nextId();
    const framework_id = it.add('skill_framework', {
      ...{ series_id, title: 'Skills', publisher: 'Us', version: '1', state, licence: 'CC0' },
      ...{ attribution: 'Us', scale_id: scale, created_at: it.hour() },
      published_at: state === 'DRAFT' ? null : it.hour(),
    });
    const skill_id = frameworkContent(it, framework_id, series_id);
    keeping(it, people, { framework_id, series_id, skill_id });
  }
  if (it.chance(0.8)) {
    const import_id = it.add('framework_import', {
      ...{ about: {}, kind: 'CSV', state: 'PREVIEWED', created_at: it.hour(), created_by: it.of(people) },
    });
    const kept = { import_id, n: 1 };
    it.put('framework_import_finding', { ...kept, severity: 'INFO', kind: 'K', file: 'f.csv', message: 'M' });
    it.put('framework_import_row', {
      ...kept,
      object: 'SKILL',
      outcome: 'CREATE',
      code: 'c',
      name: 'N',
      fields: [],
    });
  }
}

/** How skills are kept: steps of drafts, stewards, proposals, retirement, cross-walks, conversions and notes. */
function keeping(it: Inventing, people: string[], { framework_id, series_id, skill_id }: Record<string, string>): void {
  const at = it.hour();
  it.put('goal_keeping', { framework_id, kept_until: it.day(9), set_by: it.of(people), set_at: at });
  it.add('framework_step', {
    ...{
      framework_id,
      kind: 'ADD_SKILL',
      subject: 'S',
      removed: {},
      added: {},
      made_by: it.of(people),
      made_at: at,
    },
  });
  it.put('framework_steward', { series_id, person_id: it.of(people), named_by: it.of(people), named_at: at });
  it.add('skill_proposal', {
    ...{
      series_id,
      name: 'N',
      why: '',
      evidence: '',
      proposed_by: it.of(people),
      proposed_at: at,
      state: 'WAITING',
    },
  });
  it.put('skill_retirement', {
    ...{ skill_id, retires_on: it.day(0), reason: 'R', retired_by: it.of(people), retired_at: at },
  });
  const [from_scale_id, to_scale_id] = [1, 2].map(() => it.add('proficiency_scale', { name: 'Levels' }));
  it.add('scale_crosswalk', {
    ...{ from_scale_id, to_scale_id, pairs: [], reason: 'R', state: 'DRAFT', revision: 1 },
    ...{ written_by: it.of(people), written_at: at },
  });
  const levels = { from_skill_id: skill_id, from_ordinal: 1, to_skill_id: skill_id, to_ordinal: 2, accepted_at: at };
  const holder = it.of(people);
  it.add('accepted_conversion', { ...levels, purpose: 'STANDING', person_id: holder, accepted_by: holder });
  it.add('accepted_conversion', { ...levels, purpose: 'REQUIREMENT', accepted_by: holder });
  it.add('strategy_note', {
    ...{ title: 'T', body: '', horizon: 'NOW', skill_ids: '{}', revision: 1, written_by: it.of(people) },
    ...{ written_at: at, changed_at: at },
  });
}

function frameworkContent(it: Inventing, framework_id: string, series_id: string): string {
  const named = { framework_id, name: 'N' };
  const texts = { description: '', responsibilities: [] };
  const skill_id = it.add('skill', { series_id, code: 'c' });
  it.add('skill_revision', { ...named, skill_id, descriptors: [], position: 0 });
  it.add('skill_relation', {
    ...{ framework_id, type: 'isPeerOf', origin_skill_id: skill_id, target_uri: 'https://x.example', position: 0 },
  });
  const family_id = it.add('job_family', { ...named, code: 'f', position: 0 });
  const role_id = it.add('job_role', { ...named, ...texts, family_id, code: 'r', position: 0 });
  const [from_level_id, to_level_id] = [1, 2].map((order) =>
    it.add('job_role_level', { ...named, ...texts, role_id, code: `l${order}`, order, facts: {} }),
  );
  it.put('job_role_level_move', { framework_id, from_level_id, to_level_id });
  it.add('job_role_requirement', {
    ...{ framework_id, job_role_level_id: from_level_id, skill_id, importance: 2, must_have: false, position: 0 },
  });
  it.add('job_role_edge', { framework_id, from_level_id, to_level_id, kind: 'LADDER', origin: 'DECLARED' });
  return skill_id;
}
