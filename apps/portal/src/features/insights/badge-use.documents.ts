import { graphql, type ResultOf } from '../../lib/graphql.js';

const USE_GROUP = graphql(`
  fragment UseGroup on BadgeUseGroup @_unmask {
    id
    name
    depth
    people
    figures {
      kind
      times
      band
    }
  }
`);

export const BADGE_USES = graphql(
  `
    query BadgeUses($from: Date, $until: Date) {
      badgeUses(from: $from, until: $until) {
        from
        until
        step
        whole {
          ...UseGroup @unmask
        }
        steps {
          day
          figures {
            kind
            times
            band
          }
        }
        achievements {
          ...UseGroup @unmask
        }
        units {
          ...UseGroup @unmask
        }
      }
    }
  `,
  [USE_GROUP],
);

export type BadgeUses = ResultOf<typeof BADGE_USES>['badgeUses'];
export type UseGroup = BadgeUses['achievements'][number];
export type UseKind = UseGroup['figures'][number]['kind'];

export const USE_KINDS = ['VIEW', 'SHARE', 'DOWNLOAD', 'VERIFICATION'] as const satisfies readonly UseKind[];
