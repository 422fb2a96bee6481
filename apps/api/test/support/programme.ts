import type { Role } from '@assay/access';
import type { Rubric } from '@assay/rubric';
import { newId } from '../../src/platform/database/id.js';
import type { TestApi } from './api.js';

export type People<Name extends string> = Record<Name, string>;

/** People with roles, by name; who leads whom is told with `addManager`. */
export async function addPeople<Name extends string>(api: TestApi, roles: Record<Name, Role[]>): Promise<People<Name>> {
  const names = Object.keys(roles) as Name[];
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as People<Name>;
  await api.asSystem(async ({ tx, now }) => {
    for (const name of names) {
      await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
        ids[name],
        name,
        `${name}.${ids[name]}@example.org`,
        now,
      ]);
      for (const role of roles[name])
        await tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
          newId(),
          ids[name],
          role,
          now,
        ]);
    }
  });
  return ids;
}

/** From today on `managerId` leads `personId`. */
export async function addManager(api: TestApi, personId: string, managerId: string): Promise<void> {
  await api.sql(
    `INSERT INTO employment (id, person_id, job_title, manager_id, starts_on, is_primary)
     VALUES ($1, $2, 'Engineer', $3, current_date, NOT EXISTS (SELECT FROM employment WHERE person_id = $2 AND is_primary))`,
    [newId(), personId, managerId],
  );
}

/** A skill of a published framework on a scale of four levels. */
export async function addSkill(api: TestApi, name = 'Testing'): Promise<{ id: string; levels: string[] }> {
  const scale = newId();
  const framework = newId();
  const series = newId();
  const skill = newId();
  const levels = ['Awareness', 'Working', 'Practitioner', 'Expert'];
  await api.sql(`INSERT INTO proficiency_scale (id, name) VALUES ($1, 'Four levels')`, [scale]);
  for (const [index, label] of levels.entries())
    await api.sql('INSERT INTO proficiency_level (id, scale_id, ordinal, label) VALUES ($1, $2, $3, $4)', [
      newId(),
      scale,
      index + 1,
      label,
    ]);
  await api.sql(
    `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
     VALUES ($1, $2, 'Our skills', 'Us', '1', 'DRAFT', 'CC0-1.0', 'Ours', $3, now())`,
    [framework, series, scale],
  );
  await api.sql('INSERT INTO skill (id, series_id, code) VALUES ($1, $2, $3)', [skill, series, name.toLowerCase()]);
  await api.sql(
    `INSERT INTO skill_revision (id, skill_id, framework_id, name, description, descriptors, position)
     VALUES ($1, $2, $3, $4, 'About it', '[null, null, null, null]', 1)`,
    [newId(), skill, framework, name],
  );
  await api.sql(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [framework]);
  return { id: skill, levels };
}

/** A rubric of two criteria with three levels; the first must be passed. */
export function smallRubric(): Rubric {
  return {
    criteria: ['Doing it', 'Explaining it'].map((title, place) => ({
      id: newId(),
      title,
      description: `Whether somebody is good at ${title.toLowerCase()}`,
      weight: 1,
      mustReach: place === 0 ? 2 : null,
      levels: ['Not yet', 'Competent', 'Strong'].map((label, index) => ({
        id: newId(),
        ordinal: index + 1,
        label,
        points: index,
        descriptor: `What ${label} looks like`,
        isCompetent: index > 0,
      })),
    })),
  };
}

/** A published achievement, written as a designer's work ends up. */
export async function addAchievement(
  api: TestApi,
  skillId: string,
  name = 'Writes tests',
  state: 'PUBLISHED' | 'DRAFT' = 'PUBLISHED',
): Promise<{ id: string; achievementId: string; rubric: Rubric }> {
  const id = newId();
  const achievementId = newId();
  const rubric = smallRubric();
  await api.sql('INSERT INTO achievement (id, created_at) VALUES ($1, now())', [achievementId]);
  await api.sql(
    `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, skill_id, skill_revision_id, level_ordinal,
       outcomes, rubric, evidence_asked, cut_score, validity_months, evidence_max_age_months, route, marking_policy, borderline_band, descriptors,
       created_at, published_at)
     VALUES ($1, $2, 1, $7, $3, 'About it', $4, (SELECT id FROM skill_revision WHERE skill_id = $4), 2, '["Does it"]', $5,
       '["A piece of work"]', 0.5, 36, 24, 'PORTFOLIO', 'SINGLE', 0, $6, now(), CASE $7 WHEN 'PUBLISHED' THEN now() END)`,
    [
      id,
      achievementId,
      name,
      skillId,
      JSON.stringify(rubric),
      JSON.stringify({
        workloadHours: 8,
        ects: null,
        eqfLevel: null,
        language: 'en',
        participation: 'At work',
        assessmentType: 'Portfolio',
        supervision: 'Unsupervised',
        qualityAssurance: 'Internal',
        prerequisites: '',
        stackability: 'Stand-alone',
      }),
      state,
    ],
  );
  return { id, achievementId, rubric };
}

/** Tries a statement under one of the product's own database roles, in somebody's name, and takes it back. Gives the reason when it is refused. */
export async function refusalOfSql(
  api: TestApi,
  role: 'app_api' | 'app_issuer',
  sql: string,
  personId = '',
): Promise<string | null> {
  const undone = new Error('taken back');
  try {
    await api.asSystem(async ({ tx }) => {
      await tx.query(`SET LOCAL ROLE ${role}; SET LOCAL app.person_id = '${personId}'`);
      await tx.query(sql);
      throw undone;
    });
  } catch (error) {
    return error === undone ? null : (error as Error).message;
  }
  return null;
}

/** The organisation in whose name credentials are awarded. */
export async function foundOrganisation(api: TestApi): Promise<void> {
  await api.sql(`INSERT INTO organisation (id, name, is_demo) VALUES ($1, 'Our company', false)`, [newId()]);
}
