import ts from 'typescript'

const isTest = (file) => file.startsWith('tests/') || /\.test\.tsx?$|\.fixture\.tsx?$/.test(file)
const isIn =
  (...folders) =>
  (file) =>
    folders.some((folder) => file.startsWith(folder))
const isCode = isIn('app/')

// Where the database client may be held: everybody else works with the transaction that the door hands to them.
const mayHoldDatabase = isIn('app/platform/', 'app/safeguards/door', 'app/commands/')
const mayWriteUnsafeSql = (file) => file.startsWith('app/platform/') || file === 'app/safeguards/door/limit.server.ts'
const isHandler = (file) => /^app\/interactions\/.*\.server\.ts$/.test(file) || file.startsWith('app/safeguards/')

/** Our own rules, each a thing that the compiler and the other linters cannot see. `find` looks at one node of one file. */
export const rules = [
  {
    name: 'database-client',
    words: 'Only platform, door, jobs and commands hold the database client. Work with the `tx` that the handler gets.',
    covers: (file) => isCode(file) && !mayHoldDatabase(file) && !isTest(file),
    // Types say nothing to a database, and `Prisma.sql` only writes a sentence for one.
    find: (node) =>
      valuesImported(node, /(^|\/)platform\/db\.server$/).some((name) => name !== 'Prisma') ||
      valuesImported(node, /prisma\/generated|^@prisma\/client|^pg$|^graphile-worker$/).length > 0,
  },
  {
    name: 'unsafe-sql',
    words: 'SQL is written with $queryRaw`...` or Prisma.sql`...`, so that no value can become a command.',
    covers: (file) => isCode(file) && !mayWriteUnsafeSql(file) && !isTest(file),
    find: (node) =>
      (ts.isIdentifier(node) && /^\$(query|execute)RawUnsafe$/.test(node.text)) ||
      (ts.isPropertyAccessExpression(node) && node.getText() === 'Prisma.raw'),
  },
  {
    name: 'own-clock',
    words:
      'A handler takes the time it is handed (`now`): all parts of an act have one time, and tests can hold it still.',
    covers: (file) => isHandler(file) && !isTest(file),
    find: (node) =>
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
      (ts.isCallExpression(node) && ['Date.now', 'Date'].includes(node.expression.getText())),
  },
  {
    name: 'turbo-stream',
    words: 'The server never decodes a turbo-stream: what a browser sends is a form or JSON.',
    covers: (file) => isCode(file) && !isTest(file),
    find: (node) => importedFrom(node) !== null && /turbo-stream/.test(importedFrom(node)),
  },
  {
    name: 'inline-style',
    words: 'The content security policy blocks style attributes: use a class.',
    covers: (file) => file.endsWith('.tsx'),
    find: (node) => ts.isJsxAttribute(node) && node.name.getText() === 'style',
  },
  {
    name: 'inline-html',
    words: 'HTML is never put together from text.',
    covers: (file) => file.endsWith('.tsx') && file !== 'app/root.tsx',
    find: (node) => ts.isJsxAttribute(node) && node.name.getText() === 'dangerouslySetInnerHTML',
  },
  {
    name: 'environment',
    words: 'The environment is read once, at start (platform/env.server.ts); ask env().',
    covers: (file) =>
      isCode(file) && !isTest(file) && !isIn('app/commands/', 'app/platform/embedded-', 'app/platform/env.')(file),
    find: (node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env',
  },
  {
    name: 'unfinished',
    words: 'Nothing unfinished is left in the code; a note for later names its issue, such as "TODO #12".',
    covers: (file) => !file.startsWith('app/commands/bootstrap/lint-rules'),
    findInText: /\b(TODO(?! #\d)|FIXME|XXX)\b/g,
  },
  {
    name: 'name-of-nothing',
    words: 'A file is named after its idea. There is no utils, lib, helpers, services, models or manager here.',
    covers: () => true,
    findInPath: /(^|[/-])(utils?|lib|helpers?|services|models|manager|misc|common)([./-]|$)/,
  },
  {
    name: 'two-ideas',
    words: 'A file past 250 lines holds a second idea: give it a file of its own.',
    covers: (file) => isCode(file) && /\.(ts|tsx|js)$/.test(file) && !isTest(file),
    findInLines: (lines) => lines > 250,
  },
]

/** What is wrong with one file: rule, line and words. */
export function problemsIn(file, text) {
  const covering = rules.filter((rule) => rule.covers(file))
  const problems = []
  const report = (rule, at) => problems.push({ rule: rule.name, file, line: lineOf(text, at), words: rule.words })
  for (const rule of covering) {
    if (rule.findInPath?.test(file)) report(rule, 0)
    if (rule.findInLines?.(text.trimEnd().split('\n').length)) report(rule, text.length - 1)
    for (const { index } of rule.findInText ? text.matchAll(rule.findInText) : []) report(rule, index)
  }
  const looking = covering.filter((rule) => rule.find)
  if (looking.length === 0 || !/\.(tsx?|js)$/.test(file)) return problems
  const walk = (node) => {
    for (const rule of looking) if (rule.find(node)) report(rule, node.getStart())
    ts.forEachChild(node, walk)
  }
  walk(parse(file, text))
  return problems
}

/** The syntax tree of a file. */
export const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)

const lineOf = (text, at) => text.slice(0, at).split('\n').length

/** The module that an import, a re-export or an `import()` names; null for any other node, and for types alone. */
export function importedFrom(node) {
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly ? null : node.moduleSpecifier.text
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || !node.moduleSpecifier ? null : node.moduleSpecifier.text
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isDynamic && ts.isStringLiteralLike(node.arguments[0]) ? node.arguments[0].text : null
}

// Names of values (not types) that this node imports from a module; `*` for all of it.
function valuesImported(node, from) {
  const module = importedFrom(node)
  if (module === null || !from.test(module)) return []
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined
  const named = clause?.namedBindings ?? (ts.isExportDeclaration(node) ? node.exportClause : undefined)
  if (clause?.name || !named || !('elements' in named)) return ['*']
  return named.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text)
}
