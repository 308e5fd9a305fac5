import { preset } from '../jest.config.mjs';

/** Tiers slower than a unit test. `BX_TIER` picks one: medium, workflow, replay, architecture, e2e. */
const tier = process.env.BX_TIER ?? 'architecture';

export default {
  ...preset,
  rootDir: '..',
  displayName: tier,
  testMatch: [`<rootDir>/tests/${tier}/**/*.spec.ts`],
  testTimeout: tier === 'e2e' ? 900_000 : 120_000,
  maxWorkers: tier === 'e2e' ? 1 : '100%',
};
