import type { Inventing } from './inventing.js';

export function inventCredentials(
  it: Inventing,
  people: string[],
  achievements: { id: string; versionId: string }[],
): void {
  if (it.chance(0.5))
    it.put('reminder_setting', { only_one: true, days: [it.of([7, 30])], tells_manager: it.chance(0.5) });
  if (it.chance(0.5)) inventBulkIssue(it, people);
  for (const person of people)
    for (let n = it.of([0, 1, 1, 2]); n > 0; n--) {
      const { versionId } = it.of(achievements);
      const award = it.add('award', {
        ...{
          person_id: person,
          achievement_version_id: versionId,
          basis: 'LEGACY',
          basis_id: it.nextId(),
          plan: {},
        },
        ...{ state: it.of(['PENDING', 'ISSUED', 'QUARANTINED']), awarded_on: it.hour(), created_at: it.hour() },
        attempts: 0,
      });
      if (it.chance(0.3)) continue;
      const credential = it.add('credential', {
        ...{ award_id: award, edition: 1, person_id: person, achievement_version_id: versionId, status: 'ACTIVE' },
        ...{ issued_at: it.hour(), valid_from: it.hour(-48), document: '{}', digest: '0' },
      });
      if (it.chance(0.3))
        it.put('credential_reminder', { credential_id: credential, days_before: 30, told_at: it.hour() });
      if (it.chance(0.4)) inventEndorsement(it, { award, credential }, person, people);
      if (it.chance(0.4)) inventChange(it, credential, person, people);
      for (let links = it.of([0, 1, 2]); links > 0; links--)
        inventUse(it, {
          ...{ credential_id: credential, token: `token-${String(it.count).padStart(16, '0')}`, views: 0 },
          created_at: it.hour(),
          expires_at: it.chance(0.5) ? null : it.hour(it.of([-1, 1])),
          revoked_at: it.chance(0.2) ? it.hour() : null,
        });
    }
}

function inventBulkIssue(it: Inventing, people: string[]): void {
  it.add('bulk_correction', {
    ...{ state: 'RUNNING', reason: 'So', credential_ids: [], done: 0, corrected: 0, passed_over: 0, failed_ids: [] },
    ...{ created_at: it.hour(), created_by: it.of(people) },
  });
  it.add('bulk_issue', {
    ...{ file_id: it.nextId(), file_name: 'list.csv', state: 'PREVIEWED', columns: [], mapping: [], rows: [] },
    ...{ counts: { rows: 0, create: 0, held: 0, errors: 0 }, created_at: it.hour(), created_by: it.of(people) },
  });
}

function inventChange(it: Inventing, credential: string, person: string, people: string[]): void {
  const state = it.of(['PROPOSED', 'DECIDED', 'DONE', 'DECLINED']);
  const by = it.of(people);
  if (it.chance(0.4))
    it.add('stack_risk', {
      ...{ credential_id: credential, person_id: person, lost: [], opened_at: it.hour() },
      state: it.of(['OPEN', 'OVER']),
    });
  it.add('credential_change', {
    ...{ credential_id: credential, person_id: person, kind: 'SUSPEND', cause: 'UNDER_REVIEW', reason: 'So' },
    ...{ state, corrections: [], asked_by: by, asked_at: it.hour() },
    ...{ decided_by: state === 'PROPOSED' ? null : by, decided_at: state === 'PROPOSED' ? null : it.hour() },
  });
}

function inventEndorsement(
  it: Inventing,
  of: { award: string; credential: string },
  holder_id: string,
  people: string[],
): void {
  const others = people.filter((each) => each !== holder_id);
  const state = it.of(['ASKED', 'GIVEN', 'DECLINED', 'TAKEN_BACK', 'WITHDRAWN']);
  it.add('endorsement', {
    ...{ credential_id: of.credential, award_id: of.award, holder_id, asked_by: it.of(people), state },
    ...{ endorser_id: it.maybe(others, 0.6), endorser_name: 'E', endorser_email: 'e@example.org', message: '' },
    ...{
      asked_at: it.hour(),
      expires_at: it.hour(),
      ...{ words: 'A', capacity: '', shown: it.chance(0.5), withdrawn_reason: '' },
      withdrawn_at: state === 'WITHDRAWN' ? it.hour() : null,
    },
  });
}

function inventUse(it: Inventing, grant: Record<string, unknown>): void {
  const share_grant_id = it.add('share_grant', grant);
  if (it.chance(0.5)) it.put('share_day', { share_grant_id, day: '2026-11-02', kind: 'PAGE', by_name: '', times: 2 });
  const credential_id = grant.credential_id;
  if (!it.rows.credential_use?.some((use) => use.credential_id === credential_id) && it.chance(0.5))
    it.put('credential_use', { credential_id, day: '2026-11-02', kind: 'VIEW', times: 2 });
}
