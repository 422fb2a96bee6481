import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.js';
import { ACTORS, AUDIT, AUDIT_HEAD, type AuditEntry } from './audit.documents.js';

const entry = (over: Partial<AuditEntry>): AuditEntry => ({
  id: 'row-1',
  at: '2026-11-20T09:12:00.000Z',
  actor: 'Gareth Penhallow',
  actorId: 'person-gareth',
  actorKind: 'PERSON',
  operation: 'grantRole',
  target: '01a20213-8474-7541-b69b-a2ca777183d1',
  outcome: 'REFUSED',
  detail: 'Refused: NotAllowed · role AUDITOR · reason 24 characters',
  sequence: 1_060,
  digest: 'd'.repeat(64),
  chainHash: 'c'.repeat(64),
  ...over,
});

const asked: Record<string, unknown>[] = [];

const answers = (entries: AuditEntry[]) => [
  {
    request: { query: AUDIT, variables: (variables: Record<string, unknown>) => asked.push(variables) > 0 },
    result: {
      data: {
        auditEntries: {
          __typename: 'AuditConnection',
          edges: entries.map((node) => ({
            __typename: 'AuditEdge',
            cursor: node.id,
            node: { __typename: 'AuditEntry', ...node },
          })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          totalCount: entries.length,
        },
      },
    },
  },
  {
    request: { query: AUDIT_HEAD },
    result: {
      data: {
        auditHead: {
          __typename: 'AuditHead',
          sequence: 12_482,
          hash: 'a'.repeat(64),
          chainedAt: '2026-11-20T09:12:01.000Z',
          unchained: 3,
          oldestUnchained: new Date().toISOString(),
        },
      },
    },
  },
  {
    request: { query: ACTORS, variables: () => true },
    result: { data: { people: { __typename: 'PersonConnection', edges: [] } } },
  },
];

/** Pages are fetched when they are first opened; on a busy machine that takes its time. */
const PATIENTLY = { timeout: 15_000 };

describe('the audit page', () => {
  jest.setTimeout(40_000);

  beforeEach(() => {
    asked.length = 0;
  });

  it('says how far the log is chained and what waits', async () => {
    await renderPage('/admin/audit', { roles: ['AUDITOR'], answers: answers([entry({})]) });
    expect(await screen.findByText('Chained to 12,482', {}, PATIENTLY)).toBeDefined();
    expect(screen.getByText('3 waiting')).toBeDefined();
  });

  it('shows a row in full beside the list, and narrows down from there', async () => {
    await renderPage('/admin/audit', { roles: ['AUDITOR'], answers: answers([entry({})]) });
    fireEvent.click(await screen.findByText('grantRole', {}, PATIENTLY));
    const panel = within(await screen.findByRole('complementary', { name: 'grantRole' }));
    expect(panel.getByText('24 characters')).toBeDefined();
    expect(panel.getByText('d'.repeat(64))).toBeDefined();
    fireEvent.click(panel.getByRole('button', { name: 'Only this person' }));
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ actorId: 'person-gareth' }));
  });

  it('exports what the filters show', async () => {
    await renderPage('/admin/audit?outcome=REFUSED&operation=grantRole', {
      roles: ['AUDITOR'],
      answers: answers([entry({})]),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Export' }, PATIENTLY));
    const file = await screen.findByRole('menuitem', { name: /JSON Lines/ });
    expect(file.getAttribute('href')).toBe('/audit/export.jsonl?operation=grantRole&outcome=REFUSED');
  });

  it('says that filters found nothing, and takes them away', async () => {
    await renderPage('/admin/audit?outcome=FAILED', { roles: ['AUDITOR'], answers: answers([]) });
    fireEvent.click(await screen.findByRole('button', { name: /clear/i }, PATIENTLY));
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ outcome: null }));
  });

  it('offers evidence to auditors alone', async () => {
    await renderPage('/admin/audit', { roles: ['ADMINISTRATOR'], answers: answers([entry({})]) });
    await screen.findByText('Chained to 12,482', {}, PATIENTLY);
    expect(screen.queryByRole('link', { name: 'Open evidence' })).toBeNull();
  });
});
