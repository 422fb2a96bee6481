import type { Permission } from '@assay/access';
import { createContext, useContext } from 'react';
import type { ResultOf } from './graphql.js';
import type { VIEWER } from './viewer.documents.js';

export type Viewer = NonNullable<ResultOf<typeof VIEWER>['viewer']>;
export type Organisation = ResultOf<typeof VIEWER>['organisation'];

const SignedInContext = createContext<{ viewer: Viewer; organisation: Organisation } | null>(null);

export const SignedInProvider = SignedInContext.Provider;

/** Somebody who left and came by the link to their badges has no role any more. */
export const hasLeft = ({ roles }: Pick<Viewer, 'roles'>): boolean => roles.length === 0;

/** Who is signed in, and whether they may; rules about one row come as that row's `viewerCan`. */
export function useViewer() {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('This screen is only for people who are signed in.');
  return {
    ...signedIn.viewer,
    organisation: signedIn.organisation,
    may: (permission: Permission) => signedIn.viewer.permissions.includes(permission),
  };
}
