import { OWN_EVIDENCE } from './evidence-capture.documents.js';
import { graphql, type ResultOf } from './graphql.js';

export const EVIDENCE_AT_HAND = graphql(
  `
    query EvidenceAtHand($versionId: ID!) {
      evidenceAtHand(achievementVersionId: $versionId) {
        shownFor
        criterionIds
        aboutSkills {
          id
          name
        }
        item {
          ...OwnEvidence @unmask
        }
      }
    }
  `,
  [OWN_EVIDENCE],
);

export type AtHand = ResultOf<typeof EVIDENCE_AT_HAND>['evidenceAtHand'][number];
