import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Every file below a folder, as the repository names it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.posix.join(folder, name)
    return statSync(file).isDirectory() ? filesBelow(file) : [file]
  })
}

const parsed = new Map<string, ts.SourceFile>()

/** The syntax tree of a file of ours. */
export function treeOf(file: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  parsed.set(file, tree)
  return tree
}

/** What a file declares under a name at its top, or where it got it from. */
type Found = { node: ts.Node; isExported: boolean } | { module: string; imported: string } | null

export function find(file: string, name: string): Found {
  for (const statement of treeOf(file).statements) {
    const isExported = ts.canHaveModifiers(statement) && !!ts.getModifiers(statement)?.some(isExport)
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return { node: statement, isExported }
    if (ts.isVariableStatement(statement)) {
      const declared = statement.declarationList.declarations.find((each) => each.name.getText() === name)
      if (declared) return { node: declared, isExported }
    }
    const from = moduleOf(statement)
    const named = from && elementsOf(statement).find((element) => element.name.text === name)
    if (from && named) return { module: from, imported: (named.propertyName ?? named.name).text }
  }
  return null
}

const isExport = (modifier: ts.ModifierLike) => modifier.kind === ts.SyntaxKind.ExportKeyword

function moduleOf(statement: ts.Statement): string | null {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return null
  return statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier)
    ? statement.moduleSpecifier.text
    : null
}

function elementsOf(statement: ts.Statement): readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] {
  const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined
  if (bindings && ts.isNamedImports(bindings)) return bindings.elements
  const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined
  return clause && ts.isNamedExports(clause) ? clause.elements : []
}

/** The names of all functions that are called in a piece of code. */
export function callsIn(node: ts.Node): Set<string> {
  const names = new Set<string>()
  const walk = (inner: ts.Node) => {
    if (ts.isCallExpression(inner) && ts.isIdentifier(inner.expression)) names.add(inner.expression.text)
    ts.forEachChild(inner, walk)
  }
  walk(node)
  return names
}

/** The file that a module of ours stands for; null for a package. */
export function resolve(file: string, module: string): string | null {
  const base = module.startsWith('~/')
    ? `app/${module.slice(2)}`
    : module.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), module)
      : null
  const isFile = (name: string) => statSync(name, { throwIfNoEntry: false })?.isFile() ?? false
  return base === null ? null : ([`${base}.ts`, `${base}.tsx`, `${base}/index.ts`, base].find(isFile) ?? null)
}
