import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worth = 1024;

/** Writes `.br` and `.gz` beside each text file, so that the server never compresses. */
export function precompress(): Plugin {
  return {
    name: 'prisme-precompress',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [file, part] of Object.entries(bundle)) {
          if (!/\.(js|mjs|css|html|svg|json)$/.test(file)) continue;
          const content = Buffer.from(part.type === 'chunk' ? part.code : part.source);
          if (content.length < worth) continue;
          const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
          this.emitFile({ type: 'asset', fileName: `${file}.br`, source: brotli });
          this.emitFile({ type: 'asset', fileName: `${file}.gz`, source: gzipSync(content, { level: 9 }) });
        }
      },
    },
  };
}
