import { type CourseDraft, draftOf, inputOf } from './course-draft.js';
import type { KeptCourse } from './course.documents.js';

const COURSE = {
  code: 'C-1',
  title: 'Valves',
  url: null,
  language: null,
  hours: 12.5,
  ects: null,
  priceAmount: 0,
  priceCurrency: 'EUR',
  topics: ['pipes', 'pressure'],
  startDates: ['2027-02-01'],
  provider: null,
  outcomes: [],
  prerequisiteCourses: [],
} as unknown as KeptCourse;
const having = (changes: Partial<CourseDraft>) => ({ ...draftOf(COURSE), ...changes });

describe('a course as it is typed', () => {
  it('is what was saved, and goes back the same', () => {
    const draft = draftOf(COURSE);
    expect(inputOf(draft, 'topics')).toEqual({ topics: ['pipes', 'pressure'] });
    expect(inputOf(draft, 'hours')).toEqual({ hours: 12.5 });
    expect(inputOf(draft, 'price')).toEqual({ priceAmount: 0, priceCurrency: 'EUR' });
    expect(inputOf(draft, 'startDates')).toEqual({ startDates: ['2027-02-01'] });
    expect(inputOf(draft, 'url')).toEqual({ url: null });
  });

  it('waits with half a price, and empties a whole one', () => {
    expect(inputOf(having({ price: { amount: '20', currency: '' } }), 'price')).toBeNull();
    expect(inputOf(having({ price: { amount: '20,50', currency: 'gbp' } }), 'price')).toEqual({
      priceAmount: 20.5,
      priceCurrency: 'GBP',
    });
    expect(inputOf(having({ price: { amount: '', currency: '' } }), 'price')).toEqual({
      priceAmount: null,
      priceCurrency: null,
    });
  });

  it('sends no number and no day that is none', () => {
    expect(inputOf(having({ hours: 'about ten' }), 'hours')).toBeNull();
    expect(inputOf(having({ hours: '' }), 'hours')).toEqual({ hours: null });
    expect(inputOf(having({ startDates: '2027-02-30' }), 'startDates')).toBeNull();
    expect(inputOf(having({ startDates: '2027-02-01; 2027-03-01' }), 'startDates')).toEqual({
      startDates: ['2027-02-01', '2027-03-01'],
    });
  });
});
