import { graphql } from './graphql.js';

export const MENTORING = graphql(`
  query Mentoring($id: ID!) {
    submission(id: $id) {
      id
      mentor {
        id
        displayName
      }
      mentorRequests {
        submissionId
        state
        mentor {
          id
          displayName
        }
      }
      mentorNotes {
        id
        words
        at
        author {
          id
          displayName
        }
      }
    }
  }
`);

export const MENTORING_NOTES = graphql(`
  query MentoringNotes($id: ID!) {
    mentoredSubmission(id: $id) {
      id
      mentorNotes {
        id
        words
        at
        author {
          id
          displayName
        }
      }
    }
  }
`);

export const WRITE_MENTOR_NOTE = graphql(`
  mutation WriteMentorNote($submissionId: ID!, $words: String!) {
    writeMentorNote(submissionId: $submissionId, words: $words) {
      __typename
      ... on MentorNote {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ASK_MENTOR = graphql(`
  mutation AskMentor($submissionId: ID!, $personId: ID!, $message: String!) {
    askMentor(submissionId: $submissionId, personId: $personId, message: $message) {
      __typename
      ... on Submission {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_MENTORING = graphql(`
  mutation EndMentoring($submissionId: ID!) {
    endMentoring(submissionId: $submissionId) {
      __typename
      ... on MentorRequest {
        submissionId
      }
      ... on Refusal {
        message
      }
    }
  }
`);
