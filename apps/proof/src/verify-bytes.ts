import {
  isObject,
  type JsonObject,
  type JsonValue,
  type Verification,
  type VerificationDependencies,
  verifyCredential,
} from '@assay/credential';

/** Verifies a badge as it comes in a file. */
export async function verifyBytes(
  bytes: Uint8Array<ArrayBuffer>,
  world: VerificationDependencies,
): Promise<Verification & { document?: JsonObject }> {
  const document = readJson(new TextDecoder().decode(bytes));
  const verification = await verifyCredential(document, world);
  return isObject(document) ? { ...verification, document } : verification;
}

function readJson(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}
