import { z } from 'zod';

const signed = z.object({
  name: z.string(),
  issuer: z.object({ name: z.string() }),
  credentialSubject: z.object({
    identifier: z.array(z.object({ identityHash: z.string() })).min(1),
    achievement: z.object({
      id: z.string(),
      name: z.string(),
    }),
    result: z.array(z.object({ resultDescription: z.string(), value: z.string().optional() })).optional(),
  }),
});

/** What a certificate says is what was signed, and nothing that changed since. */
export function credentialFacts(document: string): {
  holder: string;
  achievement: string;
  level: string | null;
  issuer: string;
} {
  const { name, issuer, credentialSubject: subject } = signed.parse(JSON.parse(document));
  const level = subject.result?.find(
    ({ resultDescription }) => resultDescription === `${subject.achievement.id}#level`,
  );
  return {
    holder: subject.identifier[0]?.identityHash ?? '',
    // The credential's own name: it says of a demonstration that it is one.
    achievement: name,
    level: level?.value ?? null,
    issuer: issuer.name,
  };
}
