/** A column of a template: its header is one that is guessed right. */
export interface TemplateColumn {
  header: string;
  explains: string;
  examples: [string, string];
}

export const COURSE_TEMPLATE: readonly TemplateColumn[] = [
  {
    header: 'Code',
    explains: 'What completions and other files call the course. Courses are recognised by it.',
    examples: ['FND-01', 'FND-02'],
  },
  { header: 'Title', explains: 'Its title.', examples: ['Reading network drawings', 'Leak detection in practice'] },
  {
    header: 'Provider',
    explains: 'Whoever gives it, by name. One that is not known yet is added, unchecked.',
    examples: ['Own academy', 'Own academy'],
  },
  {
    header: 'URL',
    explains: 'Where one finds it, beginning with https://.',
    examples: ['https://example.org/fnd-01', ''],
  },
  {
    header: 'Description',
    explains: 'What it is about.',
    examples: ['Symbols, scales and what to ask when a drawing is old.', ''],
  },
  { header: 'Area', explains: 'Where it stands in your catalogue.', examples: ['Networks', 'Networks'] },
  { header: 'Topics', explains: 'Catchwords, parted by semicolons.', examples: ['drawings; symbols', 'acoustics'] },
  { header: 'Language', explains: 'Its language by code: en, de, pt-BR.', examples: ['en', 'en'] },
  { header: 'Hours', explains: 'Hours of work, all together.', examples: ['6', '16'] },
  { header: 'ECTS', explains: 'ECTS credits, where it gives some.', examples: ['', ''] },
  { header: 'Price', explains: 'Its price; 0 when it is free.', examples: ['0', '450'] },
  { header: 'Currency', explains: 'The currency of the price: EUR, GBP, USD.', examples: ['EUR', 'EUR'] },
  {
    header: 'Mode',
    explains: 'ONLINE_SELF_PACED, ONLINE_LIVE, CLASSROOM, BLENDED or ON_THE_JOB.',
    examples: ['ONLINE_SELF_PACED', 'CLASSROOM'],
  },
  { header: 'Duration', explains: 'How long it takes, in words.', examples: ['2 weeks', '2 days'] },
  { header: 'Support', explains: 'What help learners get.', examples: ['Weekly open hour', ''] },
  {
    header: 'Prerequisites',
    explains: 'What people need beforehand, in words. Titles of courses become links where they are unmistakable.',
    examples: ['', 'Reading network drawings'],
  },
  {
    header: 'Prerequisite codes',
    explains: 'Codes of courses that it builds on, parted by semicolons; instead of guessing by the words.',
    examples: ['', 'FND-01'],
  },
  {
    header: 'Start dates',
    explains: 'Days on which it begins, as 2026-11-03, parted by semicolons.',
    examples: ['', '2027-02-01; 2027-09-06'],
  },
  { header: 'State', explains: 'ACTIVE or RETIRED.', examples: ['ACTIVE', 'ACTIVE'] },
  {
    header: 'Outcomes',
    explains:
      'Skills that it teaches, as skill-code@level=RESULT, parted by semicolons. RESULT is ATTACH_EVIDENCE, SEND_FOR_REVIEW, COMPLETE or NONE.',
    examples: ['', ''],
  },
];

export const COMPLETION_TEMPLATE: readonly TemplateColumn[] = [
  { header: 'Course code', explains: 'The code of the course in the catalogue.', examples: ['FND-01', 'FND-02'] },
  {
    header: 'Person number',
    explains: 'What your personnel system calls the person. Or a column Email.',
    examples: ['1001', ''],
  },
  { header: 'Email', explains: 'Mail address of the person.', examples: ['', 'ben.cole@example.org'] },
  {
    header: 'Completed on',
    explains: 'On which day, as 2026-11-03; not in the future.',
    examples: ['2026-06-30', '2026-09-18'],
  },
  { header: 'Grade', explains: 'The grade, in the words of the provider; may be empty.', examples: ['', '1.7'] },
];

export const TEMPLATES = { courses: COURSE_TEMPLATE, completions: COMPLETION_TEMPLATE } as const;
