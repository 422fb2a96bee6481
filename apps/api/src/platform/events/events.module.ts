import { Global, Module } from '@nestjs/common';
import { EventListeners } from './event-listeners.js';
import { TellEventJob } from './tell-event.job.js';
import { TellTogetherJob } from './tell-together.job.js';

/** What others may want to know: recorded with the change, told after commit by the worker. */
@Global()
@Module({ providers: [EventListeners, TellEventJob, TellTogetherJob], exports: [EventListeners] })
export class EventsModule {}
