import { forgetUnsent } from './unsent.js';

it('takes what was not sent along when somebody signs out, and nothing else', () => {
  sessionStorage.setItem('assay-unsent-mark-slot-1', '{}');
  sessionStorage.setItem('assay-unsent-other', '{}');
  sessionStorage.setItem('another-program', 'stays');
  forgetUnsent();
  expect(Object.keys(sessionStorage)).toEqual(['another-program']);
});
