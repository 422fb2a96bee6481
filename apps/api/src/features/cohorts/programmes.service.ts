import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { ProgrammeInput } from './cohort.inputs.js';
import './cohort.policy.js';
import { Programme } from './programme.entity.js';

const MOST_ACHIEVEMENTS = 20;
export const MOST_NAME = 120;
const MOST_SUMMARY = 2_000;

/** Sets of achievements that somebody runs. */
@Injectable()
export class ProgrammesService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(Programme, 'Programme', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<Programme | null> {
    return viewer.load('programme', id, async (ids) => {
      const rows = await viewer.tx.manager.findBy(Programme, { id: In([...ids]) });
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<Programme | null> {
    const programme = isId(id) ? await this.byId(viewer, id) : null;
    return programme && can(viewer, 'read', programme) ? programme : null;
  }

  /** By name; those that ended apart. */
  async page(viewer: Viewer, input: PageInput & { search?: string | null; ended: boolean }): Promise<Page<Programme>> {
    const matching = viewer.tx.manager
      .createQueryBuilder(Programme, 'it')
      .where(input.ended ? 'it.endedAt IS NOT NULL' : 'it.endedAt IS NULL');
    const words = searchPattern(input.search);
    if (words) matching.andWhere('(it.name ILIKE :words OR it.summary ILIKE :words)', { words });
    const total = await matching.getCount();
    const [name, id] = readCursor(input.after) ?? [];
    if (name !== undefined && isId(id ?? ''))
      matching.andWhere('(lower(it.name), it.id) > (:name, :id::uuid)', { name, id });
    const rows = await matching.orderBy('lower(it.name)').addOrderBy('it.id').limit(limitOf(input)).getMany();
    return pageOf(rows, input, total, (row) => [row.name.toLowerCase(), row.id]);
  }

  async create(viewer: Viewer, input: ProgrammeInput): Promise<Programme | InvalidInput> {
    const said = await this.said(viewer, input, []);
    if (said instanceof InvalidInput) return said;
    const programme = viewer.tx.manager.create(Programme, {
      ...{ ...said, id: newId(), createdBy: viewer.personId ?? '', createdAt: viewer.now, endedAt: null },
    });
    await viewer.tx.manager.insert(Programme, programme);
    return programme;
  }

  async change(viewer: Viewer, id: string, input: ProgrammeInput): Promise<Programme | InvalidInput | NotFound> {
    const programme = await this.locked(viewer, id);
    if (!programme) return new NotFound('This programme');
    const said = await this.said(viewer, input, programme.achievementIds);
    if (said instanceof InvalidInput) return said;
    await viewer.tx.manager.update(Programme, { id: programme.id }, said);
    viewer.forget('programme', programme.id);
    return Object.assign(programme, said);
  }

  /** Ends it, or takes it up again. Cohorts that run go on. */
  async end(viewer: Viewer, id: string, ended: boolean): Promise<Programme | NotAllowed | NotFound> {
    const programme = await this.locked(viewer, id);
    if (!programme) return new NotFound('This programme');
    if ((programme.endedAt !== null) === ended)
      return new NotAllowed(ended ? 'It has ended already.' : 'It is run already.');
    const endedAt = ended ? viewer.now : null;
    await viewer.tx.manager.update(Programme, { id: programme.id }, { endedAt });
    viewer.forget('programme', programme.id);
    return Object.assign(programme, { endedAt });
  }

  private async locked(viewer: Viewer, id: string): Promise<Programme | null> {
    const seen = await this.find(viewer, id);
    if (!seen || !can(viewer, 'edit', seen)) return null;
    return viewer.tx.manager.findOne(Programme, { where: { id: seen.id }, lock: { mode: 'pessimistic_write' } });
  }

  /** What was said, tidied, or everything that is wrong with it. What was in it before may have been retired since. */
  private async said(
    viewer: Viewer,
    input: ProgrammeInput,
    before: readonly string[],
  ): Promise<Pick<Programme, 'name' | 'summary' | 'leadId' | 'achievementIds'> | InvalidInput> {
    const problems: InputProblem[] = [];
    const no = (field: string, message: string) => problems.push(new InputProblem(field, message));
    const [name, summary] = [input.name.trim(), input.summary.trim()];
    if (name === '') no('name', 'Give it a name.');
    if (name.length > MOST_NAME) no('name', `At most ${MOST_NAME} characters.`);
    if (summary.length > MOST_SUMMARY) no('summary', 'At most 2,000 characters.');
    const lead = await this.people.visible(viewer, input.leadId);
    if (!lead?.isWithUs(dayOf(viewer))) no('leadId', 'Say who runs it; it must be somebody who is with us.');
    const achievementIds = [...new Set(input.achievementIds)];
    if (achievementIds.length === 0) no('achievementIds', 'Choose at least one achievement.');
    if (achievementIds.length > MOST_ACHIEVEMENTS) no('achievementIds', `At most ${MOST_ACHIEVEMENTS} achievements.`);
    else
      for (const [at, id] of achievementIds.entries())
        if (!before.includes(id) && !(isId(id) && (await this.achievements.publishedOf(viewer, id))))
          no(`achievementIds.${at}`, 'An achievement of this programme is not published.');
    return problems.length > 0 ? new InvalidInput(problems) : { name, summary, leadId: input.leadId, achievementIds };
  }
}
