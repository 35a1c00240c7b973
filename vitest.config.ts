import { defineConfig } from 'vitest/config'

// The desk's tests need a browser and a minute: `npm run test:desk`, or CHROMIUM=... with any other run.
const exclude = process.env.CHROMIUM ? [] : ['test/desk/**']

export default defineConfig({ test: { include: ['test/**/*.test.ts'], exclude, testTimeout: 30_000 } })
