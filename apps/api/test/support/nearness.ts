import { newId } from '../../src/platform/database/id.js';
import type { TestApi } from './api.js';
import { addManager, addPeople } from './programme.js';

export interface Near {
  candidate: string;
  assessor: string;
  slotId: string;
}

/** Everything that keeps somebody from judging: what has to be so, in rows, and the rule that then stands. */
export const RELATIONS: Record<string, { rule: string; bring(api: TestApi, near: Near): Promise<unknown> }> = {
  'manages the candidate': {
    rule: 'not-manager',
    bring: (api, { candidate, assessor }) => addManager(api, candidate, assessor),
  },
  'is managed by the candidate': {
    rule: 'not-report',
    bring: (api, { candidate, assessor }) => addManager(api, assessor, candidate),
  },
  'has the same manager': {
    rule: 'not-team',
    async bring(api, { candidate, assessor }) {
      const { boss } = await addPeople(api, { boss: [] });
      await addManager(api, candidate, boss);
      await addManager(api, assessor, boss);
    },
  },
  'declared a conflict': {
    rule: 'no-conflict',
    bring: (api, { candidate, assessor }) => declare(api, assessor, candidate),
  },
  'is in a conflict that the candidate declared': {
    rule: 'no-conflict',
    bring: (api, { candidate, assessor }) => declare(api, candidate, assessor),
  },
  'is a witness in it': { rule: 'not-witness', bring: (api, near) => witness(api, near, 'colleague') },
  'is a witness in it by mail': { rule: 'not-witness', bring: (api, near) => witness(api, near, 'address') },
  'once prepared the candidate': {
    rule: 'not-mentor',
    bring: (api, { slotId, assessor }) =>
      api.sql(
        `INSERT INTO prior_learning_mentor (submission_id, person_id, since, ended_at)
         SELECT submission_id, $2, now() - interval '9 days', now() - interval '1 day' FROM marking_slot WHERE id = $1`,
        [slotId, assessor],
      ),
  },
  'leads it, and can read the marks that differ': {
    rule: 'not-lead',
    async bring(api, { slotId, assessor }) {
      await api.sql(`UPDATE marking_slot SET purpose = 'THIRD' WHERE id = $1`, [slotId]);
      await api.sql(
        `INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'ASSESSMENT_LEAD', now() - interval '1 day')`,
        [newId(), assessor],
      );
    },
  },
  'marked it first': { rule: 'no-other-part', bring: (api, near) => judged(api, near, 'SECOND') },
  'marked what is moderated': { rule: 'no-other-part', bring: (api, near) => judged(api, near, 'MODERATION') },
  'released what is appealed': {
    rule: 'not-decider',
    async bring(api, { slotId, assessor }) {
      await api.sql(`UPDATE marking_slot SET purpose = 'APPEAL' WHERE id = $1`, [slotId]);
      await api.sql(
        `INSERT INTO submission_transition (id, submission_id, at, from_state, to_state, actor_id, actor_role)
         SELECT $2, submission_id, now(), 'READY_FOR_RELEASE', 'RELEASED', $3, 'RELEASER' FROM marking_slot WHERE id = $1`,
        [slotId, newId(), assessor],
      );
    },
  },
};

const declare = (api: TestApi, person: string, other: string) =>
  api.sql(
    `INSERT INTO conflict_declaration (id, person_id, other_person_id, kind, since) VALUES ($1, $2, $3, 'FAMILY', now())`,
    [newId(), person, other],
  );

/** A witness of the first piece of evidence in the copy. */
const witness = (api: TestApi, { candidate, assessor, slotId }: Near, known: 'colleague' | 'address') =>
  api.sql(
    `INSERT INTO witness_statement (id, owner_id, item_id, witness_person_id, witness_email, witness_name, about, question, asked_at,
       expires_at, answered_at, answer, answered_by, capacity, words, digest)
     SELECT $1, $2, (taken.content -> 'items' -> 0 ->> 'itemId')::uuid, CASE WHEN $5 = 'colleague' THEN $3::uuid END, upper(person.email),
       person.display_name, 'It', 'Was it so?', now(), now(), now(), 'CONFIRMED', 'LINK', 'Colleague', 'It was so.', 'digest'
     FROM marking_slot slot JOIN submission_snapshot taken ON taken.id = slot.snapshot_id, person
     WHERE slot.id = $4 AND person.id = $3`,
    [newId(), candidate, assessor, slotId, known],
  );

/** The assessor has handed in the first mark, and the place is for another one. */
async function judged(api: TestApi, { assessor, slotId }: Near, purpose: 'SECOND' | 'MODERATION'): Promise<void> {
  await api.sql('UPDATE marking_slot SET purpose = $2 WHERE id = $1', [slotId, purpose]);
  await api.sql(
    `INSERT INTO marking_slot (id, submission_id, snapshot_id, achievement_version_id, achievement_id, achievement_name, candidate_id,
       candidate_code, purpose, state, attempt_no, criteria_count, item_count, submitted_at, due_at, assessor_id, handed_in_at)
     SELECT $2, submission_id, snapshot_id, achievement_version_id, achievement_id, achievement_name, candidate_id, candidate_code,
       'FIRST', 'HANDED_IN', attempt_no, criteria_count, item_count, submitted_at, due_at, $3, now() FROM marking_slot WHERE id = $1`,
    [slotId, newId(), assessor],
  );
}
