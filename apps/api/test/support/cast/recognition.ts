import { idOf } from './actors.js';
import type { Stage } from './stage.js';

/** Badges that Cleo earned elsewhere, one in each state that a rule looks at. */
export function castRecognition({ hour, add }: Stage): void {
  const brought = (name: string, more: object) =>
    add('external_credential', name, {
      ...{ person_id: idOf('self'), state: 'CHECKED', source: 'FILE', file_name: '', brought_at: hour(), digest: name },
      ...{
        verdict: 'genuine-and-current',
        checks: [],
        document: {},
        recipient: 'MATCHED',
        declaration: '',
        skills: [],
      },
      ...{ sent_at: null, outcome: null, reason: '', recognised: [], decided_by: null, decided_at: null },
      ...more,
    });
  brought('badge brought', {});
  brought('badge sent', { state: 'SENT', sent_at: hour() });
  brought('badge recognised', {
    ...{ state: 'DECIDED', sent_at: hour(), outcome: 'RECOGNISED', decided_by: idOf('designer'), decided_at: hour() },
  });
}
