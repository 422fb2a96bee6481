import { createServer } from 'node:net';
import { Problem } from './workspace.mjs';

const DEFAULT = 4000;

/** The port to serve on: the one asked for or none; without a wish 4000 or the next free one. */
export async function choosePort(wanted, host) {
  if (wanted !== undefined) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Problem(`PORT is "${wanted}"; it must be a number from 1 to 65535.`);
    if (!(await isFree(port, host)))
      throw new Problem(`Port ${port} on ${host} is taken by another program. Set PORT to a free one.`);
    return port;
  }
  for (let port = DEFAULT; port < DEFAULT + 50; port += 1) {
    // Browsers may try ::1 first for "localhost": a program listening there would answer in our place.
    if ((await isFree(port, host)) && (await isFree(port, '::1'))) return port;
  }
  throw new Problem(`No port from ${DEFAULT} to ${DEFAULT + 49} is free. Set PORT.`);
}

function isFree(port, host) {
  return new Promise((answer) => {
    const probe = createServer();
    // An address that this machine does not have (no IPv6) is nobody's.
    probe.on('error', (error) => answer(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    probe.listen(port, host, () => probe.close(() => answer(true)));
  });
}
