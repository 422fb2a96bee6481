import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Upload, UploadPurpose } from './upload.js';

export type { Upload } from './upload.js';

interface Engine {
  add: (file: File) => void;
  pauseOrResume: (id: string) => void;
  retry: (id: string) => void;
  cancel: (id: string) => void;
  end: () => void;
}

interface Options {
  purpose: UploadPurpose;
  /** Told once per complete file. */
  onStored: (file: { fileId: string; name: string }) => void;
}

/**
 * Resumable uploads (tus) that go on while one keeps working: pause, resume, and after a broken connection on from what
 * the server has. The engine is loaded with the first file.
 */
export function useUploads({ purpose, onStored }: Options) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const engine = useRef<Promise<Engine> | null>(null);
  const stored = useRef(onStored);
  useLayoutEffect(() => {
    stored.current = onStored;
  });

  const change = useCallback((id: string, next: Partial<Upload>) => {
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, ...next } : upload)));
  }, []);

  const start = useCallback(() => {
    engine.current ??= import('./upload-engine.js').then(({ startEngine }) =>
      startEngine(purpose, {
        added: (upload) => setUploads((now) => [...now, upload]),
        changed: change,
        stored: (id, fileId, name) => {
          change(id, { state: 'done', fileId, reason: null });
          stored.current({ fileId, name });
        },
      }),
    );
    return engine.current;
  }, [purpose, change]);

  useEffect(
    () => () => {
      void engine.current?.then((running) => running.end());
      engine.current = null;
    },
    [],
  );

  return {
    uploads,
    add: async (files: readonly File[]) => {
      const running = await start();
      for (const file of files) running.add(file);
    },
    pauseOrResume: (id: string) => void start().then((running) => running.pauseOrResume(id)),
    retry: (id: string) => void start().then((running) => running.retry(id)),
    dismiss: (id: string) => {
      setUploads((now) => now.filter((upload) => upload.id !== id));
      void start().then((running) => running.cancel(id));
    },
  };
}
