import type { RouteObject } from 'react-router';
import { openTo } from '../../components/open-to.js';

export const reviewsRoutes: RouteObject[] = [
  {
    path: 'reviews',
    lazy: async () => ({ Component: (await import('./reviews-layout.js')).ReviewsLayout }),
    children: [
      openTo(
        ['submission.mark'],
        [
          { index: true, lazy: async () => ({ Component: (await import('./queue/queue-page.js')).QueuePage }) },
          {
            path: 'moderation',
            lazy: async () => ({ Component: (await import('./moderation/moderations-page.js')).ModerationsPage }),
          },
          {
            path: 'moderation/:slotId',
            lazy: async () => ({ Component: (await import('./moderation/moderation-page.js')).ModerationPage }),
          },
        ],
      ),
      openTo(
        ['submission.mark', 'assessment.lead'],
        [
          {
            path: 'conflicts',
            lazy: async () => ({ Component: (await import('./conflicts/conflicts-page.js')).ConflictsPage }),
          },
        ],
      ),
      openTo(
        ['assessment.lead'],
        [
          {
            path: 'allocation',
            lazy: async () => ({ Component: (await import('./allocation/allocation-page.js')).AllocationPage }),
          },
          { path: 'marks', lazy: async () => ({ Component: (await import('./marks/marks-page.js')).MarksPage }) },
          {
            path: 'assessors',
            lazy: async () => ({ Component: (await import('./assessors/assessors-page.js')).AssessorsPage }),
          },
          {
            path: 'release',
            lazy: async () => ({ Component: (await import('./release/release-page.js')).ReleasePage }),
          },
          {
            path: 'release/:id',
            lazy: async () => ({ Component: (await import('./release/case-page.js')).CasePage }),
          },
          {
            path: 'calibration/exemplars/:exemplarId',
            lazy: async () => ({ Component: (await import('./calibration/exemplar-page.js')).ExemplarPage }),
          },
        ],
      ),
      openTo(
        ['appeal.decide'],
        [
          {
            path: 'appeals',
            lazy: async () => ({ Component: (await import('./appeals/appeals-page.js')).AppealsPage }),
          },
          {
            path: 'appeals/recalled/:itemId',
            lazy: async () => ({ Component: (await import('./appeals/recalled-page.js')).RecalledPage }),
          },
          {
            path: 'appeals/:id',
            lazy: async () => ({ Component: (await import('./appeals/appeal-page.js')).AppealPage }),
          },
        ],
      ),
      openTo(
        ['assessment.quality'],
        [
          {
            path: 'samples',
            lazy: async () => ({ Component: (await import('./samples/samples-page.js')).SamplesPage }),
          },
          { path: 'board', lazy: async () => ({ Component: (await import('./board/board-page.js')).BoardPage }) },
        ],
      ),
      // Whoever is learning to assess calibrates, and who took part in a judgement settles it: those rows say who may.
      {
        path: 'calibration',
        lazy: async () => ({ Component: (await import('./calibration/calibration-page.js')).CalibrationPage }),
      },
      {
        path: 'calibration/:roundId',
        lazy: async () => ({ Component: (await import('./calibration/round-page.js')).RoundPage }),
      },
      {
        path: 'checks/:checkId',
        lazy: async () => ({ Component: (await import('./checks/check-page.js')).CheckPage }),
      },
      {
        path: 'reconcile',
        lazy: async () => ({ Component: (await import('./settling/reconciliations-page.js')).ReconciliationsPage }),
      },
      {
        path: 'reconcile/:submissionId',
        lazy: async () => ({ Component: (await import('./settling/reconcile-page.js')).ReconcilePage }),
      },
      {
        path: ':slotId',
        lazy: async () => ({ Component: (await import('./marking/marking-page.js')).MarkingPage }),
      },
    ],
  },
];
