import type { JsonObject, QualityProfile, Verdict, Verification } from '@assay/credential';
import { factsOf, type ProofFacts } from './facts.js';
import { renderBrokenSheet, renderChecks, renderVerdict, toneOf } from './findings-view.js';
import { renderQuality } from './quality-view.js';
import { previewTags } from './preview.js';
import { endorsementSection, type ShownEndorsement } from './endorsed.js';
import { type Among, amongOthers, evidenceSection, type ShownEvidence } from './shown-by-holder.js';
import { descriptorList } from './descriptors.js';
import { type Html, html, svgMarkup } from './html.js';
import { type Language, type MessageKey, say, sayDay } from './messages.js';
import { type ProofAssets, renderPage, topLine } from './page.js';

/** What the proof page is made of. */
export interface ProofPageData {
  /** The signed credential. */
  readonly document: JsonObject;
  /** What the server found when it checked it. */
  readonly verification: Verification;
  /** What it is worth, question by question. */
  readonly profile: QualityProfile;
  /** The page's own whole address, for previews elsewhere. */
  readonly address: string;
  /** The badge's picture, as SVG from our own renderer. */
  readonly badge: string;
  /** Where the credential itself is, for the download and for the browser's own check. */
  readonly documentPath: string;
  /** Where several credentials are shown by one link: which this is, what each is called, and the address of the first. */
  readonly among?: Among;
  /** What the holder chose to show of the evidence. */
  readonly evidence?: readonly ShownEvidence[];
  /** What others say for it; only what holds. */
  readonly endorsements?: readonly ShownEndorsement[];
  /** What its issuer did about it last, if it is not as it was issued. */
  readonly changed?: StatusChange;
  /** The dates of what renewed it, where it was renewed. */
  readonly renewed?: { readonly from: Date; readonly until: Date | null };
  readonly sharedUntil?: Date;
  readonly assets: ProofAssets;
}

/** Why an issuer changed what becomes of a credential, in words that it may tell strangers. */
const CAUSES = {
  UNDER_REVIEW: 'causeUnderReview',
  ISSUED_IN_ERROR: 'causeIssuedInError',
  DECISION_OVERTURNED: 'causeOverturned',
  MALPRACTICE: 'causeMalpractice',
  NO_LONGER_TRUE: 'causeNoLongerTrue',
  HOLDER_ASKED: 'causeHolderAsked',
  CLEARED: 'causeCleared',
  CORRECTED: 'causeCorrected',
} as const satisfies Record<string, MessageKey>;

const CHANGED: Partial<Record<Verdict, MessageKey>> = { revoked: 'withdrawnOn', suspended: 'suspendedSince' };

/** The last change of a credential's status: when and why. */
export interface StatusChange {
  readonly cause: keyof typeof CAUSES;
  readonly since: Date;
}

/** The page that a stranger sees under a share link. */
export function renderProofPage(data: ProofPageData, language: Language): string {
  const facts = factsOf(data.document);
  const broken = data.verification.verdict === 'broken';
  const shared = data.sharedUntil
    ? say(language, 'sharedUntil', { date: sayDay(language, data.sharedUntil) })
    : say(language, 'shared');
  const what = broken ? '' : say(language, 'proofPageFor', { issuer: facts.issuer });
  const title = broken ? say(language, 'titleBroken') : `${facts.holder}: ${facts.name}`;
  const sheet = broken ? renderBrokenSheet(data.verification, language) : fullSheet(data, facts, language);
  const body = html`${topLine(what, shared)}<main data-credential="${data.documentPath}" data-checker="${data.assets.checker}">${sheet}${broken ? '' : actions(data, language)}</main>`;
  const head = broken ? '' : previewTags(data, facts, language);
  return renderPage(title, body, data.assets, language, head);
}

/** The page for a link that shows nothing: unknown, ended and private look alike. */
export function renderNotFoundPage(assets: ProofAssets, language: Language): string {
  const body = html`${topLine('')}<main><article class="sheet"><h1 class="plain">${say(language, 'notFound')}</h1><p class="lead">${say(language, 'notFoundText')}</p></article></main>`;
  return renderPage(say(language, 'notFound'), body, assets, language);
}

/** The page for a link whose credential is there no more, because its holder was erased. It names nobody. */
export function renderErasedPage(
  data: { issuer: string; withdrawn: boolean; assets: ProofAssets },
  language: Language,
): string {
  const stands = say(language, data.withdrawn ? 'erasedWithdrawn' : 'erasedStands');
  const body = html`${topLine('')}<main><article class="sheet"><h1 class="plain">${say(language, 'erased')}</h1><p class="lead">${say(language, 'erasedText', { issuer: data.issuer })}</p><p>${stands}</p></article></main>`;
  return renderPage(say(language, 'erased'), body, data.assets, language);
}

function fullSheet(data: ProofPageData, facts: ProofFacts, language: Language): Html {
  const { verification } = data;
  return html`<article class="sheet ${toneOf(verification.verdict)}">${amongOthers(data, language)}${demonstration(facts, language)}
<div class="head"><div class="badge">${svgMarkup(data.badge)}</div><div class="who"><h1>${facts.holder}</h1>${earned(facts, language)}${keyFacts(data, facts, language)}${renderVerdict(verification, facts, language)}${saidSince(data, language)}${saidRenewed(data, language)}</div></div>
<div class="columns"><section id="checks" aria-live="polite">${renderChecks(verification, language, 'checked')}</section>
<section><h2>${say(language, 'worth')}</h2>${worth(facts, language)}${renderQuality(data.profile, language, 'there')}</section></div>
<p class="hint">${say(language, 'checkWithoutUs')} <code>assay-verify credential.json</code></p>
${criteria(facts, language)}${evidenceSection(facts, data.evidence ?? [], language)}${endorsementSection(facts, data.endorsements ?? [], language)}${descriptors(facts, language)}</article>`;
}

/** Since when the issuer stands behind it no longer, and why. Only while the check finds the same. */
function saidSince({ changed, verification }: ProofPageData, language: Language): Html | '' {
  const key = CHANGED[verification.verdict];
  if (!changed || !key) return '';
  const words = { date: sayDay(language, changed.since), cause: say(language, CAUSES[changed.cause]) };
  return html`<p class="since">${say(language, key, words)}</p>`;
}

/** That its holder has shown it again since. */
function saidRenewed({ renewed }: ProofPageData, language: Language): Html | '' {
  if (!renewed) return '';
  const words = { from: sayDay(language, renewed.from), until: renewed.until ? sayDay(language, renewed.until) : '' };
  return html`<p class="since">${say(language, renewed.until ? 'renewedUntil' : 'renewedNoEnd', words)}</p>`;
}

function demonstration({ demonstration: notice }: ProofFacts, language: Language): Html | '' {
  return notice ? html`<p class="notice">${say(language, 'demonstration', { notice })}</p>` : '';
}

/** What was earned; and which skill at which level it proves, where its name does not say so already. */
function earned({ name, level, skills: [skill] }: ProofFacts, language: Language): Html {
  if (!level || !skill) return html`<p class="earned">${name}</p>`;
  const proves = say(language, 'levelOf', { skill: skill.name.replace(/, level .*$/, ''), ...level });
  const named = name.toLowerCase().startsWith(proves.split(',')[0]?.toLowerCase() ?? '');
  return named
    ? html`<p class="earned">${proves}</p>`
    : html`<p class="earned">${name}</p><p class="proves">${proves}</p>`;
}

function keyFacts({ verification }: ProofPageData, facts: ProofFacts, language: Language): Html {
  const unknown = verification.verdict === 'unknown-issuer';
  const time = [
    facts.hours && say(language, 'hours', { hours: facts.hours }),
    facts.ects && say(language, 'ects', { ects: facts.ects }),
    facts.eqf && say(language, 'eqf', { level: facts.eqf }),
  ].filter(Boolean);
  const rows: [string, string][] = [
    [say(language, unknown ? 'saysFrom' : 'issuedBy'), unknown ? `“${facts.issuer}”` : facts.issuer],
    [say(language, 'on'), sayDay(language, facts.validFrom)],
    [say(language, 'validUntil'), facts.validUntil ? sayDay(language, facts.validUntil) : say(language, 'noEnd')],
    ...(time.length > 0 ? [[say(language, 'learningTime'), time.join(', ')] satisfies [string, string]] : []),
  ];
  return html`<dl class="facts">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function worth(facts: ProofFacts, language: Language): Html {
  const { skills, criteria: rows, evidence: items, validUntil, validFrom, version } = facts;
  const pieces =
    items.length === 1 ? say(language, 'onePiece') : say(language, 'pieces', { count: String(items.length) });
  const met = String(rows.filter((row) => row.met).length);
  const dates = { from: sayDay(language, validFrom), until: validUntil ? sayDay(language, validUntil) : '', version };
  const paragraphs: [string, Html | string][] = [
    [say(language, 'relevance'), relevance(skills, language)],
    [say(language, 'credibility'), facts.marking],
    [
      say(language, 'application'),
      rows.length > 0
        ? say(language, 'applicationText', { met, all: String(rows.length), pieces })
        : say(language, 'applicationNoCriteria', { pieces }),
    ],
    [say(language, 'currency'), say(language, validUntil ? 'currencyUntil' : 'currencyNoEnd', dates)],
  ];
  return html`<dl class="worth">${paragraphs.map(([label, words]) => html`<div><dt>${label}</dt><dd>${words}</dd></div>`)}</dl>`;
}

/** A skill without a framework says nothing to a stranger, but it is named. */
function relevance(skills: ProofFacts['skills'], language: Language): Html | string {
  const [only, ...others] = skills.map(({ name, framework }) =>
    framework ? say(language, 'relevanceText', { name, framework }) : `${name}.`,
  );
  if (only === undefined) return say(language, 'relevanceNone');
  return others.length === 0
    ? only
    : html`<ul class="skills">${[only, ...others].map((skill) => html`<li>${skill}</li>`)}</ul>`;
}

function descriptors({ descriptors: said }: ProofFacts, language: Language): Html | '' {
  if (said.length === 0) return '';
  return html`<section><h2>${say(language, 'descriptors')}</h2>${descriptorList(said)}</section>`;
}

function criteria({ criteria: rows }: ProofFacts, language: Language): Html | '' {
  if (rows.length === 0) return '';
  const items = rows.map((row) => {
    // A criterion may be outweighed by others: then the badge is earned, and what was missing is said.
    const short = !row.met && row.required ? `; ${say(language, 'wouldMeet', { ordinal: row.required })}` : '';
    return html`<li><b>${row.title}</b><span>${say(language, 'reached', { ordinal: row.ordinal, most: row.most, label: row.label })}${short}</span><p>${row.descriptor}</p></li>`;
  });
  return html`<section><h2>${say(language, 'criteria')}</h2><ol class="criteria">${items}</ol></section>`;
}

function actions({ verification, documentPath }: ProofPageData, language: Language): Html {
  const again = verification.verdict === 'could-not-check' ? 'tryAgain' : 'checkAgain';
  return html`<div class="actions"><button type="button" class="filled" data-check data-busy="${say(language, 'checking')}" data-failed="${say(language, 'checkFailed')}">${say(language, again)}</button><a class="button" href="${documentPath}" download="credential.json">${say(language, 'download')}</a><button type="button" data-print>${say(language, 'print')}</button><span class="privacy">${say(language, 'privacy')}</span></div>`;
}
