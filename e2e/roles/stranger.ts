import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const assayVerify = join(__dirname, '..', '..', 'apps', 'verify', 'dist', 'assay-verify.js');

/** Every check on the page with the word for how it went. */
export async function checksOf(page: Page): Promise<{ states: string[]; sentences: string[] }> {
  const items = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('img') });
  const states = await items
    .getByRole('img')
    .evaluateAll((marks) => marks.map((each) => each.getAttribute('aria-label') ?? ''));
  return { states, sentences: await items.allInnerTexts() };
}

/** Presses the check and waits for what this browser found itself. */
export async function checkHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check again in this browser' }).click();
  await page.getByRole('heading', { name: /^What this browser checked/ }).waitFor();
}

/** The credential as the page hands it out. */
export async function download(page: Page, folder: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the credential' }).click();
  const file = join(folder, 'credential.json');
  await (await waiting).saveAs(file);
  return file;
}

/** Runs the verifier of the command line on a file. */
export function verify(file: string): Promise<{ code: number; says: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [assayVerify, file], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, says: out + err });
    });
  });
}

/** A copy in which one letter of somebody's name is another one. */
export async function changedCopy(document: string, name: string, folder: string): Promise<string> {
  const file = join(folder, 'changed.json');
  await writeFile(file, document.replace(name, `${name}e`));
  return file;
}
