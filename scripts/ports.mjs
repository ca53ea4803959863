import { createServer } from 'node:net';

/** A port nobody listens on right now. */
export function freePort() {
  return listen(0);
}

/** Whether a server could listen there, on this machine's own address. */
export const isFree = (port) =>
  listen(port).then(
    () => true,
    () => false,
  );

/** The first port from there on that nobody listens on. */
export async function nextFreePort(from) {
  for (let port = from; port < from + 100; port += 1) if (await isFree(port)) return port;
  return freePort();
}

function listen(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
