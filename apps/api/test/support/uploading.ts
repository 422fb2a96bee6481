import * as tus from 'tus-js-client';
import type { TestClient } from './api.js';

/** Uploads evidence as the portal does, and gives the id of the upload. */
export function uploadEvidence(by: TestClient, filename: string, content: Buffer): Promise<string> {
  return uploadFor('evidence', by, filename, content);
}

export function uploadFor(
  purpose: 'evidence' | 'import',
  by: TestClient,
  filename: string,
  content: Buffer,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(content, {
      endpoint: `${by.url}/uploads`,
      headers: by.cookie ? { cookie: by.cookie } : {},
      metadata: { purpose, filename },
      retryDelays: [],
      onError: reject,
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
    });
    upload.start();
  });
}

/** Asks for room for a file of this name and size; the answer tells whether it would be taken. */
export function announceUpload(
  by: TestClient,
  filename: string,
  bytes: number,
  address = '/uploads',
): Promise<Response> {
  const b64 = (text: string) => Buffer.from(text).toString('base64');
  return by.fetch(address, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': `filename ${b64(filename)},purpose ${b64('evidence')}`,
    },
  });
}

/** The smallest picture. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
