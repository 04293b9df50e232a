// Imports point one way: routes -> interactions -> safeguards -> platform, never up (docs: "Imports point one way").
const ours = '^app/'
const test = '\\.test\\.tsx?$|\\.fixture\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'platform-stands-alone',
      comment: 'platform imports nothing of ours: it could serve another product.',
      severity: 'error',
      from: { path: '^app/platform/', pathNot: test },
      to: { path: ours, pathNot: ['^app/platform/', '^app/words/'] },
    },
    {
      name: 'safeguards-know-only-platform',
      comment: 'The door and the checks know no interaction, no page and no command.',
      severity: 'error',
      from: { path: '^app/safeguards/', pathNot: test },
      to: { path: ours, pathNot: ['^app/safeguards/', '^app/platform/', '^app/words/'] },
    },
    {
      name: 'interactions-know-no-pages',
      comment: 'What people can do does not depend on how it is shown. The tokens of the theme are data that a town sets.',
      severity: 'error',
      from: { path: '^app/interactions/', pathNot: test },
      to: { path: '^app/(routes|ui|commands|root|entry)', pathNot: '^app/ui/theme/' },
    },
    {
      name: 'browser-gets-no-server-code',
      comment: 'ui and map may import .input.ts files, nouns and browser-safe files of the platform: never a .server file.',
      severity: 'error',
      from: { path: '^app/(ui|map)/', pathNot: [test, '\\.server\\.tsx?$'] },
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'pieces-know-no-pages',
      comment: 'A component does not know the page or the command it stands in.',
      severity: 'error',
      from: { path: '^app/(ui|map)/', pathNot: test },
      to: { path: '^app/(routes|commands|entry)' },
    },
    {
      name: 'routes-enter-by-the-door',
      comment: 'A route holds no query: it never meets the database, whatever the way.',
      severity: 'error',
      from: { path: '^app/(routes/|root|entry)', pathNot: test },
      to: { path: '^app/(platform/db\\.server|platform/jobs\\.server|commands/)|^prisma/generated', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: ours },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import', 'dynamic-import'] } },
    },
    {
      name: 'nothing-for-developers-only',
      comment: 'What runs in production is in "dependencies".',
      severity: 'error',
      from: { path: '^app/', pathNot: [test, '^app/commands/(bootstrap|look|bench)/', 'virtual-modules'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'], pathNot: ['node_modules/@types/'] },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?url$'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated'] },
    exclude: { path: ['^build/', '^var/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
