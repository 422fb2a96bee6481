import { graphql } from './graphql.js';

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      person {
        id
        displayName
        initials
        employment {
          id
          jobTitle
          orgUnit {
            id
            name
          }
        }
      }
      roles
      permissions
      isManager
      unreadNotifications
      heldReviews
      ownKeys {
        single
        own {
          printed
          key
        }
      }
    }
    organisation {
      id
      name
      isDemo
      notice
      publicUrl
    }
  }
`);
