import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, brotliCompress as withCallback } from 'node:zlib';
import type { Plugin } from 'vite';

const brotliCompress = promisify(withCallback);
const TEXT = /\.(js|css|html)$/;
const WORTH_IT = 4096;
// 11, the default, takes ten times as long for a tenth less.
const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** Writes a `.br` beside every larger text file, so that the server has nothing to compress. */
export function compress(): Plugin {
  let folder = '';
  return {
    name: 'compress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(files.filter((file) => TEXT.test(file)).map((file) => compressFile(join(folder, file))));
    },
  };
}

async function compressFile(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length >= WORTH_IT) await writeFile(`${file}.br`, await brotliCompress(text, { params }));
}
