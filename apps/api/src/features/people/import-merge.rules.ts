export interface MergeStep {
  does: string;
  /** What `$1` is: the day from which changes hold, or the time of the request. */
  given?: 'day' | 'now';
  sql: string;
}

/** The statements that do what a plan says. A plan without problems is a condition: nothing is looked at twice here. */
export const MERGE: MergeStep[] = [
  {
    does: 'makes the units that the file names first, from the top down',
    sql: `INSERT INTO org_unit (id, name, parent_id) SELECT id, name, parent_id FROM import_new_unit ORDER BY position`,
  },
  {
    does: 'takes people on',
    given: 'now',
    sql: `INSERT INTO person (id, display_name, email, person_number, active, last_day, created_at)
      SELECT person_id, new_name, new_email, new_number, true, new_last_day, $1::timestamptz FROM import_plan WHERE NOT known ORDER BY row`,
  },
  {
    does: 'changes what identifies people, and when they leave',
    sql: `UPDATE person SET display_name = plan.new_name, email = plan.new_email, person_number = plan.new_number,
        last_day = CASE WHEN plan.leaving_changes THEN plan.new_last_day ELSE last_day END,
        leaving_reason = CASE WHEN NOT plan.leaving_changes THEN leaving_reason WHEN plan.new_last_day IS NOT NULL THEN 'Recorded by an import.' END,
        active = active OR plan.comes_back
      FROM import_plan plan WHERE plan.known AND person.id = plan.person_id AND (plan.person_changes OR plan.leaving_changes)`,
  },
  {
    does: 'puts right what begins on the very day',
    given: 'day',
    sql: `UPDATE employment SET job_title = plan.new_title, org_unit_id = plan.new_unit, manager_id = plan.new_manager, job_role_level_id = plan.new_level
      FROM import_plan plan WHERE plan.place_changes AND employment.id = plan.employment_id AND plan.old_starts = $1::date`,
  },
  {
    does: 'ends what another employment follows',
    given: 'day',
    sql: `UPDATE employment SET ends_on = $1::date - 1
      FROM import_plan plan WHERE plan.place_changes AND employment.id = plan.employment_id AND plan.old_starts < $1::date`,
  },
  {
    does: 'begins what is new: of new people, of those who come back, and what follows something else',
    given: 'day',
    sql: `INSERT INTO employment (id, person_id, job_title, org_unit_id, manager_id, job_role_level_id, starts_on, ends_on, is_primary)
      SELECT gen_random_uuid(), plan.person_id, plan.new_title, plan.new_unit, plan.new_manager, plan.new_level,
        coalesce(plan.new_starts, $1::date),
        coalesce(plan.old_ends, plan.new_last_day, CASE WHEN plan.known AND plan.employment_id IS NULL THEN (
          SELECT min(later.starts_on) - 1 FROM employment later
          WHERE later.person_id = plan.person_id AND later.is_primary AND later.starts_on > coalesce(plan.new_starts, $1::date)) END), true
      FROM import_plan plan WHERE plan.place_changes AND plan.old_starts IS DISTINCT FROM $1::date ORDER BY plan.row`,
  },
  {
    does: 'ends employments with the last day; what ended with the one named before goes along',
    sql: `UPDATE employment SET ends_on = plan.new_last_day
      FROM import_plan plan WHERE plan.leaving_changes AND NOT plan.comes_back AND employment.person_id = plan.person_id
        AND employment.starts_on <= plan.new_last_day
        AND (employment.ends_on IS NULL OR employment.ends_on > plan.new_last_day OR employment.ends_on = plan.old_last_day)`,
  },
  {
    does: 'lets those leave who are not in the file',
    given: 'day',
    sql: `UPDATE person SET last_day = $1::date, leaving_reason = 'Not in an import of people.'
      FROM import_leave leave WHERE person.id = leave.person_id`,
  },
  {
    does: 'ends their employments',
    given: 'day',
    sql: `UPDATE employment SET ends_on = $1::date FROM import_leave leave
      WHERE employment.person_id = leave.person_id AND employment.starts_on <= $1::date AND (employment.ends_on IS NULL OR employment.ends_on > $1::date)`,
  },
];

/**
 * Around these statements: what teams and units count follows every change of a job by itself, which here would be after each
 * statement; between them and the end it counts once, for everybody the plan touches.
 */
export const COUNT_TOGETHER = {
  begin: `SELECT set_config('app.jobs_counted', 'together', true)`,
  end: `SELECT set_config('app.jobs_counted', '', true), count_jobs_of(ARRAY(
      SELECT person_id FROM import_plan WHERE place_changes OR leaving_changes UNION SELECT person_id FROM import_leave))`,
};

/** People with roles who leave by the plan, and their last day: the roles end when it is over. */
export const LEAVERS = `
  SELECT leaver.person_id AS "personId", leaver.last_day::text AS "lastDay" FROM (
    SELECT person_id, new_last_day AS last_day FROM import_plan
    WHERE leaving_changes AND NOT comes_back AND new_last_day IS NOT NULL
    UNION ALL SELECT person_id, $1::date FROM import_leave
  ) leaver WHERE EXISTS (SELECT FROM role_grant WHERE role_grant.person_id = leaver.person_id)`;
