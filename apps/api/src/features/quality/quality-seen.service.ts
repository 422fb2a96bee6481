import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { LiveCheck } from '../assessments/live-check.entity.js';
import { AssessorApplication } from './assessor-application.entity.js';
import { AssessorLeave } from './assessor-profile.entity.js';
import { CalibrationRound } from './calibration.entity.js';
import { CalibrationRoundsService } from './calibration-rounds.service.js';
import { Exemplar } from './exemplar.entity.js';
import { ExemplarsService } from './exemplars.service.js';
import { LiveCheckResultsService } from './live-check-results.service.js';
import { SampleItem, SamplingPlan } from './sampling.entity.js';

/** Tells how the work on the quality of assessment is seen. */
@Injectable()
export class QualitySeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly checks: LiveCheckResultsService,
    private readonly exemplars: ExemplarsService,
    private readonly rounds: CalibrationRoundsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Exemplar,
      name: 'Exemplar',
      subject: () => null,
      aspects: [
        {
          what: 'The work, without a name',
          sees: async (viewer, id) => (await this.exemplars.find(viewer, id)) !== null,
        },
        {
          what: 'What it is worth',
          sees: async (viewer, id) => (await this.exemplars.definitiveOf(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: CalibrationRound,
      name: 'Calibration round',
      subject: () => null,
      aspects: [
        { what: 'The round', sees: async (viewer, id) => (await this.rounds.find(viewer, id)) !== null },
        {
          what: 'How each assessor does in it',
          sees: async (viewer, id) => {
            const round = await this.rounds.find(viewer, id);
            return round !== null && viewer.may('assessment.lead', { achievementId: round.achievementId });
          },
        },
      ],
    });
    this.kinds.register({
      entity: LiveCheck,
      name: 'Check among live work',
      subject: (row) => row.personId,
      aspects: [
        {
          what: 'The judgement beside what the work is worth',
          sees: async (viewer, id) => (await this.checks.find(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: SamplingPlan,
      name: 'Sampling plan',
      subject: () => null,
      aspects: [{ what: 'The plan and how far it is', sees: byRule(SamplingPlan, 'see') }],
    });
    this.kinds.register({
      entity: SampleItem,
      name: 'Judgement in a sample',
      subject: (row) => row.candidateId,
      aspects: [{ what: 'Why it was chosen, and what was found', sees: byRule(SampleItem, 'see') }],
    });
    this.kinds.register({
      entity: AssessorApplication,
      name: 'Application to assess',
      subject: (row) => row.personId,
      aspects: [{ what: 'The application and its answer', sees: byRule(AssessorApplication, 'see') }],
    });
    this.kinds.register({
      entity: AssessorLeave,
      name: 'Leave of an assessor',
      subject: (row) => row.personId,
      aspects: [{ what: 'From when to when', sees: byRule(AssessorLeave, 'see') }],
    });
  }
}
