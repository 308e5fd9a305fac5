/** Unit tests beside the source of every library, workflow and app. Slower tiers: `tests/jest.config.mjs`. */
export const preset = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['development', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.binhxet/', '<rootDir>/.cache/'],
};

export default {
  ...preset,
  displayName: 'unit',
  // Generous: the machine may have other work; a test that hangs still ends.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/{libs,workflows,apps}/*/src/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'],
};
