/** What a signed badge says by the European descriptors: name and words, as they stand in it. */
export function signedDescriptors(document: string): { name: string; value: string }[] {
  return alignmentsOf(document).flatMap(({ targetType, targetName = '', targetDescription }) => {
    if (!targetType?.startsWith('ext:EU')) return [];
    const [name = '', ...words] = targetName.split(': ');
    const said = words.join(': ');
    return [{ name, value: targetDescription ? `${said}. ${targetDescription}` : said }];
  });
}

interface Alignment {
  targetType?: string;
  targetName?: string;
  targetDescription?: string;
}

function alignmentsOf(document: string): Alignment[] {
  try {
    const signed = JSON.parse(document) as { credentialSubject?: { achievement?: { alignment?: Alignment[] } } };
    return signed.credentialSubject?.achievement?.alignment ?? [];
  } catch {
    return [];
  }
}
