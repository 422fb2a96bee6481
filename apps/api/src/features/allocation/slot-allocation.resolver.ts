import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { AssessmentSettingsService } from '../assessments/assessment-settings.service.js';
import { EligibilityService, type SlotTaker } from '../assessments/eligibility.service.js';
import { ExclusionsService } from '../assessments/exclusions.service.js';
import { LeadsService } from '../assessments/leads.service.js';
import type { MarkingSlot } from '../assessments/marking-slot.entity.js';
import { MarkingSlotType } from '../assessments/marking-slot.type.js';
import type { SlotExclusion } from '../assessments/slot-exclusion.entity.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { SlotExclusionType, SlotTakerType, SlotWaiverType } from './allocation.type.js';
import type { SlotWaiver } from './slot-waiver.entity.js';
import { WaiversService } from './waivers.service.js';

/** What whoever gives out work sees of a place. Others get nothing of it. */
@Resolver(() => MarkingSlotType)
export class SlotAllocationResolver {
  constructor(
    private readonly eligibility: EligibilityService,
    private readonly exclusionsOf: ExclusionsService,
    private readonly leads: LeadsService,
    private readonly people: PeopleService,
    private readonly settings: AssessmentSettingsService,
    private readonly waiversOf: WaiversService,
  ) {}

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who has it, for whoever leads its assessment; null when nobody has, and for others.',
  })
  async assessor(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<Person | null> {
    if (slot.assessorId === null || !(await this.leads.leads(viewer, slot.submissionId))) return null;
    return this.people.byId(viewer, slot.assessorId);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The submission that it judges, for whoever leads its assessment; null for others.',
  })
  async submissionId(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<string | null> {
    return (await this.leads.leads(viewer, slot.submissionId)) ? slot.submissionId : null;
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'When the judgement was handed in, for whoever leads its assessment; null for others, and before.',
  })
  async judgedAt(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<Date | null> {
    return (await this.leads.leads(viewer, slot.submissionId)) ? slot.handedInAt : null;
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Whose work it is, where the organisation lets assessors know; null where names are hidden.',
  })
  async candidate(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<Person | null> {
    const { hidesNames } = await this.settings.current(viewer);
    // What stands in has no name at all.
    return hidesNames || slot.check ? null : this.people.byId(viewer, slot.candidateId);
  }

  @ResolveField(() => [String], {
    description:
      'Letters of evidence whose very file another person has, too; for whoever holds the slot or has begun to mark it.',
  })
  async lettersElsewhere(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<string[]> {
    if (slot.check) return [];
    const found = await viewer.load('letters-elsewhere', slot.snapshotId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; letter: string }>(
        'SELECT * FROM app_letters_elsewhere($1) ORDER BY letter',
        [[...ids]],
      );
      return new Map(ids.map((id) => [id, rows.filter((row) => row.id === id).map(({ letter }) => letter)]));
    });
    return found ?? [];
  }

  @ResolveField(() => [SlotTakerType], {
    description:
      'Who may assess what it is about, those first whom no rule keeps from it; for whoever leads its assessment.',
  })
  async takers(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<SlotTaker[]> {
    if (!(await this.leads.leads(viewer, slot.submissionId))) return [];
    return this.eligibility.takersOf(viewer, slot.id);
  }

  @ResolveField(() => [SlotExclusionType], {
    description: 'Which rules stood against whom so far; for whoever leads its assessment.',
  })
  async exclusions(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<SlotExclusion[]> {
    if (!(await this.leads.leads(viewer, slot.submissionId))) return [];
    return this.exclusionsOf.ofSlot(viewer, slot.id);
  }

  @ResolveField(() => [SlotWaiverType], {
    description: 'Conflicts that were allowed; for whoever leads its assessment.',
  })
  async waivers(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<SlotWaiver[]> {
    if (!(await this.leads.leads(viewer, slot.submissionId))) return [];
    return this.waiversOf.ofSlot(viewer, slot.id);
  }
}

@Resolver(() => SlotTakerType)
export class SlotTakerResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() taker: SlotTaker): Promise<Person | null> {
    return this.people.byId(viewer, taker.personId);
  }
}

@Resolver(() => SlotExclusionType)
export class SlotExclusionResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'Against whom it stood.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() exclusion: SlotExclusion): Promise<Person | null> {
    return this.people.byId(viewer, exclusion.personId);
  }
}

@Resolver(() => SlotWaiverType)
export class SlotWaiverResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'Who may judge it all the same.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() waiver: SlotWaiver): Promise<Person | null> {
    return this.people.byId(viewer, waiver.personId);
  }

  @ResolveField(() => PersonType, { description: 'Who allowed it.' })
  by(@CurrentViewer() viewer: Viewer, @Parent() waiver: SlotWaiver): Promise<Person | null> {
    return this.people.byId(viewer, waiver.byId);
  }
}
