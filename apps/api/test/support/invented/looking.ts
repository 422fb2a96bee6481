import type { Inventing } from './inventing.js';

/** Auditors open frozen copies for a while; who opened what is written down. */
export function inventAudits(it: Inventing, people: string[]): void {
  const submissions = new Map((it.rows.submission ?? []).map((row) => [row.id as string, row.person_id as string]));
  const auditors = (it.rows.role_grant ?? [])
    .filter(({ role }) => role === 'AUDITOR')
    .map((row) => row.person_id as string);
  for (const { id, submission_id } of it.rows.submission_snapshot ?? []) {
    const submission = submission_id as string;
    const owner = submissions.get(submission) ?? '';
    const opener = it.of(auditors.length > 0 && it.chance(0.8) ? auditors : people);
    if (opener === owner || it.chance(0.5)) continue;
    const began = it.of([-24, -1, -0.5]);
    const audit = it.add('evidence_audit', {
      ...{ submission_id: submission, owner_id: owner, auditor_id: opener, reason: 'A complaint' },
      opened_at: it.hour(began),
      until: it.hour(began + 0.75),
    });
    it.add('evidence_opening', {
      ...{ at: it.hour(began), owner_id: owner, opener_id: opener, submission_id: submission, snapshot_id: id },
      ...{ item_id: it.nextId(), how: 'READ', audit_id: audit, reason: 'A complaint', day: it.day(0) },
    });
  }
  for (const { id } of it.rows.stored_file ?? [])
    if (it.chance(0.7))
      it.put('file_preview', {
        file_id: id,
        state: 'IMPOSSIBLE',
        pages: [],
        page_count: 0,
        active_content: false,
        made_at: it.hour(),
      });
  for (const [index, { id, at }] of (it.rows.audit_entry ?? []).entries())
    it.put('audit_chain', { sequence: index + 1, entry_id: id, digest: '0', chain_hash: '0', chained_at: at });
}
