import { graphql } from '../lib/graphql.js';

export const SIGN_IN_OPTIONS = graphql(`
  query SignInOptions {
    signInOptions {
      demo
      setupNeeded
      providers {
        id
        name
        startPath
      }
    }
  }
`);
