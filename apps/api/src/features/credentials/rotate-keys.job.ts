import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { KeyRotationService } from './key-rotation.service.js';

export const ROTATE_KEYS = 'credentials.rotate-keys';

const payload = z.object({ current: z.string(), reason: z.string(), askedBy: z.uuid() });

/** What an administrator asked for on the screen, done where the keys are. It never declares keys compromised: the host does. */
@Injectable()
export class RotateKeysJob extends Job<z.infer<typeof payload>> {
  readonly name = ROTATE_KEYS;
  readonly payload = payload;

  constructor(private readonly rotation: KeyRotationService) {
    super();
  }

  async run(system: Viewer, { current, reason, askedBy }: z.infer<typeof payload>): Promise<void> {
    await this.rotation.rotate(system, { reason, compromised: false, askedBy }, current);
  }
}
