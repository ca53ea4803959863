import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { freePort } from './ports.mjs';
import { root } from './steps.mjs';

/** A number given as `--name 8`, or the fallback. */
export function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  const given = at < 0 ? NaN : Number(process.argv[at + 1]);
  return Number.isNaN(given) ? fallback : given;
}

/** Starts a server of its own on a free port and waits until it answers. */
export async function serve(script, env) {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 150; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${script} did not start`);
    const up = await fetch(`${url}/healthz`).then(
      (answer) => answer.status < 500,
      () => false,
    );
    if (up) break;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return {
    url,
    pid: child.pid,
    stop: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** How many statements the server has sent to the database so far. */
export async function statements(url) {
  const answer = await fetch(`${url}/metrics`);
  if (!answer.ok) return NaN;
  const counts = [...(await answer.text()).matchAll(/^http_statements_total\{.*\} (\d+)/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** User and system time of a Linux process, whose clock ticks every 10 ms. */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return NaN;
  }
}

/** Rows of text as a table; the first column is left-aligned. */
export function columnsOf(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, n) => (n ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join('  '))
    .join('\n');
}

/** The middle and the slow end of many durations. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** Writes the figures with the machine they were taken on below `.data/bench`. */
export function keep(figures) {
  mkdirSync(`${root}/.data/bench`, { recursive: true });
  const file = `${root}/.data/bench/${new Date().toISOString().replaceAll(':', '-')}.json`;
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg() };
  writeFileSync(file, JSON.stringify({ at: new Date(), machine, ...figures }, null, 2));
  console.log(`kept in ${file.slice(root.length + 1)}`);
}
