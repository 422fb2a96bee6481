import { html } from './html.js';
import { type Language, say } from './messages.js';
import { type ProofAssets, renderPage, topLine } from './page.js';

/** The page on which anybody checks any badge. It is the same for everybody: the badge never comes to the server. */
export function renderVerifyPage(assets: ProofAssets, language: Language): string {
  const words = (key: Parameters<typeof say>[1]) => say(language, key);
  const form = html`<form class="drop" data-drop data-busy="${words('checking')}" data-failed="${words('dropFailed')}"><label class="file"><b>${words('dropFile')}</b><span>${words('dropKinds')}</span><input type="file" name="file" accept=".json,.jsonld,.jwt,.png,.svg,application/json,image/png,image/svg+xml"></label><label class="paste"><b>${words('dropPaste')}</b><textarea name="text" rows="5" spellcheck="false" autocomplete="off"></textarea></label><div class="actions"><button class="filled" type="submit">${words('dropCheck')}</button><span class="privacy">${words('dropPrivacy')}</span></div></form>`;
  const body = html`${topLine(words('dropWhat'))}<main data-checker="${assets.checker}"><article class="sheet"><h1 class="plain">${words('dropTitle')}</h1><p class="lead">${words('dropLead')}</p>${form}<noscript><p class="lead">${words('dropNoScript')}</p></noscript></article><div id="result" role="status" tabindex="-1"></div></main>`;
  return renderPage(words('dropTitle'), body, assets, language);
}
