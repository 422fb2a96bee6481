import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { FrameworkImport } from './framework-import.entity.js';
import { FrameworkImportService } from './framework-import.service.js';
import { ProficiencyScale, SkillFramework } from './framework.entity.js';
import { FrameworksService } from './frameworks.service.js';
import { Skill } from './skill.entity.js';
import { SkillsService } from './skills.service.js';

/** Tells how skill frameworks, what is in them and their imports are seen. */
@Injectable()
export class FrameworksSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly frameworks: FrameworksService,
    private readonly imports: FrameworkImportService,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: SkillFramework,
      name: 'Skill framework',
      subject: () => null,
      aspects: [
        { what: 'The framework', sees: async (viewer, id) => (await this.frameworks.find(viewer, id)) !== null },
      ],
    });
    this.kinds.register({
      entity: Skill,
      name: 'Skill',
      subject: () => null,
      aspects: [
        {
          what: 'The skill as it was published',
          sees: async (viewer, id) =>
            viewer.may('framework.read') && (await this.skills.findSkill(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: ProficiencyScale,
      name: 'Scale of levels',
      subject: () => null,
      aspects: [
        {
          what: 'The scale and its levels',
          sees: async (viewer, id) =>
            viewer.may('framework.read') && (await this.skills.scaleById(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: FrameworkImport,
      name: 'Import of a skill framework',
      subject: () => null,
      aspects: [{ what: 'The import', sees: async (viewer, id) => (await this.imports.find(viewer, id)) !== null }],
    });
  }
}
