import type { Client } from '../product/client.js';
import type { Invented } from './invented.js';
import type { Achievement } from './programme.js';

const EVIDENCE = '__typename ... on EvidenceItem { id title kind } ... on Refusal { message }';
const ADD_FILE = `mutation($input: FileEvidenceInput!) { addFileEvidence(input: $input) { ${EVIDENCE} } }`;
const ADD_LINK = `mutation($input: LinkEvidenceInput!) { addLinkEvidence(input: $input) { ${EVIDENCE} } }`;
const ADD_TEXT = `mutation($input: TextEvidenceInput!) { addTextEvidence(input: $input) { ${EVIDENCE} } }`;

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A file, a link and a text, in the person's private library. */
export async function keepEvidence(employee: Client, invented: Invented): Promise<string[]> {
  const madeOn = new Date(Date.now() - 20 * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  const picture = await employee.upload(`${invented.mark}.png`, PICTURE, 'evidence');
  const items = [
    await employee.change<{ id: string }>(ADD_FILE, {
      input: { uploadId: picture, title: invented.sentence('a photograph'), madeOn },
    }),
    await employee.change<{ id: string }>(ADD_LINK, {
      input: { url: `https://example.org/${invented.mark}`, title: invented.sentence('a report'), madeOn },
    }),
    await employee.change<{ id: string }>(ADD_TEXT, {
      input: { text: invented.sentence('everything that was done'), title: invented.sentence('a diary'), madeOn },
    }),
  ];
  return items.map((item) => item.id);
}

const START = `mutation($id: ID!) { startSubmission(achievementVersionId: $id) { __typename
  ... on Submission { id } ... on Refusal { message } } }`;
const LINK = `mutation($submission: ID!, $criterion: ID!, $item: ID!, $reflection: String!) {
  linkEvidence(submissionId: $submission, criterionId: $criterion, itemId: $item, reflection: $reflection) {
  __typename ... on Submission { id } ... on Refusal { message } } }`;
const CLAIM = `mutation($submission: ID!, $criterion: ID!, $level: Int) {
  claimLevel(submissionId: $submission, criterionId: $criterion, levelOrdinal: $level, notEvidenced: false) {
  __typename ... on Submission { id } ... on Refusal { message } } }`;
const SUBMIT = `mutation($id: ID!) { submit(submissionId: $id, declarationAccepted: true) { __typename
  ... on Submission { id state snapshot { digest } }
  ... on GapsLeft { message gaps { number kind message } } ... on Refusal { message } } }`;

/** Maps the items to the criteria with a reflection each, claims levels, signs and hands in. */
export async function handInPortfolio(
  employee: Client,
  invented: Invented,
  achievement: Achievement,
  items: string[],
): Promise<{ id: string; state: string }> {
  const { id } = await employee.change<{ id: string }>(START, { id: achievement.id });
  for (const [index, criterion] of achievement.rubric.criteria.entries()) {
    await employee.change(LINK, {
      submission: id,
      criterion: criterion.id,
      item: items[index % items.length],
      reflection: invented.sentence('how this shows the criterion'),
    });
    const level = highest(criterion.levels);
    await employee.change(CLAIM, { submission: id, criterion: criterion.id, level });
  }
  return employee.change(SUBMIT, { id });
}

const highest = (levels: { ordinal: number }[]) => Math.max(...levels.map((level) => level.ordinal));
