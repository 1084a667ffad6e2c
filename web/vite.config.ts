import { resolve } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: resolve(import.meta.dirname, '../dist/audit-page'),
    emptyOutDir: true,
    // A file inlined as a data: address would need a wider content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // The library that draws pictures comes only with the first of them.
    chunkSizeWarningLimit: 700,
  },
})
