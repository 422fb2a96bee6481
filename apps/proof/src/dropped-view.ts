import { type JsonObject, qualityProfile, type Verification } from '@assay/credential';
import { factsOf, type ProofFacts } from './facts.js';
import { renderBrokenSheet, renderChecks, renderVerdict, toneOf } from './findings-view.js';
import { type Html, html } from './html.js';
import { type Language, say, sayDay } from './messages.js';
import { renderQuality } from './quality-view.js';

/** What was found in a file that somebody brought. Of what does not hold, nothing is shown that could be believed. */
export function renderDropped(document: JsonObject | undefined, verification: Verification, language: Language): Html {
  if (!document || verification.verdict === 'broken') return renderBrokenSheet(verification, language);
  const facts = factsOf(document);
  const profile = qualityProfile(document, verification);
  return html`<article class="sheet ${toneOf(verification.verdict)}"><h2 class="name">${facts.name}</h2><p class="earned">${facts.holder}</p>${keyFacts(facts, verification, language)}${renderVerdict(verification, facts, language)}<div class="columns"><section>${renderChecks(verification, language, 'checkedHere')}</section><section><h2>${say(language, 'worth')}</h2>${renderQuality(profile, language, 'here')}</section></div></article>`;
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
