export type UploadPurpose = 'evidence' | 'import';

export interface Upload {
  id: string;
  name: string;
  bytes: number;
  sent: number;
  state: 'running' | 'paused' | 'done' | 'failed';
  /** Seconds left, once that can be told. */
  secondsLeft: number | null;
  /** The API's reason when it refused or the connection broke. */
  reason: string | null;
  /** Id of the stored file, once it is complete. */
  fileId: string | null;
}
