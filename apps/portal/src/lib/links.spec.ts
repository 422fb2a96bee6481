import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { parse } from 'graphql';
import { trustedDocuments, waiting } from './links.js';
import { onSlowDown } from './slow-down.js';

const ASK = parse('query Ask { answer }');
const OTHER = parse('query Other { answer }');

describe('the way to the API', () => {
  const sent: Record<string, unknown>[] = [];
  let answer: () => Response;
  const client = () => {
    const fetch = async (_to: unknown, init?: RequestInit) => {
      sent.push(JSON.parse(init?.body as string) as Record<string, unknown>);
      return answer();
    };
    return new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.from([
        waiting,
        trustedDocuments({ Ask: 'a'.repeat(64) }),
        new HttpLink({ uri: 'http://localhost/graphql', fetch: fetch as typeof globalThis.fetch }),
      ]),
    });
  };
  const respond = (status: number, body: object, headers: Record<string, string> = {}) =>
    ({
      status,
      ok: status < 300,
      headers: new Map([['content-type', 'application/json'], ...Object.entries(headers)]),
      text: async () => JSON.stringify(body),
    }) as unknown as Response;

  beforeEach(() => {
    sent.length = 0;
    answer = () => respond(200, { data: { answer: 'yes' } });
  });

  it('sends the id of a document that the build knows, and the text of any other', async () => {
    await client().query({ query: ASK });
    await client().query({ query: OTHER });
    expect(sent[0]).not.toHaveProperty('query');
    expect(sent[0]).toMatchObject({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    expect(String(sent[1]?.query)).toContain('query Other');
  });

  it('tells how long to wait when the server asks for a pause', async () => {
    const told: number[] = [];
    const stop = onSlowDown((seconds) => told.push(seconds));
    answer = () => respond(429, { errors: [{ message: 'wait' }] }, { 'retry-after': '17' });
    await expect(client().query({ query: ASK })).rejects.toThrow();
    stop();
    await expect(client().query({ query: ASK })).rejects.toThrow();
    expect(told).toEqual([17]);
  });

  it('says nothing about waiting when something else went wrong', async () => {
    const told: number[] = [];
    const stop = onSlowDown((seconds) => told.push(seconds));
    answer = () => respond(200, { data: null, errors: [{ message: 'no' }] });
    const error = await client()
      .query({ query: ASK })
      .catch((each: unknown) => each);
    expect(CombinedGraphQLErrors.is(error)).toBe(true);
    expect(told).toEqual([]);
    stop();
  });
});
