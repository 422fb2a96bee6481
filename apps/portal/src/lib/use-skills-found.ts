import { useQuery } from '@apollo/client/react';
import { graphql, type ResultOf } from './graphql.js';

const SKILLS_FOUND = graphql(`
  query SkillsFound($search: String!) {
    skills(first: 20, search: $search) {
      edges {
        node {
          id
          name
          framework {
            id
            title
            scale {
              id
              levels {
                id
                ordinal
                label
              }
            }
          }
        }
      }
    }
  }
`);

export type FoundSkill = ResultOf<typeof SKILLS_FOUND>['skills']['edges'][number]['node'];

/** Skills of the published frameworks by what was typed; what was found before stays until the next answer. */
export function useSkillsFound(search: string): { found: FoundSkill[]; loaded: boolean } {
  const { data, previousData } = useQuery(SKILLS_FOUND, { variables: { search } });
  return { found: (data ?? previousData)?.skills.edges.map((edge) => edge.node) ?? [], loaded: Boolean(data) };
}
