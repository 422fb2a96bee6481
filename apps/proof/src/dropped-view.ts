import {
  asText,
  type BroughtVerification,
  idOf,
  isObject,
  type JsonObject,
  listedAs,
  qualityProfile,
  type TrustList,
  type Verification,
} from '@assay/credential';
import { factsOf, type ProofFacts } from './facts.js';
import { renderBrokenSheet, renderChecks, renderVerdict, toneOf } from './findings-view.js';
import { type Html, html } from './html.js';
import { type Language, say, sayDay } from './messages.js';
import { renderQuality } from './quality-view.js';

/** What was found in a file that somebody brought. Of what does not hold, nothing is shown that could be believed. */
export function renderDropped(
  { document, kind, ...verification }: BroughtVerification,
  language: Language,
  list?: TrustList,
): Html {
  if (!document || verification.verdict === 'broken') return renderBrokenSheet(verification, language);
  const facts = factsOf(document);
  if (kind === 'endorsement') return renderEndorsement(document, facts, verification, language, list);
  const profile = qualityProfile(document, verification);
  return html`<article class="sheet ${toneOf(verification.verdict)}"><h2 class="name">${facts.name}</h2><p class="earned">${facts.holder}</p>${keyFacts(facts, verification, language)}${renderVerdict(verification, facts, language)}${onList(document, list, language)}<div class="columns"><section>${renderChecks(verification, language, 'checkedHere')}</section><section><h2>${say(language, 'worth')}</h2>${renderQuality(profile, language, 'here')}</section></div></article>`;
}

/** Somebody's words about a badge. Whether that badge is genuine is another question, and not answered by this. */
function renderEndorsement(
  document: JsonObject,
  facts: ProofFacts,
  verification: Verification,
  language: Language,
  list?: TrustList,
): Html {
  const subject = isObject(document.credentialSubject) ? document.credentialSubject : {};
  const words = asText(subject.endorsementComment) ?? '';
  const about = say(language, 'endorsementAbout', { id: idOf(subject) ?? '' });
  return html`<article class="sheet ${toneOf(verification.verdict)}"><h2 class="name">${asText(document.name) ?? ''}</h2><blockquote>${words}</blockquote>${keyFacts(facts, verification, language)}${renderVerdict(verification, facts, language, 'endorsement')}<p>${about}</p>${onList(document, list, language)}${renderChecks(verification, language, 'checkedHere')}</article>`;
}

/** Whose list the issuer is on: beside the checks and none of them. */
function onList(document: JsonObject, list: TrustList | undefined, language: Language): Html | '' {
  if (!list) return '';
  const { organisation } = list;
  const name = listedAs(list, document);
  return html`<p>${name ? say(language, 'listed', { organisation, name }) : say(language, 'notListed', { organisation })}</p>`;
}

function keyFacts(facts: ProofFacts, { verdict }: Verification, language: Language): Html {
  const unknown = verdict === 'unknown-issuer' || verdict === 'could-not-check';
  const rows: [string, string][] = [
    [say(language, unknown ? 'saysFrom' : 'issuedBy'), unknown ? `“${facts.issuer}”` : facts.issuer],
    ...(facts.validFrom ? [[say(language, 'on'), sayDay(language, facts.validFrom)] satisfies [string, string]] : []),
    [say(language, 'validUntil'), facts.validUntil ? sayDay(language, facts.validUntil) : say(language, 'noEnd')],
  ];
  return html`<dl class="facts">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}
