import { fileProblem, isWebAddress, MOST_BYTES, titleOf } from './evidence-files.js';

describe('a file on its way into the library', () => {
  it('is refused at once by its ending, when it is empty and above 100 MB', () => {
    expect(fileProblem({ name: 'run.exe', size: 10 })).toEqual({ kind: 'ending', ending: 'exe' });
    expect(fileProblem({ name: 'Makefile', size: 10 })).toEqual({ kind: 'ending', ending: '' });
    expect(fileProblem({ name: 'plan.pdf', size: 0 })).toEqual({ kind: 'empty' });
    expect(fileProblem({ name: 'talk.mp4', size: MOST_BYTES + 1 })).toEqual({ kind: 'size', bytes: MOST_BYTES + 1 });
    expect(fileProblem({ name: 'TALK.MP4', size: MOST_BYTES })).toBeNull();
  });

  it('gets a title from its name', () => {
    expect(titleOf('failover_drill-notes.v2.pdf')).toBe('Failover drill notes.v2');
    expect(titleOf('.md')).toBe('.md');
  });
});

describe('a link', () => {
  it.each(['https://example.org/a?b=1', 'http://intranet/page'])('may be %s', (url) => {
    expect(isWebAddress(url)).toBe(true);
  });
  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'example.org', ''])('may not be %s', (url) => {
    expect(isWebAddress(url)).toBe(false);
  });
});
