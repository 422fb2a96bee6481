import { useQuery } from '@apollo/client/react';
import { type BegunStack, MY_STACKS } from './stacks.documents.js';

/** Badges earned through others that the viewer has begun; none while they are asked for. */
export function useBegunStacks(): BegunStack[] {
  return useQuery(MY_STACKS).data?.myStacks ?? [];
}
