import type { Inventing } from './inventing.js';

/** Badges from elsewhere, in whatever state. */
export function inventRecognition(it: Inventing, people: string[]): void {
  for (const person of people)
    for (let n = it.of([0, 0, 1, 2]); n > 0; n--) {
      const state = it.of(['CHECKING', 'CHECKED', 'SENT', 'DECIDED']);
      const by = it.of(people.filter((each) => each !== person));
      const decided = state === 'DECIDED' && by !== undefined;
      it.add('external_credential', {
        ...{
          person_id: person,
          state: state === 'DECIDED' && !decided ? 'SENT' : state,
          source: 'FILE',
          file_name: '',
        },
        ...{ brought_at: it.hour(), digest: it.nextId(), verdict: it.of(['broken', 'unknown-issuer', 'revoked']) },
        ...{ checks: [], document: {}, declaration: '', skills: [], reason: '', recognised: [], sent_at: it.hour() },
        outcome: decided ? it.of(['RECOGNISED', 'RPL_REQUIRED', 'INFORMATION_ONLY']) : null,
        ...{ decided_by: decided ? by : null, decided_at: decided ? it.hour() : null },
      });
    }
}
