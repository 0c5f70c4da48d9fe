import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**'],
    environment: 'node',
    // The suite shares its machine with brokers and browsers.
    maxWorkers: 1,
    isolate: true,
  },
});
