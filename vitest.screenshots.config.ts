import { defineConfig } from 'vitest/config'

/** `npm run screenshots` */
export default defineConfig({
  test: { include: ['tests/browser/screenshots.ts'], testTimeout: 30_000 },
})
