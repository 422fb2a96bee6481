import { z } from 'zod';

/** A document to set: its program, the files that it reads, and what is to come of it. */
export const typesetJob = z.object({
  /** Typst. It comes from us; what people wrote stands in the files, as data. */
  program: z.string(),
  /** Name within the document, and contents in Base64. */
  files: z.record(z.string(), z.string()),
  fonts: z.array(z.string()),
  output: z.enum(['pdf', 'svg']),
  /** The moment that the document names as its making; the same job gives the same bytes. */
  madeAt: z.number().int(),
});
export type TypesetJob = z.infer<typeof typesetJob>;
