/** What a signed badge says by the European descriptors: name and words, as they stand in it. */
export function signedDescriptors(document: string): { name: string; value: string }[] {
  return alignmentsOf(document).flatMap(({ targetType, targetName = '', targetDescription }) => {
    if (!targetType?.startsWith('ext:EU')) return [];
    const [name = '', ...words] = targetName.split(': ');
    const said = asSentence(words.join(': '));
    // Some descriptors explain a word by itself; once is enough.
    const more = targetDescription && targetDescription.toLowerCase() !== said.toLowerCase();
    return [{ name, value: more ? `${said}. ${targetDescription}` : said }];
  });
}

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Whether the signed badge says that it was earned by recognition of prior learning. */
export function saysPriorLearning(document: string): boolean {
  return subjectOf(document)?.narrative?.includes('Earned by recognition of prior learning.') ?? false;
}

interface Alignment {
  targetType?: string;
  targetName?: string;
  targetDescription?: string;
}

interface Subject {
  narrative?: string;
  achievement?: { alignment?: Alignment[] };
}

function alignmentsOf(document: string): Alignment[] {
  return subjectOf(document)?.achievement?.alignment ?? [];
}

function subjectOf(document: string): Subject | undefined {
  try {
    return (JSON.parse(document) as { credentialSubject?: Subject }).credentialSubject;
  } catch {
    return undefined;
  }
}
