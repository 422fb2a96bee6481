import { GRANTABLE_ROLES } from '@assay/access';
import fc from 'fast-check';
import { SUBMISSION_STATES } from '../../src/features/submissions/submission.lifecycle.js';
import type { Transaction } from '../../src/platform/database/transaction.js';

type Row = Record<string, unknown> & { id: string };
type Rows = Record<string, Record<string, unknown>[]>;

/** An organisation that nobody would design: every state beside every other, with dates around today. */
export interface World {
  people: string[];
  rows: Rows;
  /** A whole organisation in the message of a failed test helps nobody; its seed does. */
  [fc.toStringMethod]: () => string;
}

/** Draws a value; which ones is fast-check's business, so that a seed gives the same world again. */
type Draw = <T>(builder: () => fc.Arbitrary<T>) => T;

const DAY_MS = 86_400_000;
/** Around the two edges of every period: the day before, the day, the day after, and far away. */
const DAYS = [-400, -30, -1, 0, 1, 30];
const HOURS = [-24 * 400, -24, -1, 1, 24];
const FREE_STATES = ['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID'];

export const worlds = (now: Date): fc.Arbitrary<World> => fc.gen().map((g) => new Inventor(g as Draw, now).world());

class Inventor {
  private readonly rows: Rows = {};
  private made = 0;

  constructor(
    private readonly draw: Draw,
    private readonly now: Date,
  ) {}

  world(): World {
    const units = this.units();
    const people = this.people();
    this.employments(people, units);
    const achievements = this.achievements(people);
    this.grants(
      people,
      units,
      achievements.map(({ id }) => id),
    );
    this.qualifications(
      people,
      achievements.map(({ id }) => id),
    );
    const items = this.evidence(people);
    for (const person of people) this.attempts(person, people, achievements, items);
    this.credentials(people, achievements);
    this.told(people);
    this.imports(people);
    this.audited(people);
    this.signedIn(people);
    this.provisioned(people);
    const { rows } = this;
    return { people, rows, [fc.toStringMethod]: () => `an organisation of ${people.length}` };
  }

  private units(): string[] {
    const ids: string[] = [];
    for (let n = this.number(2, 6); n > 0; n--)
      ids.push(this.add('org_unit', { name: `Unit ${n}`, parent_id: ids.length ? this.maybe(ids, 0.7) : null }));
    return ids;
  }

  private people(): string[] {
    return Array.from({ length: this.number(8, 40) }, (_, n) =>
      this.add('person', {
        display_name: `Person ${n}`,
        email: `person${n}@example.org`,
        active: !this.chance(0.08),
        created_at: this.hour(),
        person_number: null,
        last_day: this.chance(0.15) ? this.day(this.of([-1, 0, 1])) : null,
      }),
    );
  }

  /** Up to three each; leads come from those invented before, so that nobody leads in a circle. */
  private employments(people: string[], units: string[]): void {
    for (const [index, person] of people.entries()) {
      const taken: [number, number][] = [];
      for (let n = this.number(0, 3); n > 0; n--) {
        const from = this.of(DAYS);
        const days = this.chance(0.4) ? null : this.of([0, 1, 29, 30, 365]);
        const to = days === null ? Number.MAX_SAFE_INTEGER : from + days;
        const overlaps = taken.some(([begins, ends]) => from <= ends && begins <= to);
        if (!overlaps) taken.push([from, to]);
        this.add('employment', {
          person_id: person,
          job_title: 'Engineer',
          org_unit_id: this.maybe(units, 0.85),
          manager_id: index === 0 ? null : this.maybe(people.slice(Math.max(0, index - 6), index), 0.85),
          job_role_level_id: null,
          starts_on: this.day(from),
          ends_on: days === null ? null : this.day(from + days),
          is_primary: !overlaps,
        });
      }
    }
  }

  private grants(people: string[], units: string[], achievements: string[]): void {
    for (const person of people)
      for (let n = this.of([0, 0, 1, 1, 2, 3]); n > 0; n--) {
        const waits = this.chance(0.1);
        const starts = this.of([-24 * 30, -24 * 30, -1, 1]);
        this.add('role_grant', {
          person_id: person,
          role: this.chance(0.4) ? 'ASSESSOR' : this.of(GRANTABLE_ROLES),
          scope_unit_id: this.maybe(units, 0.3),
          scope_achievement_id: this.maybe(achievements, 0.25),
          starts_at: waits ? null : this.hour(starts),
          ends_at: this.chance(0.75) ? null : this.hour(this.of([-1, 1, 24])),
          granted_by: null,
          granted_at: this.hour(),
          origin: 'PERSON',
          approval: waits ? 'SECOND_PERSON' : 'NOT_NEEDED',
        });
      }
  }

  private achievements(people: string[]): { id: string; versionId: string }[] {
    return Array.from({ length: this.number(2, 4) }, () => {
      const id = this.add('achievement', { created_at: this.hour(), created_by: this.maybe(people, 0.5) });
      const version = (number: number, state: string) =>
        this.add('achievement_version', {
          ...{ achievement_id: id, number, state, revision: 1, name: 'Something', description: '' },
          ...{ outcomes: [], rubric: { criteria: [] }, evidence_asked: [], cut_score: 0.5, route: 'PORTFOLIO' },
          ...{ marking_policy: 'SINGLE', descriptors: {}, created_at: this.hour(), author_ids: [] },
          published_at: state === 'DRAFT' ? null : this.hour(),
        });
      const versionId = version(1, this.chance(0.3) ? 'SUPERSEDED' : 'PUBLISHED');
      if (this.chance(0.7)) version(2, 'DRAFT');
      return { id, versionId };
    });
  }

  private qualifications(people: string[], achievements: string[]): void {
    for (const achievement of achievements)
      for (const person of people)
        if (this.chance(0.35))
          this.add('assessor_qualification', {
            ...{ achievement_id: achievement, person_id: person, basis: 'FOUNDER', since: this.day(-30) },
            ended_at: this.chance(0.2) ? this.hour() : null,
          });
  }

  private evidence(people: string[]): Map<string, Row[]> {
    const byPerson = new Map<string, Row[]>();
    for (const person of people) {
      const items: Row[] = [];
      for (let n = this.number(0, 3); n > 0; n--) {
        const fileId = this.chance(0.6)
          ? this.add('stored_file', {
              ...{
                owner_id: person,
                purpose: 'evidence',
                name: 'a.png',
                media_type: 'image/png',
                bytes: 1,
                sha256: '0',
              },
              created_at: this.hour(),
              taken_at: this.hour(),
            })
          : null;
        const content = {
          ...{ person_id: person, kind: fileId ? 'FILE' : 'TEXT', title: 'A', note: '', text: fileId ? null : 'Words' },
          ...{ file_id: fileId, created_at: this.hour(), revision: 1 },
        };
        items.push({ ...content, id: this.add('evidence_item', content) });
      }
      byPerson.set(person, items);
    }
    return byPerson;
  }

  private attempts(
    person: string,
    people: string[],
    achievements: { id: string; versionId: string }[],
    evidence: Map<string, Row[]>,
  ): void {
    for (const { id: achievement, versionId } of achievements) {
      const attempts = this.of([0, 0, 1, 1, 2]);
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const state = attempt < attempts ? this.of(FREE_STATES) : this.of(SUBMISSION_STATES);
        const submission = this.add('submission', {
          ...{ person_id: person, achievement_version_id: versionId, achievement_id: achievement, attempt_no: attempt },
          ...{ state, held_from: state === 'ON_HOLD' ? 'QUEUED' : null, revision: 1 },
          ...{ created_at: this.hour(), saved_at: this.hour(), submitted_at: null },
        });
        const items = (evidence.get(person) ?? []).filter(() => this.chance(0.7));
        this.parts(submission, items);
        this.add('submission_transition', {
          ...{ submission_id: submission, at: this.hour(), from_state: null, to_state: 'DRAFT', actor_id: person },
          actor_role: 'CANDIDATE',
        });
        if (state !== 'DRAFT' || this.chance(0.2))
          this.judged({ person, people, achievement, versionId, submission, attempt }, items);
      }
    }
  }

  private parts(submission: string, items: Row[]): void {
    for (const [index, { id }] of items.entries()) {
      this.put('submission_item', { submission_id: submission, item_id: id, letter: 'ABCDEF'[index] });
      if (this.chance(0.7))
        this.put('evidence_link', { submission_id: submission, item_id: id, criterion_id: 'c', reflection: 'So' });
    }
    if (this.chance(0.5))
      this.put('criterion_claim', {
        ...{ submission_id: submission, criterion_id: 'c', claimed_level: null, not_evidenced: false },
      });
  }

  /** A frozen copy, places of judgement on it in any state, marks of whoever was there, and decisions. */
  private judged(
    it: {
      person: string;
      people: string[];
      achievement: string;
      versionId: string;
      submission: string;
      attempt: number;
    },
    items: Row[],
  ): void {
    const snapshot = this.add('submission_snapshot', {
      ...{ submission_id: it.submission, number: 1, taken_at: this.hour(), digest: '0' },
      content: {
        achievementVersionId: it.versionId,
        declaration: 'Mine',
        items: items.map((item) => ({ itemId: item.id, fileId: item.file_id ?? null })),
        criteria: [],
      },
    });
    const others = it.people.filter((each) => each !== it.person);
    const assessors = this.assessorsOf(it.achievement).filter((each) => each !== it.person);
    const somebody = () => this.of(assessors.length > 0 && this.chance(0.8) ? assessors : others);
    for (const purpose of ['FIRST', 'SECOND'].slice(0, this.of([0, 1, 1, 1, 2]))) {
      const state = this.of(['OPEN', 'OPEN', 'LEASED', 'LEASED', 'HANDED_IN', 'HANDED_IN', 'CANCELLED']);
      const assessor = state === 'OPEN' || state === 'CANCELLED' ? null : somebody();
      const slot = this.add('marking_slot', {
        ...{ submission_id: it.submission, snapshot_id: snapshot, achievement_version_id: it.versionId },
        ...{ achievement_id: it.achievement, achievement_name: 'Something', candidate_id: it.person },
        ...{ candidate_code: 'ABCD', purpose, state, attempt_no: it.attempt, criteria_count: 1, item_count: 1 },
        ...{ submitted_at: this.hour(), due_at: this.hour(), assessor_id: assessor, back_in_queue: false },
        lease_until: state === 'LEASED' ? this.hour(this.of([-1, 1])) : null,
      });
      const markers = new Set([
        ...(assessor && this.chance(0.7) ? [assessor] : []),
        ...(this.chance(0.2) ? [somebody()] : []),
      ]);
      for (const marker of markers) {
        const mark = this.add('mark', {
          ...{ slot_id: slot, assessor_id: marker, revision: 1, saved_at: this.hour(), criteria: [], rules: {} },
          seen_letters: [],
        });
        if (state === 'HANDED_IN' && marker === assessor) this.decided(it.submission, mark, marker);
      }
    }
  }

  private decided(submission: string, mark: string, by: string): void {
    const released = this.chance(0.5);
    const sequence = (this.rows.decision ?? []).filter((row) => row.submission_id === submission).length + 1;
    this.add('decision', {
      ...{ submission_id: submission, sequence, cause: 'MARKING', mark_id: mark, outcome: 'PASS', score: 1 },
      ...{ criteria: [], overall_comment: '', decided_at: this.hour() },
      released_at: released ? this.hour() : null,
      released_by: released ? by : null,
    });
  }

  private credentials(people: string[], achievements: { id: string; versionId: string }[]): void {
    for (const person of people)
      for (let n = this.of([0, 1, 1, 2]); n > 0; n--) {
        const { versionId } = this.of(achievements);
        const award = this.add('award', {
          ...{
            person_id: person,
            achievement_version_id: versionId,
            basis: 'LEGACY',
            basis_id: this.nextId(),
            plan: {},
          },
          ...{ state: this.of(['PENDING', 'ISSUED', 'QUARANTINED']), awarded_on: this.hour(), created_at: this.hour() },
          attempts: 0,
        });
        if (this.chance(0.3)) continue;
        const credential = this.add('credential', {
          ...{ award_id: award, edition: 1, person_id: person, achievement_version_id: versionId, status: 'ACTIVE' },
          ...{ issued_at: this.hour(), valid_from: this.hour(-48), document: '{}', digest: '0' },
        });
        for (let links = this.of([0, 1, 2]); links > 0; links--)
          this.add('share_grant', {
            ...{ credential_id: credential, token: `token-${String(this.made).padStart(16, '0')}`, views: 0 },
            created_at: this.hour(),
            expires_at: this.chance(0.5) ? null : this.hour(this.of([-1, 1])),
            revoked_at: this.chance(0.2) ? this.hour() : null,
          });
      }
  }

  private told(people: string[]): void {
    for (const person of people) {
      if (this.chance(0.5))
        this.add('notification', {
          ...{
            person_id: person,
            kind: 'BADGE_READY',
            title: 'Ready',
            body: '',
            subjects: {},
            created_at: this.hour(),
          },
        });
      if (this.chance(0.3)) {
        const id = this.add('mail', {
          ...{ kind: 'TEST', to_address: 'x@example.org', to_person_id: person, created_at: this.hour(), attempts: 1 },
          state: this.chance(0.5) ? 'WAITING' : 'FAILED',
        });
        this.put('mail_letter', { mail_id: id, subject: 'Hello', body_text: 'x', body_html: 'x' });
        this.put('notification_preference', { person_id: person, topic: 'BADGES', rhythm: 'DAILY' });
      }
      if (this.chance(0.3))
        this.add('audit_entry', {
          ...{ at: this.hour(), actor_id: person, actor_kind: 'person', operation: 'somethingDone', detail: {} },
          digest: '0',
        });
    }
  }

  private imports(people: string[]): void {
    const scale = this.add('proficiency_scale', { name: 'Levels' });
    for (const state of ['DRAFT', 'PUBLISHED', 'SUPERSEDED']) {
      const series_id = this.nextId();
      const framework_id = this.add('skill_framework', {
        ...{ series_id, title: 'Skills', publisher: 'Us', version: '1', state, licence: 'CC0' },
        ...{ attribution: 'Us', scale_id: scale, created_at: this.hour() },
        published_at: state === 'DRAFT' ? null : this.hour(),
      });
      const skill_id = this.frameworkContent(framework_id, series_id);
      this.keeping(people, { framework_id, series_id, skill_id });
    }
    if (this.chance(0.8)) {
      const import_id = this.add('framework_import', {
        ...{ about: {}, kind: 'CSV', state: 'PREVIEWED', created_at: this.hour(), created_by: this.of(people) },
      });
      const kept = { import_id, n: 1 };
      this.put('framework_import_finding', { ...kept, severity: 'INFO', kind: 'K', file: 'f.csv', message: 'M' });
      this.put('framework_import_row', {
        ...kept,
        object: 'SKILL',
        outcome: 'CREATE',
        code: 'c',
        name: 'N',
        fields: [],
      });
    }
  }

  /** How skills are kept: steps of drafts, stewards, proposals, retirement, cross-walks, conversions and notes. */
  private keeping(people: string[], { framework_id, series_id, skill_id }: Record<string, string>): void {
    const at = this.hour();
    this.add('framework_step', {
      ...{
        framework_id,
        kind: 'ADD_SKILL',
        subject: 'S',
        removed: {},
        added: {},
        made_by: this.of(people),
        made_at: at,
      },
    });
    this.put('framework_steward', { series_id, person_id: this.of(people), named_by: this.of(people), named_at: at });
    this.add('skill_proposal', {
      ...{
        series_id,
        name: 'N',
        why: '',
        evidence: '',
        proposed_by: this.of(people),
        proposed_at: at,
        state: 'WAITING',
      },
    });
    this.put('skill_retirement', {
      ...{ skill_id, retires_on: this.day(0), reason: 'R', retired_by: this.of(people), retired_at: at },
    });
    const [from_scale_id, to_scale_id] = [1, 2].map(() => this.add('proficiency_scale', { name: 'Levels' }));
    this.add('scale_crosswalk', {
      ...{ from_scale_id, to_scale_id, pairs: [], reason: 'R', state: 'DRAFT', revision: 1 },
      ...{ written_by: this.of(people), written_at: at },
    });
    const levels = { from_skill_id: skill_id, from_ordinal: 1, to_skill_id: skill_id, to_ordinal: 2, accepted_at: at };
    const holder = this.of(people);
    this.add('accepted_conversion', { ...levels, purpose: 'STANDING', person_id: holder, accepted_by: holder });
    this.add('accepted_conversion', { ...levels, purpose: 'REQUIREMENT', accepted_by: holder });
    this.add('strategy_note', {
      ...{ title: 'T', body: '', horizon: 'NOW', skill_ids: '{}', revision: 1, written_by: this.of(people) },
      ...{ written_at: at, changed_at: at },
    });
  }

  private frameworkContent(framework_id: string, series_id: string): string {
    const named = { framework_id, name: 'N' };
    const texts = { description: '', responsibilities: [] };
    const skill_id = this.add('skill', { series_id, code: 'c' });
    this.add('skill_revision', { ...named, skill_id, descriptors: [], position: 0 });
    this.add('skill_relation', {
      ...{ framework_id, type: 'isPeerOf', origin_skill_id: skill_id, target_uri: 'https://x.example', position: 0 },
    });
    const family_id = this.add('job_family', { ...named, code: 'f', position: 0 });
    const role_id = this.add('job_role', { ...named, ...texts, family_id, code: 'r', position: 0 });
    const [from_level_id, to_level_id] = [1, 2].map((order) =>
      this.add('job_role_level', { ...named, ...texts, role_id, code: `l${order}`, order, facts: {} }),
    );
    this.put('job_role_level_move', { framework_id, from_level_id, to_level_id });
    this.add('job_role_requirement', {
      ...{ framework_id, job_role_level_id: from_level_id, skill_id, importance: 2, must_have: false, position: 0 },
    });
    this.add('job_role_edge', { framework_id, from_level_id, to_level_id, kind: 'LADDER', origin: 'DECLARED' });
    return skill_id;
  }

  /** Auditors open frozen copies for a while; who opened what is written down. */
  private audited(people: string[]): void {
    const submissions = new Map((this.rows.submission ?? []).map((row) => [row.id as string, row.person_id as string]));
    const auditors = (this.rows.role_grant ?? [])
      .filter(({ role }) => role === 'AUDITOR')
      .map((row) => row.person_id as string);
    for (const { id, submission_id } of this.rows.submission_snapshot ?? []) {
      const submission = submission_id as string;
      const owner = submissions.get(submission) ?? '';
      const opener = this.of(auditors.length > 0 && this.chance(0.8) ? auditors : people);
      if (opener === owner || this.chance(0.5)) continue;
      const began = this.of([-24, -1, -0.5]);
      const audit = this.add('evidence_audit', {
        ...{ submission_id: submission, owner_id: owner, auditor_id: opener, reason: 'A complaint' },
        opened_at: this.hour(began),
        until: this.hour(began + 0.75),
      });
      this.add('evidence_opening', {
        ...{ at: this.hour(began), owner_id: owner, opener_id: opener, submission_id: submission, snapshot_id: id },
        ...{ item_id: this.nextId(), how: 'READ', audit_id: audit, reason: 'A complaint', day: this.day(0) },
      });
    }
    for (const { id } of this.rows.stored_file ?? [])
      if (this.chance(0.7))
        this.put('file_preview', {
          file_id: id,
          state: 'IMPOSSIBLE',
          pages: [],
          page_count: 0,
          active_content: false,
          made_at: this.hour(),
        });
    for (const [index, { id, at }] of (this.rows.audit_entry ?? []).entries())
      this.put('audit_chain', { sequence: index + 1, entry_id: id, digest: '0', chain_hash: '0', chained_at: at });
  }

  private signedIn(people: string[]): void {
    for (const [enabled, approved_at] of [
      [true, this.hour()],
      [true, null],
      [false, this.hour()],
    ])
      this.add('identity_provider', {
        ...{
          name: 'Provider',
          issuer: `https://provider-${enabled}-${approved_at}.example.org`,
          client_id: 'x',
          enabled,
        },
        approved_at,
        ...{ created_at: this.hour(), changed_at: this.hour(), trust_unverified_email: false, create_people: false },
        allowed_domains: [],
      });
    for (const person of people) {
      if (this.chance(0.3))
        this.add('identity_link', {
          issuer: 'https://provider.example.org',
          subject: person,
          person_id: person,
          linked_at: this.hour(),
        });
      if (this.chance(0.3))
        this.add('sign_in_session', {
          ...{ person_id: person, method: 'DEMO', device: 'A browser', started_at: this.hour(), seen_at: this.hour() },
          ends_at: this.hour(),
        });
      if (this.chance(0.3))
        this.put('team_change', {
          ...{ manager_id: person, skill_id: this.nextId(), kind: 'HELD', ordinal: 0, at: this.hour(), change: 1 },
        });
    }
  }

  private provisioned(people: string[]): void {
    const about = { created_at: this.hour(), modified_at: this.hour(), version: 1 };
    const client_id = this.add('scim_client', {
      name: 'Directory',
      manages_employment: false,
      created_at: this.hour(),
    });
    const token_id = this.add('scim_token', {
      ...{ client_id, digest: `\\x${'00'.repeat(32)}`, prefix: 'x', created_at: this.hour(), expires_at: this.hour() },
    });
    const group_id = this.add('scim_group', { ...about, client_id, display_name: 'Group' });
    this.add('scim_request', {
      ...{ client_id, token_id, at: this.hour(), method: 'GET', path: '/Users', status: 200, milliseconds: 1 },
    });
    const person_id = this.of(people);
    this.put('scim_user', {
      ...about,
      person_id,
      client_id,
      user_name: 'somebody',
      mail_source: 'NONE',
      attributes: {},
    });
    this.put('scim_group_member', { group_id, person_id, added_at: this.hour() });
    this.add('people_import', {
      ...{
        file_id: this.nextId(),
        file_name: 'people.csv',
        state: 'PREVIEWED',
        created_at: this.hour(),
        missing: 'KEEP',
      },
      ...{ created_by: this.of(people), effective_on: this.day(0), columns: [], mapping: [] },
      counts: { rows: 0, create: 0, change: 0, unchanged: 0, leave: 0, errors: 0 },
    });
  }

  private assessorsOf(achievement: string): string[] {
    const qualified = (this.rows.assessor_qualification ?? [])
      .filter((row) => row.achievement_id === achievement)
      .map((row) => row.person_id as string);
    const able = new Set(
      (this.rows.role_grant ?? []).filter(({ role }) => role === 'ASSESSOR').map((row) => row.person_id as string),
    );
    return qualified.filter((id) => able.has(id));
  }

  private add(table: string, row: Record<string, unknown>): string {
    const id = this.nextId();
    this.put(table, { id, ...row });
    return id;
  }

  private put(table: string, row: Record<string, unknown>): void {
    (this.rows[table] ??= []).push(row);
  }

  private nextId(): string {
    this.made += 1;
    return `00000000-0000-4000-8000-${this.made.toString(16).padStart(12, '0')}`;
  }

  private number(min: number, max: number): number {
    return this.draw(() => fc.integer({ min, max }));
  }

  private chance(of: number): boolean {
    return this.number(1, 1_000) <= of * 1_000;
  }

  private of<T>(all: readonly T[]): T {
    const one = all[this.number(0, all.length - 1)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  }

  private maybe(all: readonly string[], chance: number): string | null {
    return all.length > 0 && this.chance(chance) ? this.of(all) : null;
  }

  private day(offset: number): string {
    return new Date(this.now.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  }

  private hour(offset = this.of(HOURS)): string {
    return new Date(this.now.getTime() + offset * 3_600_000).toISOString();
  }
}

/** Every table that a world fills, those first that others refer to. */
export const TABLES = [
  'org_unit',
  'person',
  'employment',
  'role_grant',
  'achievement',
  'achievement_version',
  'assessor_qualification',
  'stored_file',
  'evidence_item',
  'submission',
  'submission_item',
  'evidence_link',
  'criterion_claim',
  'submission_transition',
  'submission_snapshot',
  'marking_slot',
  'assessment_setting',
  'conflict_declaration',
  'slot_exclusion',
  'slot_waiver',
  'allocation_run',
  'comment_snippet',
  'mark',
  'decision',
  'reconciliation',
  'moderation',
  'submission_hold',
  'malpractice_case',
  'release_batch',
  'appeal',
  'recall',
  'recall_item',
  'assessor_profile',
  'assessor_leave',
  'assessor_application',
  'qualification_event',
  'exemplar',
  'definitive_mark',
  'calibration_round',
  'calibration_mark',
  'sampling_plan',
  'sample_item',
  'witness_statement',
  'carried_criterion',
  'prior_learning_screen',
  'mentor_request',
  'prior_learning_mentor',
  'mentor_note',
  'award',
  'credential',
  'share_grant',
  'mail',
  'mail_letter',
  'notification',
  'notification_preference',
  'audit_entry',
  'audit_unchained',
  'proficiency_scale',
  'skill_framework',
  'skill',
  'skill_revision',
  'skill_relation',
  'job_family',
  'job_role',
  'job_role_level',
  'job_role_level_move',
  'job_role_requirement',
  'job_role_edge',
  'framework_import',
  'framework_import_finding',
  'framework_import_row',
  'framework_step',
  'framework_steward',
  'skill_proposal',
  'skill_retirement',
  'scale_crosswalk',
  'accepted_conversion',
  'strategy_note',
  'course_catalogue',
  'course_provider',
  'course',
  'course_prerequisite',
  'course_outcome',
  'course_completion',
  'course_feedback',
  'course_import',
  'studio_version',
  'brand_image',
  'badge_template',
  'badge_design',
  'struck_badge',
  'badge_picture',
  'evidence_audit',
  'evidence_opening',
  'file_preview',
  'audit_chain',
  'identity_provider',
  'identity_link',
  'sign_in_session',
  'team_change',
  'scim_client',
  'scim_token',
  'scim_group',
  'scim_request',
  'scim_user',
  'scim_group_member',
  'people_import',
  'demo_persona',
  'status_list',
  'status_place',
  'credential_subject',
  'domain_event',
  'sign_in_attempt',
  'used_logout_token',
  'people_import_row',
  'team_part',
];

/** Written into published versions too, which only a world that is made up may have done. */
const STAYS = TABLES.slice(TABLES.indexOf('skill_revision'), TABLES.indexOf('framework_import'));

/** Writes a world as the owner of the database, past every rule. One statement per table. */
export async function settle(tx: Transaction, { rows }: World): Promise<void> {
  const forgotten = Object.keys(rows).filter((table) => !TABLES.includes(table));
  if (forgotten.length > 0) throw new Error(`No order is given for ${forgotten.join(', ')}.`);
  await tx.query('RESET ROLE');
  for (const table of TABLES) {
    const all = rows[table] ?? [];
    const columns = [...new Set(all.flatMap((row) => Object.keys(row)))].map((column) => `"${column}"`).join(', ');
    await tx.query(`SET LOCAL session_replication_role = ${STAYS.includes(table) ? 'replica' : 'origin'}`);
    if (all.length > 0)
      await tx.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(all)],
      );
  }
}
