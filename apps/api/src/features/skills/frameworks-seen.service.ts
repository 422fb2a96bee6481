import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { FrameworkImport } from './framework-import.entity.js';
import { FrameworkImportService } from './framework-import.service.js';
import { SkillFramework } from './framework.entity.js';
import { FrameworksService } from './frameworks.service.js';

/** Tells how skill frameworks and their imports are seen. */
@Injectable()
export class FrameworksSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly frameworks: FrameworksService,
    private readonly imports: FrameworkImportService,
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
      entity: FrameworkImport,
      name: 'Import of a skill framework',
      subject: () => null,
      aspects: [{ what: 'The import', sees: async (viewer, id) => (await this.imports.find(viewer, id)) !== null }],
    });
  }
}
