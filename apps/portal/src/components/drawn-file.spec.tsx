import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { I18nextProvider } from 'react-i18next';
import { MantineProvider } from '@mantine/core';
import { HotkeyProvider } from './hotkeys.js';
import { EvidenceView } from './evidence-view.js';
import { startI18n } from '../lib/i18n.js';
import type { FilePreview } from '../lib/file-preview.js';

const READY: FilePreview = {
  state: 'READY',
  reason: null,
  pages: [
    { url: '/files/a/preview/1', width: 1240, height: 1754 },
    { url: '/files/a/preview/2', width: 1240, height: 1754 },
  ],
  pageCount: 2,
  activeContent: false,
};
const loadArea = async (area: string) =>
  JSON.parse(readFileSync(join(__dirname, `../locales/en/${area}.json`), 'utf8')) as Record<string, unknown>;

async function show(preview: FilePreview | undefined, mediaType = 'application/pdf', isWithheld = false) {
  const i18n = await startI18n(loadArea, 'en', ['evidence', 'kit']);
  const file = {
    id: 'a',
    name: 'report.pdf',
    mediaType,
    bytes: 1_000,
    url: '/files/a',
    previewUrl: null,
    preview,
    isWithheld,
  };
  return render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <HotkeyProvider>
          <EvidenceView content={{ kind: 'FILE', title: 'Report', file }} />
        </HotkeyProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
}

describe('a file that somebody handed in', () => {
  const asked: string[] = [];
  let answers: FilePreview[];
  beforeEach(() => {
    asked.length = 0;
    answers = [];
    globalThis.fetch = (async (to: string) => {
      asked.push(to);
      return { ok: true, json: async () => answers.shift() ?? READY } as Response;
    }) as typeof fetch;
  });

  it('has the pages after the fiftieth drawn when they are asked for, and shows them once they are there', async () => {
    const page = (number: number) => ({ url: `/files/a/preview/${number}`, width: 1240, height: 1754 });
    const first = Array.from({ length: 50 }, (_, index) => page(index + 1));
    const long = { ...READY, pages: first, pageCount: 51 };
    answers = [long, long, { ...long, pages: [...first, page(51)] }];
    await show(long);
    fireEvent.click(screen.getByRole('button', { name: 'Show the next pages' }));
    expect(asked).toContain('/files/a/preview/51');
    expect(screen.getByRole('button', { name: 'The next pages are being drawn' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await waitFor(() => expect(screen.getAllByRole('img')).toHaveLength(51), { timeout: 10_000 });
    expect(screen.queryByText('1 more page follows.')).toBeNull();
  });

  it('is shown as the pictures that the server drew, and nothing of it is loaded itself', async () => {
    await show(READY);
    const pictures = await screen.findAllByRole('img');
    expect(pictures.map((each) => each.getAttribute('src'))).toEqual(['/files/a/preview/1', '/files/a/preview/2']);
    expect(pictures.map((each) => each.getAttribute('alt'))).toEqual(['1 of 2', '2 of 2']);
    expect(document.querySelector('iframe, embed, object, canvas')).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is not offered as it came to whoever must not learn whose it is, and says why', async () => {
    const none: FilePreview = { ...READY, state: 'IMPOSSIBLE', reason: 'PROTECTED', pages: [], pageCount: 0 };
    await show(none, 'application/pdf', true);
    expect(await screen.findByText(/you judge without knowing that/)).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is waited for while it is being drawn', async () => {
    await show({ ...READY, state: 'BEING_MADE', pages: [], pageCount: 0 });
    expect((await screen.findByRole('status')).textContent).toContain('being made');
    await waitFor(() => expect(screen.getAllByRole('img')).toHaveLength(2), { timeout: 3_000 });
    expect(asked).toEqual(['/files/a/preview']);
  });

  it('is asked about when the screen did not say', async () => {
    answers = [{ ...READY, state: 'IMPOSSIBLE', reason: 'PROTECTED', pages: [], pageCount: 0 }];
    await show(undefined);
    expect(await screen.findByText(/asks for a password/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /Download/ }).getAttribute('href')).toBe('/files/a');
  });

  it('says that it holds more than can be seen, before it is downloaded', async () => {
    await show({ ...READY, activeContent: true });
    expect(await screen.findByText(/holds more than can be seen here/)).toBeTruthy();
  });

  it('that is a picture nobody could draw is not offered for download: its metadata stays with its owner', async () => {
    await show({ ...READY, state: 'IMPOSSIBLE', reason: 'TOO_LARGE', pages: [], pageCount: 0 }, 'image/png');
    expect(await screen.findByText(/too many points/)).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
