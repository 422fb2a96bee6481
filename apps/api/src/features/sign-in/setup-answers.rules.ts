export interface SetupAnswers {
  displayName: string;
  email: string;
  organisationName: string;
}

export interface SetupProblem {
  field: keyof SetupAnswers;
  message: string;
}

const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** Everything that is wrong with what the first administrator wrote. */
export function problemsOfSetup({ displayName, email, organisationName }: SetupAnswers): SetupProblem[] {
  const problems: SetupProblem[] = [];
  const say = (field: keyof SetupAnswers, message: string) => problems.push({ field, message });
  for (const [field, text, what] of [
    ['displayName', displayName, 'Your name'],
    ['organisationName', organisationName, 'The name of your organisation'],
  ] as const) {
    const { length } = text.trim();
    if (length === 0) say(field, `${what} is needed.`);
    if (length > 200) say(field, `${what} has at most 200 characters.`);
  }
  if (email.length > 254 || !MAIL.test(email.trim())) say('email', 'This is not a mail address.');
  return problems;
}
