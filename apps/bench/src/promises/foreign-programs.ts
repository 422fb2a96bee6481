import { generateKeyPairSync, sign } from 'node:crypto';
import { Steps } from '../chain/steps.js';
import { walkTheChain } from '../chain/walk.js';
import { postmasterOf, run } from '../goals/command-cost.js';
import { untilIssued } from '../goals/issuance.js';
import { manyAwards } from '../goals/many-awards.js';
import { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { several } from './candidates.js';
import { didJwt, didkit, digitalBazaar, type Program, type Published } from './foreign-verifiers.js';
import { mutationsOf } from './forgeries-refused.js';
import type { ProductPromise, Size } from './promise.js';

const BADGES: Record<Size, number> = { quick: 50, full: 1_000, long: 1_000 };

/** One badge as its holder takes it along: the document, and the token. */
interface Taken {
  document: string;
  token: string;
}

/**
 * Badges outlive their issuer. The keys are changed, the installation is switched off, and what it published is taken as
 * files: DIDKit (Rust) and Digital Bazaar's library (JavaScript) accept the documents that we issued, the library of the
 * Decentralized Identity Foundation accepts the tokens, and all refuse every changed copy.
 */
export const foreignPrograms: ProductPromise = {
  name: 'three foreign programs agree about our badges, when we are switched off and our keys were changed',
  key: 'second implementation',
  target: '1,000 of ours accepted, 1,000 changed ones refused, by each',
  async keep({ product, size }) {
    const wanted = BADGES[size];
    const badges = await issued(product, wanted);
    const postmaster = await postmasterOf(product);
    await run(product, postmaster, ['issuer', 'rotate', '--reason', 'To see that old badges stay good']);
    const published = await publishedBy(product, badges[0]?.document ?? '');
    await product.kill('worker');
    await product.kill('api');
    try {
      const wrong: string[] = [];
      const counts: string[] = [];
      const judge = async (name: string, accepts: Program, genuine: string[], forge: Forger) => {
        let [accepted, refused] = [0, 0];
        for (const [nth, one] of genuine.entries()) {
          if (await accepts(one)) accepted += 1;
          else wrong.push(`${name} refused a genuine one`);
          const { what, forged } = forge(one, nth);
          if (await accepts(forged)) wrong.push(`${name} accepted: ${what}`);
          else refused += 1;
        }
        counts.push(`${name} ${accepted} accepted, ${refused} refused`);
        return accepted + refused;
      };
      const [documents, tokens] = [badges.map(({ document }) => document), badges.map(({ token }) => token)];
      const figure =
        (await judge('DIDKit', await didkit(published), documents, changed)) +
        (await judge('Digital Bazaar', digitalBazaar(published), documents, changed)) +
        (await judge('did-jwt', didJwt(published), tokens, forgedToken));
      const elsewhere = { ...published, didDocument: withOtherKeys(published.didDocument) };
      const fooled = [
        await digitalBazaar(elsewhere)(documents[0] ?? ''),
        await didJwt(elsewhere)(tokens[0] ?? ''),
      ].filter((accepted) => accepted).length;
      return {
        figure,
        n: 6 * badges.length,
        ok: wrong.length === 0 && figure === 6 * wanted,
        control: `${counts.join('; ')}; with other keys in the file ${fooled} of 2 programs accept the genuine ones`,
        controlHeld: fooled === 0,
        ...(wrong.length > 0 && { why: [...new Set(wrong)].slice(0, 20).join('; ') }),
      };
    } finally {
      await product.startApi();
    }
  },
};

async function issued(product: OwnProduct, many: number): Promise<Taken[]> {
  if (!product.isRunning('worker')) product.startWorker();
  await walkTheChain(product.baseUrl, new Steps());
  await manyAwards(product, many, 3);
  await untilIssued(product);
  const rows = await product.sql<{ id: string; person_id: string; document: string }>(
    `SELECT credential.id, credential.person_id, document FROM credential JOIN award ON award.id = award_id
     WHERE basis = 'BULK' ORDER BY issued_at DESC, credential.id LIMIT $1`,
    [many],
  );
  return several(rows.length, 4, async (nth) => {
    const { id = '', person_id: holder = '', document = '' } = rows[nth] ?? {};
    const answer = await (await Client.signIn(product.baseUrl, holder)).fetch(`/badges/${id}/credential.jwt`);
    if (!answer.ok) throw new Error(`The token of ${id} could not be taken along: ${answer.status}.`);
    return { document, token: await answer.text() };
  });
}

async function publishedBy(product: OwnProduct, document: string): Promise<Published> {
  const { credentialStatus } = JSON.parse(document) as { credentialStatus: { statusListCredential: string } };
  const text = async (address: string) => (await fetch(address)).text();
  return {
    didDocument: await text(`${product.baseUrl}/.well-known/did.json`),
    statusList: await text(credentialStatus.statusListCredential),
  };
}

type Forger = (genuine: string, nth: number) => { what: string; forged: string };

/** Each badge is changed in another place, and only where its meaning changes. */
function changed(genuine: string, nth: number): { what: string; forged: string } {
  const mutations = mutationsOf(JSON.parse(genuine) as never).filter(({ what }) => what.startsWith('changed '));
  const mutation = mutations[nth % mutations.length];
  if (!mutation) throw new Error('There is nothing in the badge to change.');
  return { what: mutation.what, forged: JSON.stringify(mutation.forged) };
}

/** Every other one is signed again, properly, by a key that the token brings along and the issuer never had. */
const forgedToken: Forger = (genuine, nth) => {
  const [head = '', body = '', signature = ''] = genuine.split('.');
  const { what, forged } = changed(textOf(body), nth);
  if (nth % 2 === 0) return { what, forged: `${head}.${lettersOf(forged)}.${signature}` };
  const header = { ...(JSON.parse(textOf(head)) as object), jwk: STRANGER.publicKey.export({ format: 'jwk' }) };
  // What else the forger says stays as it was: the key alone is wrong.
  const signed = `${lettersOf(JSON.stringify(header))}.${body}`;
  const theirs = sign('sha256', Buffer.from(signed), { key: STRANGER.privateKey, dsaEncoding: 'ieee-p1363' });
  return { what: 'signed by a stranger', forged: `${signed}.${theirs.toString('base64url')}` };
};

const STRANGER = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const textOf = (letters: string) => Buffer.from(letters, 'base64url').toString();
const lettersOf = (text: string) => Buffer.from(text).toString('base64url');

/** The same document of an issuer, who has other keys of the same kinds. */
function withOtherKeys(didDocument: string): string {
  const theirs = STRANGER.publicKey.export({ format: 'jwk' });
  const did = JSON.parse(didDocument) as { verificationMethod: { publicKeyJwk?: object }[] };
  for (const method of did.verificationMethod) if (method.publicKeyJwk) method.publicKeyJwk = theirs;
  return JSON.stringify(did).replaceAll('z6Mk', 'z6Mj').replaceAll('zDn', 'zDm');
}
