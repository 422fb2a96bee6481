import { answerProblems, askProblems, whyNotAnswerable } from './endorsement.rules.js';

const fields = (problems: { field: string }[]) => problems.map(({ field }) => field);

describe('asking for an endorsement', () => {
  it('needs a name and one address, and nothing that begins another line of a mail', () => {
    expect(askProblems({ name: 'Ana', email: 'ana@example.org', message: '' })).toEqual([]);
    for (const email of ['', 'ana', 'a@b', 'a@b.org, c@d.org', 'a@b.org\nBcc: x@y.org', '<a@b.org>'])
      expect(fields(askProblems({ name: 'Ana', email, message: '' }))).toEqual(['endorserEmail']);
    expect(fields(askProblems({ name: '', email: 'a@b.org', message: 'x'.repeat(1_001) }))).toEqual([
      'endorserName',
      'message',
    ]);
  });

  it('needs words and a role where it is given, and neither where it is declined', () => {
    expect(fields(answerProblems({ gives: true, capacity: '', words: '' }))).toEqual(['capacity', 'words']);
    expect(answerProblems({ gives: false, capacity: '', words: '' })).toEqual([]);
    expect(fields(answerProblems({ gives: true, capacity: 'Lead', words: 'x'.repeat(2_001) }))).toEqual(['words']);
  });

  it('can be answered once, and not after its end', () => {
    const now = new Date('2026-05-01T00:00:00Z');
    const later = new Date('2026-05-02T00:00:00Z');
    expect(whyNotAnswerable('ASKED', later, now)).toBeNull();
    expect(whyNotAnswerable('ASKED', now, now)).toMatch(/ended/);
    for (const state of ['GIVEN', 'DECLINED', 'WITHDRAWN'] as const)
      expect(whyNotAnswerable(state, later, now)).toMatch(/answered already/);
    expect(whyNotAnswerable('TAKEN_BACK', later, now)).toMatch(/taken back/);
  });
});
