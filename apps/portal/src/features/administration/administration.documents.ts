import { graphql } from '../../lib/graphql.js';

export const SETUP = graphql(`
  query SetupChecklist {
    setupChecklist {
      key
      title
      why
      done
      path
    }
  }
`);
