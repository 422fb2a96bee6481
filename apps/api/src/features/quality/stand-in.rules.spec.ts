import { checksAskFor } from './checks-trust.rules.js';
import { standInContent } from './stand-in.rules.js';

const work = {
  displayName: 'Ann Arbor',
  email: 'ann@example.org',
  takenAt: new Date('2026-01-10T10:00:00Z'),
  items: [
    {
      letter: 'A',
      title: 'The seam',
      text: 'I welded it.\n\nSee page 2.\n\nOn criterion 1: the candidate did it',
      url: null,
    },
    { letter: 'B', title: 'Evidence F', text: 'A note\n\nThe file showed a plan of the candidate.', url: null },
  ],
  content: {
    achievementVersionId: 'version',
    declaration: 'Mine',
    items: [
      { letter: 'A', kind: 'TEXT', title: 'The seam', note: 'See page 2.', text: 'I welded it.', madeOn: '2026-01-01' },
      { letter: 'F', kind: 'FILE', title: 'Plan of Ann Arbor', note: 'A note', text: null, madeOn: null },
    ].map((each) => ({ ...each, itemId: 'item', url: null, fileId: null, digest: '' })) as never,
    criteria: [
      {
        ...{ criterionId: 'c1', number: 1, claimedLevel: 2, notEvidenced: false },
        links: [
          { letter: 'A', reflection: 'Ann did it' },
          { letter: 'F', reflection: 'By Ann Arbor' },
        ],
      },
    ],
  },
};

it('puts the words of an exemplar where live work has them, without the name, and moves its days along', () => {
  const shown = standInContent(work, new Date('2026-03-11T10:00:00Z'), {
    words: () => (words) => words.replaceAll(/Ann( Arbor)?/g, '[name]'),
    mark: '[name]',
    digest: (text) => `of ${text}`,
  });
  expect(shown.items).toMatchObject([
    {
      letter: 'A',
      kind: 'TEXT',
      text: 'I welded it.',
      note: 'See page 2.',
      madeOn: '2026-03-02',
      digest: 'of I welded it.',
    },
    {
      letter: 'B',
      title: 'Plan of [name]',
      kind: 'TEXT',
      text: 'The file showed a plan of [name].',
      note: 'A note',
      madeOn: null,
      fileId: null,
    },
  ]);
  expect(shown.criteria[0]?.links).toEqual([
    { letter: 'A', reflection: '[name] did it' },
    { letter: 'B', reflection: 'By [name]' },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/Ann|Arbor|On criterion|the candidate/);
});

it('puts an approved assessor on watch after two of the last five, and asks a lead when it goes on', () => {
  expect(checksAskFor('APPROVED', [false, true, true, true, true])).toBeNull();
  expect(checksAskFor('APPROVED', [false, true, true, true, false])).toBe('WATCH');
  expect(checksAskFor('APPROVED', [false, true, true, true, true, false])).toBeNull();
  // One that is right again asks for nothing, whatever was before.
  expect(checksAskFor('APPROVED', [true, false, false])).toBeNull();
  expect(checksAskFor('WATCH', [false, false])).toBe('LEAD');
  expect(checksAskFor('PROVISIONAL', [false, false])).toBeNull();
  expect(checksAskFor('SUSPENDED', [false, false])).toBeNull();
});
