import { idOf } from './actors.js';
import type { Stage } from './stage.js';

/** What is kept about who may not judge whom, and how work was given out. */
export function castAllocating({ hour, put, add }: Stage): void {
  put('assessment_setting', { only_one: true, revision: 1 });
  add('conflict_declaration', 'declaration', {
    ...{ person_id: idOf('unitAssessor'), other_person_id: idOf('stayed'), kind: 'FAMILY', note: '', since: hour() },
  });
  put('slot_exclusion', {
    ...{ slot_id: idOf('slot of queued'), person_id: idOf('conflictedAssessor'), rule: 'not-report', at: hour() },
  });
  put('slot_waiver', {
    ...{ slot_id: idOf('slot of released'), person_id: idOf('assignedAssessor'), rule: 'not-team', reason: 'Alone' },
    ...{ by_id: idOf('lead'), at: hour() },
  });
  add('comment_snippet', 'snippet', { person_id: idOf('assignedAssessor'), words: 'Say which.', saved_at: hour() });
  add('allocation_run', 'run', {
    ...{ at: hour(), kind: 'NIGHTLY', seed: 's', rule: 'FAIREST', inputs: {}, inputs_digest: '0', result: [] },
    by_id: null,
  });
}
