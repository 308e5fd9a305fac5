import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const source = (path: string): string => fileURLToPath(new URL(`../../libs/${path}/src/index.ts`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: {
    // Our own libraries come from their source. The `development` condition would do that too, and bring the development builds of others.
    alias: { '@binhxet/api-client': source('api-client'), '@binhxet/messages': source('messages'), '@binhxet/verify': source('verify') },
  },
  // The server puts a fresh nonce in its place with every page; the component library's styles carry it.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: 'dist', emptyOutDir: true, sourcemap: true, manifest: true },
});
