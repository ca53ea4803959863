import type { INestApplicationContext } from '@nestjs/common';
import { PowerfulRole } from './shared/infrastructure/database-role.js';
import { InvalidSettings } from './shared/infrastructure/settings.js';

const graceMs = 20_000;

/**
 * Runs a process until it is told to stop: SIGTERM, SIGINT, or the end of the process that started it. What is under way is
 * finished first; after 20 seconds, or at a second signal, it ends all the same.
 */
export async function live(start: () => Promise<INestApplicationContext>): Promise<void> {
  let stopping = false;
  let running: INestApplicationContext | undefined;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    Promise.resolve(running?.close()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);
  try {
    running = await start();
    process.send?.('ready');
  } catch (error) {
    const expected = error instanceof InvalidSettings || error instanceof PowerfulRole;
    process.stderr.write(`${expected ? error.message : reasonOf(error)}\n`);
    process.exit(1);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
