import { useQuery } from '@apollo/client/react';
import { useAddress } from '../../../lib/use-address.js';
import { graphql } from '../../../lib/graphql.js';

export const FAMILIES = graphql(`
  query RoleFamilies($frameworkId: ID!) {
    roleLattice(frameworkId: $frameworkId, familyIds: ["none"]) {
      framework {
        id
      }
      families {
        id
        levels
      }
    }
  }
`);

/** As many rungs are taken in at a glance; of more than these one family is shown until others are chosen. */
const AT_A_GLANCE = 60;

/** Which families are on the screen: those of the address, else all of a small framework, else the first one. */
export function useShownFamilies(frameworkId: string) {
  const [inAddress, set] = useAddress('families');
  const { data } = useQuery(FAMILIES, { variables: { frameworkId } });
  const families = data?.roleLattice?.families;
  const known = new Set(families?.map(({ id }) => id));
  const chosen = inAddress.split(',').filter((id) => known.has(id));
  const levels = families?.reduce((sum, family) => sum + family.levels, 0) ?? 0;
  const first = families?.find((family) => family.levels > 0)?.id;
  const byItself = levels > AT_A_GLANCE && first ? [first] : null;
  return {
    ready: data !== undefined,
    chosen: chosen.length > 0 ? chosen : (byItself ?? []),
    familyIds: chosen.length > 0 ? chosen : byItself,
    choose: (ids: string[]) => set(ids.join(',')),
  };
}
