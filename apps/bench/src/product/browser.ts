import { type Browser, chromium, type Page } from 'playwright-core';

/** Chromium without anything that reaches outside. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** The word that payloads say when they run. */
export const CANARY = 'assay-canary-ran';

/** Notices whatever a page runs that it should not: the canary's word on the console, a dialog, or its address asked for. */
export function watch(page: Page): { runs: string[] } {
  const runs: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.text().includes(CANARY)) runs.push(`console at ${page.url()}`);
  });
  page.on('dialog', (dialog) => {
    runs.push(`dialog at ${page.url()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().includes(`/${CANARY}`) && request.resourceType() !== 'document')
      runs.push(`request at ${page.url()}`);
  });
  return { runs };
}
