import { forgetUnsent } from '../../../lib/unsent.js';
import { unsentReflections } from './unsent-reflections.js';

const written = (text: string) => ({ criterionId: 'c', itemId: 'i', text, base: '' });

describe('words that were not sent', () => {
  afterEach(() => localStorage.clear());

  it('are there again after the browser was closed, until they are answered for', () => {
    unsentReflections('one').keep('c i', written('First'));
    expect(unsentReflections('one').all()).toEqual([['c i', written('First')]]);
    expect(unsentReflections('two').all()).toEqual([]);
    unsentReflections('one').keep('c i', written('First and more'));
    unsentReflections('one').forget('c i', 'First');
    expect(unsentReflections('one').all()).toEqual([['c i', written('First and more')]]);
    unsentReflections('one').forget('c i', 'First and more');
    expect(localStorage).toHaveLength(0);
  });
  it('go when somebody signs out, and a broken store hides nothing', () => {
    unsentReflections('one').keep('c i', written('Mine'));
    forgetUnsent();
    expect(unsentReflections('one').all()).toEqual([]);
    localStorage.setItem('assay-unsent-reflections-one', 'no JSON');
    expect(unsentReflections('one').all()).toEqual([]);
  });
});
