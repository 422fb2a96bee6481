import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readTimeCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { evidenceProblems, tidyTags } from './evidence.rules.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { RemovedEvidence } from './evidence-item.type.js';
import { MENTORED_ITEM } from './submission.policy.js';
import { EvidenceInUse, EvidenceShown } from './submissions.refusals.js';

interface Described {
  title: string;
  note?: string | null;
  madeOn?: string | null;
  tags?: readonly string[] | null;
  skillIds?: readonly string[] | null;
}
/** What of the library is looked for. */
interface Found {
  search?: string | null;
  /** An own word, whatever its capitals. */
  tag?: string | null;
  skillId?: string | null;
  toLink?: boolean | null;
}
/** What may be changed. Undefined: stays as it is. */
type EvidenceChanges = { [Key in 'title' | 'note' | 'madeOn' | 'text' | 'url']?: string | null } & {
  [Key in 'tags' | 'skillIds']?: string[] | null;
};
/** What stays as it is when somebody else has said it, or is asked about it in these words. */
const SAID_BY_OTHERS = ['title', 'madeOn', 'text', 'url'] as const;
export type EvidenceAnswer = EvidenceItem | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile;

/** A person's private evidence library: captured first, attached later. */
@Injectable()
export class EvidenceService implements OnModuleInit {
  constructor(
    private readonly files: FilesService,
    private readonly nodes: NodeFinders,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(EvidenceItem, 'EvidenceItem', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<EvidenceItem | null> {
    return viewer.load('evidence-item', id, async (ids) => {
      const items = await viewer.tx.manager.findBy(EvidenceItem, { id: In([...ids]) });
      return new Map(items.map((item) => [item.id, item]));
    });
  }

  /** Whether an item is part of a draft that the viewer helps with; for rules that ask. */
  learnMentored(viewer: Viewer, id: string): Promise<boolean | null> {
    return viewer.load(MENTORED_ITEM, id, async (ids) => {
      const rows = await viewer.tx.query<{ id: string }>(
        'SELECT DISTINCT item_id AS id FROM submission_item WHERE item_id = ANY ($1) AND app_mentors(submission_id)',
        [[...ids]],
      );
      return new Map(rows.map((row) => [row.id, true]));
    });
  }

  /** The viewer's own item. */
  async find(viewer: Viewer, id: string): Promise<EvidenceItem | null> {
    const item = isId(id) ? await this.byId(viewer, id) : null;
    return item && can(viewer, 'edit', item) ? item : null;
  }

  /** The viewer's own item, kept from being removed until the end of this transaction. */
  async findToLink(viewer: Viewer, id: string): Promise<EvidenceItem | null> {
    const seen = await this.find(viewer, id);
    return (
      seen && viewer.tx.manager.findOne(EvidenceItem, { where: { id: seen.id }, lock: { mode: 'pessimistic_read' } })
    );
  }

  /** The viewer's library, newest first. */
  async mine(viewer: Viewer, input: PageInput & Found): Promise<Page<EvidenceItem>> {
    const matching = viewer.tx.manager
      .createQueryBuilder(EvidenceItem, 'item')
      .where('item.personId = :personId', { personId: viewer.personId });
    const words = searchPattern(input.search);
    if (words)
      matching.andWhere(
        '(item.title ILIKE :words OR item.note ILIKE :words OR EXISTS (SELECT FROM unnest(item.tags) tag WHERE tag ILIKE :words))',
        { words },
      );
    if (input.tag)
      matching.andWhere('EXISTS (SELECT FROM unnest(item.tags) tag WHERE lower(tag) = lower(:tag))', {
        tag: input.tag.trim(),
      });
    // What is no id is about nothing, so nothing is found.
    if (input.skillId)
      matching.andWhere(isId(input.skillId) ? ':skillId = ANY (item.skillIds)' : 'false', { skillId: input.skillId });
    if (input.toLink)
      matching.andWhere(
        `(item.kind NOT IN ('WITNESS', 'ATTESTED') OR EXISTS (SELECT FROM witness_statement said WHERE said.item_id = item.id AND said.answer = 'CONFIRMED'))`,
      );
    const total = await matching.getCount();
    const from = readTimeCursor(input.after);
    if (from) matching.andWhere('(item.createdAt, item.id) < (:at::timestamptz, :id)', from);
    const rows = await matching
      .orderBy('item.createdAt', 'DESC')
      .addOrderBy('item.id', 'DESC')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (item) => [item.createdAt.toISOString(), item.id]);
  }

  async addFile(viewer: Viewer, input: Described & { uploadId: string }): Promise<EvidenceItem | InvalidInput> {
    const problems = await this.problemsOfNew(viewer, input);
    const file = isId(input.uploadId) ? await this.files.untaken(viewer, input.uploadId, 'evidence') : null;
    if (!file)
      problems.push(new InputProblem('uploadId', 'This upload is not finished, not yours, or in the library already.'));
    if (!file || problems.length) return new InvalidInput(problems);

    await this.files.markTaken(viewer, file);
    return this.insert(viewer, { ...input, kind: 'FILE', fileId: file.id });
  }

  async addLink(viewer: Viewer, input: Described & { url: string }): Promise<EvidenceItem | InvalidInput> {
    const problems = await this.problemsOfNew(viewer, input);
    if (problems.length) return new InvalidInput(problems);

    return this.insert(viewer, { ...input, kind: 'LINK', url: input.url.trim() });
  }

  async addText(viewer: Viewer, input: Described & { text: string }): Promise<EvidenceItem | InvalidInput> {
    const problems = await this.problemsOfNew(viewer, input);
    if (problems.length) return new InvalidInput(problems);

    return this.insert(viewer, { ...input, kind: 'TEXT', text: input.text });
  }

  /** What the organisation says of a person, put into their library. The same twice is there once. */
  async attest(
    system: Viewer,
    said: Pick<EvidenceItem, 'id' | 'personId' | 'title' | 'madeOn'> &
      Partial<Pick<EvidenceItem, 'courseCompletionId' | 'externalCredentialId' | 'skillIds'>> & { text: string },
  ): Promise<EvidenceItem> {
    const before = await this.byId(system, said.id);
    if (before) return before;
    const rest = { ...BARE, kind: 'TEXT', createdAt: system.now } as const;
    const item = system.tx.manager.create(EvidenceItem, { ...rest, ...said, title: said.title.slice(0, 300) });
    await system.tx.manager.insert(EvidenceItem, item);
    system.forget('evidence-item', item.id);
    return item;
  }

  /** What was handed in before keeps the old words: a snapshot is a copy. */
  async edit(
    viewer: Viewer,
    id: string,
    input: EvidenceChanges & { expectedRevision: number },
  ): Promise<EvidenceAnswer> {
    const seen = await this.find(viewer, id);
    const item = seen && (await this.locked(viewer, seen.id));
    if (!item) return new NotFound('This evidence');
    if (!can(viewer, 'edit', item)) return new NotAllowed('This is not yours.');
    if (item.revision !== input.expectedRevision) return new ChangedMeanwhile(item.revision);
    const fixed = whySaid(item);
    if (fixed && SAID_BY_OTHERS.some((field) => input[field] !== undefined && input[field] !== item[field]))
      return new NotAllowed(fixed);
    const { title, note, madeOn, text, url, tags, skillIds } = input;
    const changes = {
      ...(typeof title === 'string' ? { title: title.trim() } : {}),
      ...(typeof note === 'string' ? { note } : {}),
      ...(madeOn !== undefined ? { madeOn } : {}),
      ...(item.kind === 'TEXT' && typeof text === 'string' ? { text } : {}),
      ...(item.kind === 'LINK' && typeof url === 'string' ? { url: url.trim() } : {}),
      ...(tags ? { tags: tidyTags(tags) } : {}),
      ...(skillIds ? { skillIds: [...new Set(skillIds)] } : {}),
    };
    const problems = problemsOf(viewer, changes);
    problems.push(...(await this.unknownSkills(viewer, skillIds, item.skillIds)));
    if (problems.length) return new InvalidInput(problems);

    await viewer.tx.manager.update(EvidenceItem, { id: item.id }, { ...changes, revision: item.revision + 1 });
    viewer.forget('evidence-item', item.id);
    return (await this.byId(viewer, item.id)) ?? new NotFound('This evidence');
  }

  /** What somebody else is asked about: the item is there at once, their words follow. */
  keepUnsaid(
    viewer: Viewer,
    kind: 'WITNESS' | 'ATTESTED',
    { title, note, madeOn, keptAt }: Described & { keptAt?: string },
  ): Promise<EvidenceItem> {
    return this.insert(viewer, { kind, title, note, madeOn, keptAt: keptAt?.trim() ?? null });
  }

  problemsOf(viewer: Viewer, input: Parameters<typeof evidenceProblems>[0]): InputProblem[] {
    return problemsOf(viewer, input);
  }

  /** What no submission uses goes, with its file. */
  async remove(viewer: Viewer, id: string): Promise<RemovedEvidence | EvidenceInUse | EvidenceShown | NotFound> {
    const seen = await this.find(viewer, id);
    const item = seen && (await this.locked(viewer, seen.id));
    if (!item || !can(viewer, 'remove', item)) return new NotFound('This evidence');
    const [use] = await viewer.tx.query<{ submissions: number; frozen: boolean }>(
      `SELECT count(*)::int AS submissions, coalesce(bool_or(submission.submitted_at IS NOT NULL), false) AS frozen
       FROM submission WHERE person_id = $1 AND (
         EXISTS (SELECT FROM submission_item used WHERE used.submission_id = submission.id AND used.item_id = $2)
         OR EXISTS (SELECT FROM submission_snapshot taken WHERE taken.submission_id = submission.id
                    AND taken.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('itemId', $2::text)))))`,
      [item.personId, item.id],
    );
    if (use?.submissions) return new EvidenceInUse(use.submissions, use.frozen);
    const shown = await viewer.tx.query(`SELECT FROM completion_claim WHERE item_id = $1 AND state = 'OPEN'`, [
      item.id,
    ]);
    if (shown.length > 0) return new EvidenceShown();

    await viewer.tx.manager.delete(EvidenceItem, { id: item.id });
    viewer.forget('evidence-item', item.id);
    const file = item.fileId ? await this.files.byId(viewer, item.fileId) : null;
    if (file) await this.files.letGo(viewer, file);
    return new RemovedEvidence(item.id);
  }

  /** In how many submissions it is linked. */
  async usedIn(viewer: Viewer, item: EvidenceItem): Promise<number> {
    const count = await viewer.load('evidence-used-in', item.id, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; n: number }>(
        `SELECT item_id AS id, count(*)::int AS n FROM submission_item WHERE item_id = ANY ($1::uuid[]) GROUP BY item_id`,
        [[...ids]],
      );
      return new Map(rows.map((row) => [row.id, row.n]));
    });
    return count ?? 0;
  }

  private async problemsOfNew(
    viewer: Viewer,
    input: Described & { url?: string; text?: string },
  ): Promise<InputProblem[]> {
    const { tags, skillIds, ...words } = input;
    const given = { ...words, ...(tags ? { tags } : {}), ...(skillIds ? { skillIds } : {}) };
    return [...problemsOf(viewer, given), ...(await this.unknownSkills(viewer, skillIds, []))];
  }

  /** What stood there before may stay: a framework that is archived takes nothing out of a library. */
  private async unknownSkills(
    viewer: Viewer,
    ids: readonly string[] | null | undefined,
    before: readonly string[],
  ): Promise<InputProblem[]> {
    const wanted = [...new Set(ids)].filter((id) => !before.includes(id));
    const found = await Promise.all(wanted.map((id) => this.skills.findSkill(viewer, id)));
    return found.every(Boolean)
      ? []
      : [new InputProblem('skillIds', 'One of these skills is in no published framework.')];
  }

  private locked(viewer: Viewer, id: string): Promise<EvidenceItem | null> {
    return viewer.tx.manager.findOne(EvidenceItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async insert(
    viewer: Viewer,
    content: Described & Pick<EvidenceItem, 'kind'> & Partial<Pick<EvidenceItem, 'fileId' | 'url' | 'text' | 'keptAt'>>,
  ): Promise<EvidenceItem> {
    const item = viewer.tx.manager.create(EvidenceItem, {
      ...BARE,
      id: newId(),
      personId: viewer.personId ?? '',
      kind: content.kind,
      title: content.title.trim(),
      note: content.note ?? '',
      url: content.url ?? null,
      text: content.text ?? null,
      fileId: content.fileId ?? null,
      keptAt: content.keptAt ?? null,
      madeOn: content.madeOn ?? null,
      tags: tidyTags(content.tags ?? []),
      skillIds: [...new Set(content.skillIds)],
      createdAt: viewer.now,
    });
    await viewer.tx.manager.insert(EvidenceItem, item);
    return item;
  }
}

const BARE = {
  ...{ note: '', url: null, text: null, fileId: null, keptAt: null, courseCompletionId: null, madeOn: null },
  externalCredentialId: null,
  ...{ tags: [], skillIds: [], revision: 1 },
};

/** Why its words are not the owner's to change; null where they are. */
function whySaid(item: EvidenceItem): string | null {
  if (item.courseCompletionId)
    return 'The organisation recorded this completion. You can change your note and tags on it.';
  if (item.externalCredentialId) return 'This is what a badge says. You can change your note and tags on it.';
  if (item.kind === 'WITNESS' || item.kind === 'ATTESTED')
    return 'Somebody was asked about it in these words, so they stay. You can change your note and tags on it.';
  return null;
}

const problemsOf = (viewer: Viewer, input: Parameters<typeof evidenceProblems>[0]): InputProblem[] =>
  evidenceProblems(input, viewer.now.toISOString().slice(0, 10)).map(
    ({ field, message }) => new InputProblem(field, message),
  );
