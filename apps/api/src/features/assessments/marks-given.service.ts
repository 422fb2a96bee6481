import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { CutScoreService } from '../achievements/cut-score.service.js';

interface MarkGiven {
  versionId: string;
  levels: { criterionId: string; level: number | null }[] | null;
  overall: string;
}

/** Tells those who set a cut score what was marked: levels and overall view, no words and nobody's name. */
@Injectable()
export class MarksGivenService implements OnModuleInit {
  constructor(private readonly cutScores: CutScoreService) {}

  onModuleInit(): void {
    this.cutScores.learnMarksFrom((viewer, achievementId) => this.of(viewer, achievementId));
  }

  private of(viewer: Viewer, achievementId: string): Promise<MarkGiven[]> {
    return viewer.tx.query<MarkGiven>('SELECT "versionId", levels, overall FROM app_marks_given($1)', [achievementId]);
  }
}
