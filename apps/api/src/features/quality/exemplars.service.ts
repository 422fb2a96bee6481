import { levelAt } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { withoutNames } from './calibration.rules.js';
import { type DefinitiveLevel, DefinitiveMark, Exemplar, type ExemplarItem } from './exemplar.entity.js';
import { ExemplarAgreed } from './quality.events.js';
import { JUDGED, leads } from './quality.policy.js';
import { QualifiedService } from './qualified.service.js';

const MOST_TITLE = 200;
const MOST_TEXT = 20_000;
const MOST_ITEMS = 12;
const MOST_REASON = 2_000;

type Kept = Exemplar | ChangedMeanwhile | InvalidInput | NotAllowed | NotFound;

/** Released work that an exemplar can be made of, by its code. */
export interface ReleasedWork {
  submissionId: string;
  candidateCode: string;
  versionId: string;
  itemCount: number;
  outcome: string;
  releasedAt: Date;
}

/** Definitively marked work: made of what somebody handed in, without their name, or written; worth what two people say. */
@Injectable()
export class ExemplarsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly qualified: QualifiedService,
  ) {}

  async page(viewer: Viewer, input: PageInput & { achievementId?: string | null }): Promise<Page<Exemplar>> {
    const from = readTimeCursor(input.after);
    const found = viewer.tx.manager.createQueryBuilder(Exemplar, 'it').where('it.retiredAt IS NULL');
    if (input.achievementId) {
      if (!isId(input.achievementId)) return pageOf([], input, 0, () => []);
      found.andWhere('it.achievementId = :achievement', { achievement: input.achievementId });
    }
    const total = await found.getCount();
    if (from) found.andWhere('(it.madeAt, it.id) < (:at, :id)', from);
    const rows = await found.orderBy('it.madeAt', 'DESC').addOrderBy('it.id', 'DESC').take(limitOf(input)).getMany();
    const seen = rows.filter((row) => leads(viewer, row));
    return pageOf(seen, input, total, (row) => [row.madeAt.toISOString(), row.id]);
  }

  async find(viewer: Viewer, id: string): Promise<Exemplar | null> {
    const found = isId(id) ? await this.byId(viewer, id) : null;
    if (!found) return null;
    await this.qualified.learn(viewer, [found.achievementId]);
    return can(viewer, 'see', found) ? found : null;
  }

  byId(viewer: Viewer, id: string): Promise<Exemplar | null> {
    return viewer.load('exemplar', id, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(Exemplar, 'it')
        .where('it.id IN (:...ids)', { ids: [...ids] })
        .getMany();
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** What it is worth, for whoever may know: leads, and who has judged it. */
  async definitiveOf(viewer: Viewer, exemplarId: string): Promise<DefinitiveMark | null> {
    const mark = await this.worthOf(viewer, exemplarId);
    if (!mark) return null;
    await viewer.load(JUDGED, exemplarId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string }>(
        `SELECT exemplar_id AS id FROM calibration_mark WHERE exemplar_id = ANY ($1::uuid[]) AND person_id = $2 AND handed_in_at IS NOT NULL
         UNION SELECT exemplar_id FROM live_check WHERE exemplar_id = ANY ($1::uuid[]) AND person_id = $2 AND handed_in_at IS NOT NULL`,
        [[...ids], viewer.personId],
      );
      return new Map(rows.map(({ id }) => [id, true]));
    });
    return can(viewer, 'see', mark) ? mark : null;
  }

  worthOf(viewer: Viewer, exemplarId: string): Promise<DefinitiveMark | null> {
    return viewer.load('definitive-mark', exemplarId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(DefinitiveMark, 'it')
        .where('it.exemplarId IN (:...ids)', { ids: [...ids] })
        .getMany();
      return new Map(rows.map((row) => [row.exemplarId, row]));
    });
  }

  async releasedWork(viewer: Viewer, achievementId: string): Promise<ReleasedWork[]> {
    if (!isId(achievementId) || !leads(viewer, { achievementId })) return [];
    return viewer.tx.query<ReleasedWork>(`SELECT * FROM app_released_work($1) ORDER BY "releasedAt" DESC`, [
      achievementId,
    ]);
  }

  async create(
    viewer: Viewer,
    achievementId: string,
    title: string,
    submissionId: string | null,
  ): Promise<Exemplar | InvalidInput | NotAllowed | NotFound> {
    const version = isId(achievementId) ? await this.achievements.currentOf(viewer, achievementId) : null;
    if (!version) return new NotFound('This achievement');
    if (!leads(viewer, version)) return new NotAllowed('Your role does not cover this achievement.');
    const problems = titleProblems(title);
    if (problems.length > 0) return new InvalidInput(problems);
    const made = submissionId === null ? { version, items: [] } : await this.madeOf(viewer, version, submissionId);
    if (!('items' in made)) return made;
    const exemplar = viewer.tx.manager.create(Exemplar, {
      ...{ id: newId(), achievementId, achievementVersionId: made.version.id, title: title.trim(), submissionId },
      ...{ items: made.items, revision: 1, madeAt: viewer.now, madeBy: viewer.personId ?? '', savedAt: viewer.now },
      ...{ agreedAt: null, retiredAt: null, retiredReason: null },
    });
    await viewer.tx.manager.insert(Exemplar, exemplar);
    return exemplar;
  }

  async save(
    viewer: Viewer,
    id: string,
    draft: { title: string; items: Omit<ExemplarItem, 'letter'>[]; expectedRevision: number },
  ): Promise<Kept> {
    const found = await this.editable(viewer, id);
    if (!(found instanceof Exemplar)) return found;
    if (found.revision !== draft.expectedRevision) return new ChangedMeanwhile(found.revision);
    const problems = [...titleProblems(draft.title), ...itemProblems(draft.items)];
    if (problems.length > 0) return new InvalidInput(problems);
    const items = draft.items.map(({ title, text, url }, index) => ({
      title,
      url,
      text,
      letter: String.fromCodePoint(65 + index),
    }));
    const change = { title: draft.title.trim(), items, revision: found.revision + 1, savedAt: viewer.now };
    await this.store(viewer, found, change);
    return found;
  }

  /** Says what an exemplar is worth; whoever said so before is replaced, and somebody else has to agree. */
  async propose(viewer: Viewer, id: string, criteria: DefinitiveLevel[]): Promise<Kept> {
    const found = await this.editable(viewer, id);
    if (!(found instanceof Exemplar)) return found;
    const version = await this.achievements.versionById(viewer, found.achievementVersionId);
    if (!version) throw new Error(`Exemplar ${id} has lost its achievement.`);
    if (found.items.length === 0) return InvalidInput.of('criteria', 'Add some work first: there is nothing to judge.');
    const problems = worthProblems(version, criteria);
    if (problems.length > 0) return new InvalidInput(problems);
    await viewer.tx.manager.save(DefinitiveMark, {
      ...{ exemplarId: found.id, achievementId: found.achievementId, criteria, proposedAt: viewer.now },
      ...{ proposedBy: viewer.personId ?? '', agreedAt: null, agreedBy: null },
    });
    viewer.forget('definitive-mark', found.id);
    return found;
  }

  async agree(viewer: Viewer, id: string): Promise<Kept> {
    const found = await this.editable(viewer, id);
    if (!(found instanceof Exemplar)) return found;
    const mark = await this.worthOf(viewer, found.id);
    if (!mark) return new NotAllowed('Nobody has said yet what it is worth.');
    if (!can(viewer, 'agree', mark)) return new NotAllowed('You said so yourself; a second person agrees.');
    await viewer.tx.manager.update(
      DefinitiveMark,
      { exemplarId: found.id },
      { agreedAt: viewer.now, agreedBy: viewer.personId },
    );
    await this.store(viewer, found, { agreedAt: viewer.now });
    await record(viewer, new ExemplarAgreed(found.id, found.achievementId));
    viewer.forget('definitive-mark', found.id);
    return found;
  }

  async retire(viewer: Viewer, id: string, reason: string): Promise<Kept> {
    const found = isId(id) ? await this.locked(viewer, id) : null;
    if (!found || !leads(viewer, found)) return new NotFound('This exemplar');
    if (!can(viewer, 'retire', found)) return new NotAllowed('It is out of use already.');
    if (!reason.trim() || reason.length > MOST_REASON)
      return InvalidInput.of('reason', `Say why, in at most ${MOST_REASON} characters.`);
    await this.store(viewer, found, { retiredAt: viewer.now, retiredReason: reason.trim() });
    return found;
  }

  private async madeOf(
    viewer: Viewer,
    { achievementId }: AchievementVersion,
    submissionId: string,
  ): Promise<{ version: AchievementVersion; items: ExemplarItem[] } | NotFound> {
    const offered = await this.releasedWork(viewer, achievementId);
    const work = offered.find((each) => each.submissionId === submissionId);
    const version = work && (await this.achievements.versionById(viewer, work.versionId));
    if (!work || !version) return new NotFound('This work');
    const [taken] = await viewer.tx.query<{ content: SubmissionSnapshot['content']; names: string[] }>(
      'SELECT content, names FROM app_work_as_exemplar($1)',
      [submissionId],
    );
    return taken ? { version, items: itemsOf(taken.content, taken.names) } : new NotFound('This work');
  }

  private async editable(viewer: Viewer, id: string): Promise<Exemplar | NotAllowed | NotFound> {
    const found = isId(id) ? await this.locked(viewer, id) : null;
    if (!found || !leads(viewer, found)) return new NotFound('This exemplar');
    if (can(viewer, 'edit', found)) return found;
    return new NotAllowed('Two people have agreed on it, or it is out of use: it no longer changes.');
  }

  private locked(viewer: Viewer, id: string): Promise<Exemplar | null> {
    return viewer.tx.manager.findOne(Exemplar, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async store(viewer: Viewer, exemplar: Exemplar, change: Partial<Exemplar>): Promise<void> {
    Object.assign(exemplar, change);
    await viewer.tx.manager.update(Exemplar, { id: exemplar.id }, change);
    viewer.forget('exemplar', exemplar.id);
  }
}

/** The words of what was handed in. Files stay with their owner: what lies in them nobody can strip of names for sure. */
function itemsOf(content: SubmissionSnapshot['content'], names: readonly string[]): ExemplarItem[] {
  const clean = (text: string) => withoutNames(text, names);
  return content.items.slice(0, MOST_ITEMS).map((item, index) => {
    const reflections = content.criteria.flatMap(({ number, links }) =>
      links
        .filter(({ letter, reflection }) => letter === item.letter && reflection)
        .map(({ reflection }) => `On criterion ${number}: ${reflection}`),
    );
    const file = item.fileId ? ['A file was handed in here. Describe what it showed.'] : [];
    const text = [item.text ?? '', item.note, ...file, ...reflections].filter(Boolean).join('\n\n');
    return {
      letter: String.fromCodePoint(65 + index),
      title: clean(item.fileId ? `Evidence ${item.letter}` : item.title),
      text: clean(text).slice(0, MOST_TEXT),
      url: null,
    };
  });
}

function titleProblems(title: string): InputProblem[] {
  if (title.trim() && title.length <= MOST_TITLE) return [];
  return [new InputProblem('title', `Give it a title of at most ${MOST_TITLE} characters.`)];
}

function itemProblems(items: readonly Omit<ExemplarItem, 'letter'>[]): InputProblem[] {
  if (items.length > MOST_ITEMS) return [new InputProblem('items', `An exemplar has at most ${MOST_ITEMS} pieces.`)];
  return items.flatMap(({ title, text, url }, index) => {
    const problems: InputProblem[] = [];
    if (!title.trim() || title.length > MOST_TITLE)
      problems.push(
        new InputProblem(
          `items.${index}.title`,
          `Piece ${index + 1} needs a title of at most ${MOST_TITLE} characters.`,
        ),
      );
    if (text.length > MOST_TEXT)
      problems.push(
        new InputProblem(`items.${index}.text`, `Piece ${index + 1} is longer than ${MOST_TEXT} characters.`),
      );
    if (url !== null && !/^https?:\/\/\S{1,2000}$/.test(url))
      problems.push(new InputProblem(`items.${index}.url`, `The address of piece ${index + 1} begins with https://.`));
    return problems;
  });
}

function worthProblems({ rubric }: AchievementVersion, criteria: readonly DefinitiveLevel[]): InputProblem[] {
  const known = new Set(rubric.criteria.map(({ id }) => id));
  const problems = criteria
    .map(({ criterionId }, index) => ({ criterionId, index }))
    .filter(({ criterionId }) => !known.has(criterionId))
    .map(({ index }) => new InputProblem(`criteria.${index}.criterionId`, 'This rubric has no such criterion.'));
  for (const criterion of rubric.criteria) {
    const index = criteria.findIndex((each) => each.criterionId === criterion.id);
    const given = criteria[index];
    const at = `criteria.${Math.max(0, index)}`;
    if (!given) problems.push(new InputProblem('criteria', `Say what "${criterion.title}" is worth.`));
    else if (given.level !== null && !levelAt(criterion, given.level))
      problems.push(new InputProblem(`${at}.level`, `"${criterion.title}" has no level ${given.level}.`));
    else if (!given.reason.trim() || given.reason.length > MOST_REASON)
      problems.push(
        new InputProblem(
          `${at}.reason`,
          `Say why "${criterion.title}" is worth that, in at most ${MOST_REASON} characters.`,
        ),
      );
  }
  if (new Set(criteria.map(({ criterionId }) => criterionId)).size < criteria.length)
    problems.push(new InputProblem('criteria', 'A criterion is judged twice.'));
  return problems;
}
