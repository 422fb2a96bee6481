import { Client } from '../product/client.js';
import { operationsOf } from '../product/schema.js';
import type { ProductPromise } from './promise.js';

/** Open to strangers on purpose: whose installation it is, how one signs in, and that nobody is signed in. */
const PUBLIC = ['organisation', 'signInOptions', 'viewer'];
/** Open to whoever holds the link of a mail: with one that nobody was sent they give nothing. */
const BY_LINK = [
  'answerEndorsementRequest',
  'answerWitnessRequest',
  'endorsementRequest',
  'provePersonalAddress',
  'withdrawEndorsementByLink',
  'witnessRequest',
];

/** Whoever is not signed in gets nothing, over the whole schema of the running API. */
export const defaultDeny: ProductPromise = {
  name: 'strangers get no operation of the schema but the public ones',
  target: '0 answered',
  async keep({ product, crowd }) {
    const stranger = Client.stranger(product.baseUrl);
    const everyRole = await crowd.everyRole();
    const operations = (await operationsOf(stranger)).filter(({ name }) => !PUBLIC.includes(name));
    const answered: string[] = [];
    let answeredInside = 0;
    for (const { name, document } of operations) {
      const { data, errors } = await stranger.ask(document);
      const kept = BY_LINK.includes(name)
        ? !errors && saysNothing(data?.[name])
        : errors?.[0]?.extensions?.code === 'UNAUTHENTICATED';
      if (!kept) answered.push(name);
      if (!document.startsWith('query')) continue;
      if (!(await everyRole.client.ask(document)).errors) answeredInside += 1;
    }
    return {
      figure: answered.length,
      n: operations.length,
      ok: answered.length === 0,
      control: `${answeredInside} answered to somebody in every role`,
      controlHeld: answeredInside > 0,
      ...(answered.length > 0 && { why: answered.join(', ') }),
    };
  },
};

/** Null, or that there is no such thing. */
function saysNothing(answer: unknown): boolean {
  return answer === null || (answer as { __typename?: string } | undefined)?.__typename === 'NotFound';
}
