import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

const texts = /\.(js|css|html|svg|json|webmanifest)$/;

/** Writes a .gz and a .br beside every text file of the build, so that the server never compresses while people wait. */
export function precompress(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'talar-precompress',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      const directory = resolve(config.root, config.build.outDir);
      const files = await readdir(directory, { recursive: true });
      await Promise.all(files.filter((file) => texts.test(file)).map((file) => compress(join(directory, file))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, brotliCompressSync(bytes, { params: quality }));
}
