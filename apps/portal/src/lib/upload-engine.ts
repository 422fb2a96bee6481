import Uppy from '@uppy/core';
import Tus from '@uppy/tus';
import type { Upload, UploadPurpose } from './upload.js';

interface Tell {
  added: (upload: Upload) => void;
  changed: (id: string, next: Partial<Upload>) => void;
  stored: (id: string, fileId: string, name: string) => void;
}

/** Uppy without its own screen: it keeps the parts together, we show them. */
export function startEngine(purpose: UploadPurpose, tell: Tell) {
  const uppy = new Uppy<{ filename: string; purpose: string }, Record<string, never>>({ autoProceed: true });
  uppy.use(Tus, {
    endpoint: '/uploads',
    allowedMetaFields: ['filename', 'purpose'],
    // The server takes 100 MB at most; in parts a broken line costs little.
    chunkSize: 5 * 1024 * 1024,
    retryDelays: [0, 1_000, 3_000, 5_000],
    removeFingerprintOnSuccess: true,
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return status === 0 || status >= 500 || status === 423;
    },
  });
  uppy.on('upload-progress', (file, progress) => {
    if (!file) return;
    const started = progress.uploadStarted ?? Date.now();
    const sent = progress.bytesUploaded;
    const seconds = (Date.now() - started) / 1_000;
    const total = progress.bytesTotal ?? file.size ?? 0;
    const secondsLeft = sent > 0 && seconds > 1 ? Math.ceil(((total - sent) * seconds) / sent) : null;
    tell.changed(file.id, { sent, secondsLeft, state: 'running' });
  });
  uppy.on('upload-success', (file, response) => {
    const fileId = response.uploadURL?.split('/').pop();
    if (file && fileId) tell.stored(file.id, fileId, file.name ?? '');
  });
  uppy.on('upload-error', (file, error) => {
    if (file) tell.changed(file.id, { state: 'failed', reason: reasonOf(error) });
  });

  return {
    add: (file: File) => {
      // The same file may be kept twice under two names; Uppy's own id would forbid it.
      const id = uppy.addFile({
        name: file.name,
        type: file.type,
        data: file,
        meta: {
          filename: file.name,
          purpose,
          relativePath: crypto.getRandomValues(new Uint32Array(2)).join('-'),
        } as never,
      });
      tell.added({
        id,
        name: file.name,
        bytes: file.size,
        sent: 0,
        state: 'running',
        secondsLeft: null,
        reason: null,
        fileId: null,
      });
    },
    pauseOrResume: (id: string) => {
      const paused = uppy.pauseResume(id);
      if (paused !== undefined) tell.changed(id, { state: paused ? 'paused' : 'running' });
    },
    retry: (id: string) => {
      tell.changed(id, { state: 'running', reason: null });
      void uppy.retryUpload(id);
    },
    cancel: (id: string) => {
      if (uppy.getFile(id)) uppy.removeFile(id);
    },
    end: () => uppy.destroy(),
  };
}

/** The tus server answers a refusal as a line of text; anything else is the connection. */
function reasonOf(error: { message: string; originalResponse?: unknown }): string {
  const response = error.originalResponse as { getBody?: () => string } | null | undefined;
  return response?.getBody?.().trim() || error.message;
}
