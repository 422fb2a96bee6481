import { idOf } from './actors.js';
import type { Stage } from './stage.js';

/** A programme, and a cohort that Cleo is in; beside them one that somebody left. */
export function castCohorts({ day, hour, put, add }: Stage): void {
  const made = { created_by: idOf('owner'), created_at: hour() };
  add('programme', 'programme', {
    ...{ ...made, name: 'Joining', summary: '', lead_id: idOf('owner') },
    achievement_ids: [idOf('welding'), idOf('soldering')],
  });
  const cohort = (name: string, more: object) =>
    add('cohort', name, {
      ...{ ...made, programme_id: idOf('programme'), name: 'A', starts_on: day(-9), ends_on: day(9), closed_at: null },
      ...more,
    });
  cohort('cohort', {});
  cohort('closed cohort', { closed_at: hour() });
  const member = (of: string, person: string, left_at: string | null) =>
    put('cohort_member', {
      ...{ cohort_id: idOf(of), person_id: idOf(person), enrolled_by: idOf('owner'), enrolled_at: hour(), left_at },
    });
  member('cohort', 'self', null);
  member('cohort', 'colleague', null);
  member('closed cohort', 'formerManager', hour());
}
