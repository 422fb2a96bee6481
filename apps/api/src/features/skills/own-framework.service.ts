import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InputProblem, InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { OrganisationService } from '../people/organisation.service.js';
import { FrameworkWriter, seriesOf } from './framework-writer.service.js';
import { SkillFramework } from './framework.entity.js';
import { FrameworksService } from './frameworks.service.js';
import type { CreateFrameworkInput } from './own-framework.inputs.js';
import { SkillsService } from './skills.service.js';

const MOST_LEVELS = 10;
const MOST_CHARACTERS = 200;

interface Scale {
  id: string | null;
  levels: { value: number; name: string; description?: string }[];
}

/** Frameworks that begin here: no file, the organisation is their publisher. */
@Injectable()
export class OwnFrameworkService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly frameworks: FrameworksService,
    private readonly skills: SkillsService,
    private readonly writer: FrameworkWriter,
  ) {}

  async create(viewer: Viewer, input: CreateFrameworkInput): Promise<SkillFramework | InvalidInput | NotAllowed> {
    if (!viewer.may('framework.manage')) return new NotAllowed('You may not begin frameworks.');
    const { name: publisher } = await this.organisations.current(viewer);
    const title = input.title.trim();
    const version = input.version?.trim() || '1';
    const problems = [...textProblems('title', title, 'A title is needed.'), ...textProblems('version', version, '')];
    const scale = await this.scaleOf(viewer, input, problems);
    const seriesId = seriesOf({ title, publisher });
    await this.frameworks.oneAtATime(viewer, seriesId);
    if (await viewer.tx.manager.existsBy(SkillFramework, { seriesId }))
      problems.push(new InputProblem('title', `There is a framework “${title}” of ${publisher} already.`));
    if (problems.length > 0) return new InvalidInput(problems);
    const draft = await this.writer.draft(
      viewer,
      {
        title,
        publisher,
        version,
        licence: `For use within ${publisher}`,
        attribution: `${title}, ${publisher}.`,
        sourceUrl: null,
        sourceKind: 'OWN',
      },
      { levels: scale.levels, skills: [], families: [], about: { description: input.description?.trim() ?? '' } },
    );
    if (!scale.id) return draft;
    // The very scale of the other framework, so that a level here is a level there.
    await viewer.tx.manager.update(SkillFramework, { id: draft.id }, { scaleId: scale.id });
    return viewer.tx.manager.findOneByOrFail(SkillFramework, { id: draft.id });
  }

  private async scaleOf(viewer: Viewer, input: CreateFrameworkInput, problems: InputProblem[]): Promise<Scale> {
    if (input.scaleOf) {
      const other = await this.frameworks.find(viewer, input.scaleOf);
      if (!other) {
        problems.push(new InputProblem('scaleOf', 'This framework does not exist, or you may not see it.'));
        return { id: null, levels: [] };
      }
      const scale = await this.skills.scaleOf(viewer, other.id);
      return { id: scale.id, levels: scale.levels.map(({ ordinal, label }) => ({ value: ordinal, name: label })) };
    }
    const levels = input.levels ?? [];
    if (levels.length === 0 || levels.length > MOST_LEVELS)
      problems.push(new InputProblem('levels', `A scale has 1 to ${MOST_LEVELS} levels.`));
    const met = new Set<string>();
    for (const [at, { label }] of levels.entries()) {
      const field = `levels.${at}.label`;
      problems.push(...textProblems(field, label.trim(), `Level ${at + 1} needs a name.`));
      if (met.has(label.trim().toLowerCase()))
        problems.push(new InputProblem(field, `Two levels are called “${label.trim()}”.`));
      met.add(label.trim().toLowerCase());
    }
    return {
      id: null,
      levels: levels.map(({ label, description }, at) => ({
        value: at + 1,
        name: label.trim(),
        ...(description?.trim() ? { description: description.trim() } : {}),
      })),
    };
  }
}

function textProblems(field: string, text: string, missing: string): InputProblem[] {
  if (text === '') return [new InputProblem(field, missing)];
  return text.length > MOST_CHARACTERS
    ? [new InputProblem(field, `At most ${MOST_CHARACTERS} characters fit here.`)]
    : [];
}
