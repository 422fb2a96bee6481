import type { Page } from 'playwright-core';

/** Rows as a spreadsheet puts them on the clipboard: tabs between cells, quotes around a cell with more than one line. */
export function asCopied(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((row) => row.map(cell).join('\t')).join('\n')}\n`;
}

/** Copies in another window, as one does from a spreadsheet: the clipboard holds plain text and nothing else. */
export async function copyElsewhere(page: Page, text: string): Promise<void> {
  const other = await page.context().newPage();
  await other.setContent('<textarea></textarea>');
  const cells = other.locator('textarea');
  await cells.fill(text);
  await cells.press('ControlOrMeta+a');
  await cells.press('ControlOrMeta+c');
  await other.close();
  await page.bringToFront();
}
