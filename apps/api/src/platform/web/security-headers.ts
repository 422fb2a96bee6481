import { randomBytes } from 'node:crypto';
import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../config/config.js';

type Nonced = FastifyReply['raw'] & { nonce?: string };

/** What a browser could lend to a page, and none of ours asks for. */
const NOT_ASKED_FOR = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** What every answer carries, so that a browser does no more with it than we meant. */
export async function securityHeaders(fastify: FastifyInstance, config: Config): Promise<void> {
  fastify.addHook('onRequest', (_request, reply, done) => {
    (reply.raw as Nonced).nonce = randomBytes(16).toString('base64url');
    void reply.header('permissions-policy', NOT_ASKED_FOR.map((each) => `${each}=()`).join(', '));
    done();
  });
  // What nobody said may be kept is kept nowhere: most answers are about people.
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  await fastify.register(fastifyHelmet, {
    hsts: config.secure && { maxAge: 63_072_000, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        // Mantine writes its theme into a <style>; the nonce lets that one in and nothing else.
        styleSrc: ["'self'", (_request, reply) => `'nonce-${(reply as unknown as Nonced).nonce}'`],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // No text becomes markup or script by assignment; the two policies are the portal's and the proof page's.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['default', 'assay-proof'],
      },
    },
  });
}

/** What stands in this answer's policy for styles. */
export const nonceOf = (reply: FastifyReply): string => (reply.raw as Nonced).nonce ?? '';
