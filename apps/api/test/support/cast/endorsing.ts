import { idOf } from './actors.js';
import type { Stage } from './stage.js';

/** What a colleague was asked to say for Cleo's credential, and what one from outside has said. */
export function castEndorsing({ hour, add }: Stage): void {
  const about = {
    ...{ credential_id: idOf('credential'), award_id: idOf('award issued'), holder_id: idOf('self') },
    ...{
      asked_by: idOf('self'),
      message: '',
      capacity: '',
      words: '',
      shown: true,
      withdrawn_reason: '',
      asked_at: hour(),
      expires_at: hour(48),
    },
  };
  add('endorsement', 'endorsement asked', {
    ...{
      ...about,
      endorser_id: idOf('colleague'),
      endorser_name: 'C',
      endorser_email: 'c@example.org',
      state: 'ASKED',
    },
  });
  add('endorsement', 'endorsement given', {
    ...{ ...about, endorser_id: null, endorser_name: 'W', endorser_email: 'w@example.org', state: 'GIVEN' },
    ...{ words: 'Good', capacity: 'Client', answered_at: hour() },
  });
  add('endorsement', 'endorsement declined', {
    ...{ ...about, endorser_id: null, endorser_name: 'D', endorser_email: 'd@example.org', state: 'DECLINED' },
  });
}
