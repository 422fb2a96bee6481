import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { TEAM, type TeamMap } from './team.documents.js';

/** The whole team: its first rows are there at once, the others come page by page behind them. */
export function useTeam() {
  const { data, error, refetch, fetchMore } = useQuery(TEAM, { variables: { after: null } });
  const team = data?.team;
  const { hasNextPage, endCursor } = team?.pageInfo ?? {};
  useEffect(() => {
    if (!hasNextPage) return;
    // A page that failed leaves what is there; the line above the table says how many are missing.
    fetchMore({
      variables: { after: endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({ team: joined(before.team, fetchMoreResult.team) }),
    }).catch(() => undefined);
  }, [hasNextPage, endCursor, fetchMore]);
  return { team, error, refetch, complete: team !== undefined && !hasNextPage };
}

/** Both pages' rows under the newer page's heads; a column that only the former shows stays. */
export function joined(former: TeamMap, next: TeamMap): TeamMap {
  const known = new Set(next.skills.map(({ skill }) => skill.id));
  return {
    ...next,
    skills: [...next.skills, ...former.skills.filter(({ skill }) => !known.has(skill.id))],
    people: [...former.people, ...next.people],
  };
}
