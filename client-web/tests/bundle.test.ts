import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { expect, it } from 'vitest';

const kilobytes = 90;

/** Every script that the browser loads before an attendee sees the hall: the entry, the screen's chunk and all they import. */
function scripts(manifest: Manifest, entries: string[]): Set<string> {
  const files = new Set<string>();
  const follow = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(follow);
  };
  entries.forEach(follow);
  return files;
}

it(`an attendee's first load stays under ${kilobytes} kB of gzipped scripts`, { timeout: 120_000 }, async () => {
  const out = await mkdtemp(join(tmpdir(), 'talar-bundle-'));
  try {
    // A process of its own: the test's environment would build for development.
    const { VITEST: _test, ...environment } = process.env;
    await promisify(execFile)('npx', ['vite', 'build', '--manifest'], { env: { ...environment, NODE_ENV: 'production', TALAR_CLIENT_OUT: out } });
    const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
    const files = [...scripts(manifest, ['index.html', 'src/ui/attendee/Attendee.svelte'])];
    expect(files.length).toBeGreaterThan(1);
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(out, file))).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThanOrEqual(kilobytes * 1000);
    // Ballots and the arithmetic of secret ones come later.
    for (const late of ['src/ui/attendee/VoteScene.svelte', 'src/secret/watch.svelte.ts']) expect(files).not.toContain(manifest[late]?.file);

    // What the server sends precompressed is the same text.
    const html = await readFile(join(out, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style="/);
    expect((await readFile(join(out, 'index.html.gz'))).length).toBeLessThan(html.length);
    expect((await readFile(join(out, 'index.html.br'))).length).toBeLessThan(html.length);
  } finally {
    await rm(out, { recursive: true });
  }
});
