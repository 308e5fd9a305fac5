import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });

/** Direction of imports: style and reasons in docs/contributing.md. Two dimensions, `type:` and `runtime:`. */
const depConstraints = [
  only('type:domain', 'type:domain'),
  only('type:contract', 'type:domain'),
  only('type:workflow', 'type:contract', 'type:domain'),
  only('type:platform', 'type:domain', 'type:platform'),
  only('type:application', 'type:domain', 'type:contract', 'type:platform', 'type:application'),
  only('type:adapter', 'type:domain', 'type:contract', 'type:platform', 'type:application'),
  only('type:client', 'type:client'),
  only('type:verify', 'type:verify'),
  only('type:web', 'type:client', 'type:domain', 'type:verify'),
  only('type:testing', 'type:domain', 'type:contract', 'type:platform', 'type:application', 'type:adapter', 'type:client'),
  only('type:app', 'type:domain', 'type:contract', 'type:platform', 'type:application', 'type:adapter', 'type:client', 'type:verify'),
  only('type:test', 'type:domain', 'type:contract', 'type:workflow', 'type:platform', 'type:application', 'type:adapter', 'type:client', 'type:verify', 'type:testing'),
  only('runtime:isolate', 'runtime:isolate', 'runtime:shared', 'runtime:any'),
  only('runtime:node', 'runtime:node', 'runtime:shared', 'runtime:any', 'runtime:isolate'),
  only('runtime:browser', 'runtime:browser', 'runtime:any'),
  only('runtime:shared', 'runtime:shared', 'runtime:any'),
  only('runtime:any', 'runtime:any'),
];

const isolateReason = 'Workflow code runs in the deterministic isolate: move this into an activity or a pure function of libs/domain.';

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.cache', '.binhxet', 'libs/api-client/src/**', 'apps/ops/scenarios/**/*.csv'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints, enforceBuildableLibDependency: false, allow: [], checkDynamicDependenciesExceptions: [] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // Nest and TypeORM read constructor types at run time: a type-only import would erase them.
    files: ['apps/{api,worker,jobs}/src/**/*.ts', 'libs/persistence/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', '@nestjs/*', 'typeorm', 'pg'], message: 'libs/domain is pure: time, ids and data arrive as arguments.' }] }],
      'no-restricted-globals': ['error', { name: 'process', message: 'libs/domain is pure.' }],
      'no-restricted-syntax': ['error', { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random'], CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]", message: 'libs/domain is pure: pass the clock or the id in.' }],
    },
  },
  {
    files: ['workflows/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', '@nestjs/*', 'typeorm', 'pg', '@temporalio/client', '@temporalio/worker', '@temporalio/activity', '@binhxet/application', '@binhxet/persistence', '@binhxet/platform'], message: isolateReason }] }],
      'no-restricted-globals': ['error', { name: 'process', message: isolateReason }, { name: 'setInterval', message: isolateReason }, { name: 'fetch', message: isolateReason }],
    },
  },
);
