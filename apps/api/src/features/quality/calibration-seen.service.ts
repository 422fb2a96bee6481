import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { biasOf, compared, isWithin, type JudgedCriterion } from './calibration.rules.js';
import type { CalibrationMark, CalibrationRound } from './calibration.entity.js';
import { CalibrationMarksService } from './calibration-marks.service.js';
import { CalibrationRoundsService } from './calibration-rounds.service.js';
import type { DefinitiveLevel, Exemplar } from './exemplar.entity.js';
import { ExemplarsService } from './exemplars.service.js';

/** An exemplar of a round, with the viewer's own judgement of it. */
export interface SeenExemplar {
  exemplar: Exemplar;
  criteria: CalibrationMark['criteria'];
  revision: number;
  handedInAt: Date | null;
  isOwn: boolean;
  compared: JudgedCriterion[] | null;
  within: boolean | null;
}

export interface SeenProgress {
  personId: string;
  handedIn: number;
  within: number;
  bias: number | null;
  apart: number | null;
  exact: number | null;
}

/** A round as its assessors and its lead see it: what exemplars are worth only after one has judged them. */
@Injectable()
export class CalibrationSeenService {
  constructor(
    private readonly exemplars: ExemplarsService,
    private readonly marks: CalibrationMarksService,
    private readonly rounds: CalibrationRoundsService,
  ) {}

  async exemplarsOf(viewer: Viewer, round: CalibrationRound): Promise<SeenExemplar[]> {
    const own = await this.marks.own(viewer, round.id);
    const found = await Promise.all(
      round.exemplarIds.map(async (id) => {
        const exemplar = await this.exemplars.find(viewer, id);
        return exemplar && this.seen(viewer, round, exemplar, own.find((mark) => mark.exemplarId === id) ?? null);
      }),
    );
    return found.filter((each) => each !== null);
  }

  async progressOf(viewer: Viewer, round: CalibrationRound): Promise<SeenProgress[]> {
    const marks = await this.rounds.progressOf(viewer, round);
    const worth = new Map<string, DefinitiveLevel[]>();
    for (const id of round.exemplarIds) worth.set(id, (await this.exemplars.worthOf(viewer, id))?.criteria ?? []);
    const people = [...new Set(marks.map(({ personId }) => personId))];
    return people.map((personId) => {
      const own = marks
        .filter((mark) => mark.personId === personId)
        .map((mark) => compared(mark.criteria, worth.get(mark.exemplarId) ?? [], round.tolerance));
      return { personId, handedIn: own.length, within: own.filter(isWithin).length, ...biasOf(own.flat()) };
    });
  }

  private async seen(
    viewer: Viewer,
    round: CalibrationRound,
    exemplar: Exemplar,
    mark: CalibrationMark | null,
  ): Promise<SeenExemplar> {
    const worth = await this.exemplars.worthOf(viewer, exemplar.id);
    const isOwn =
      worth !== null && viewer.personId !== null && [worth.proposedBy, worth.agreedBy].includes(viewer.personId);
    const told = mark?.handedInAt && worth ? compared(mark.criteria, worth.criteria, round.tolerance) : null;
    return {
      exemplar,
      criteria: mark?.criteria ?? [],
      revision: mark?.revision ?? 0,
      handedInAt: mark?.handedInAt ?? null,
      isOwn,
      compared: told,
      within: told && isWithin(told),
    };
  }
}
