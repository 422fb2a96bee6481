import { render, screen } from '@testing-library/react';
import { languageOf } from '../lib/code-language.js';
import { CodeText } from './code-text.js';

const PROGRAM = 'def greet(name):\n    # says hello\n    return f"Hello <b>{name}</b>"\n';

describe('the text of a program', () => {
  it('is the text that was handed in, with its words told apart', async () => {
    const { container } = render(<CodeText text={PROGRAM} language={languageOf('evidence.py')} />);
    expect(container.textContent).toBe(PROGRAM);
    expect((await screen.findByText('def', undefined, { timeout: 15_000 })).tagName).toBe('SPAN');
    expect(container.textContent).toBe(PROGRAM);
    expect(screen.getByText('# says hello').className).not.toBe(screen.getByText('def').className);
    // What stands in it is never a part of the page.
    expect(container.querySelector('b')).toBeNull();
  });

  it('stays plain where nobody knows the language', () => {
    const { container } = render(<CodeText text={PROGRAM} language={languageOf('evidence.log')} />);
    expect(container.querySelectorAll('span')).toHaveLength(0);
    expect(container.textContent).toBe(PROGRAM);
  });
});
