import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunksOf } from './chunks.ts';
import { graphqlDocuments } from './graphql-plugin.ts';
import { mantineStyles } from './mantine-plugin.ts';
import { precompress } from './precompress.ts';
import { preloadEntrance } from './preload-plugin.ts';

const here = import.meta.dirname;
const known = ['client', 'prestataire', 'revendeur', 'superadmin', 'door'];
const portal = process.env.PORTAL ?? 'client';
if (!known.includes(portal)) throw new Error(`PORTAL is ${portal}; it should be one of ${known.join(', ')}`);
const origin = process.env.PRISME_ORIGIN ?? 'http://127.0.0.1:4000';

// One configuration, run once a portal. assetsInlineLimit 0: no data: URI, so that `font-src 'self'; img-src 'self'` holds.
export default defineConfig({
  root: join(here, portal),
  base: portal === 'door' ? '/' : `/${portal}/`,
  publicDir: join(here, 'public'),
  cacheDir: join(here, '../node_modules/.cache/vite', portal),
  plugins: [
    graphqlDocuments(join(here, '../dist/portals/operations', `${portal}.json`)),
    mantineStyles(portal),
    react(),
    preloadEntrance(),
    precompress(),
  ],
  resolve: { dedupe: ['react', 'react-dom', 'graphql', '@apollo/client', '@mantine/core'] },
  build: {
    outDir: join(here, '../dist/portals', portal),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunksOf(portal) },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: origin, ws: true }, '/files': { target: origin } },
  },
});
