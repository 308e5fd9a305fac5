import { preset } from '../jest.config.mjs';

/** Tiers slower than a unit test. `BX_TIER` picks one: medium, workflow, replay, architecture, e2e, soak. */
const tier = process.env.BX_TIER ?? 'architecture';
const heavy = tier === 'e2e' || tier === 'soak';

export default {
  ...preset,
  rootDir: '..',
  displayName: tier,
  testMatch: [`<rootDir>/tests/${tier}/**/*.spec.ts`],
  testTimeout: heavy ? 900_000 : 120_000,
  maxWorkers: heavy ? 1 : '100%',
};
