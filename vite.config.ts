import { defineConfig } from 'vite'

/** The page of `hearsay desk`: src/web -> dist/web, which the server sends from its root. */
export default defineConfig({
  root: 'src/web',
  base: '/',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2024',
    // Everything is its own file: the page is sent with `script-src 'self'` and may fetch no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map, loaded when a map is first asked for, is 1.1 MB before compression.
    chunkSizeWarningLimit: 1300,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8123' } },
})
