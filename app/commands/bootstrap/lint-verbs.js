import path from 'node:path'
import ts from 'typescript'
import { importedFrom, parse } from './lint-rules.js'

const words = 'An area may read the nouns of another area, never call its verbs.'
const area = (file) => /^app\/interactions\/([^/]+)\//.exec(file)?.[1]
// The tables of contents name verbs, of the whole product and of an area; routes and commands are there to enter them.
const tables = /^app\/interactions\/([^/]+\/[^/]+-(tasks|interactions|schedules)|[^/]+)\.server\.ts$/
const mayNameVerbs = (file) =>
  /^app\/(routes\/|commands\/|root\.|entry\.)|\.test\.tsx?$|^tests\//.test(file) || tables.test(file)

/** Files that declare an interaction: the verbs of the product. */
export function verbsAmong(files) {
  return new Set(files.filter(({ file, text }) => declares(file, text)).map(({ file }) => file))
}

function declares(file, text) {
  if (!file.startsWith('app/interactions/') || !text.includes('defineInteraction') || /\.test\.tsx?$/.test(file))
    return false
  let found = false
  const walk = (node) => {
    found ||= ts.isCallExpression(node) && node.expression.getText() === 'defineInteraction'
    if (!found) ts.forEachChild(node, walk)
  }
  walk(parse(file, text))
  return found
}

/** Imports of a verb from outside its area. */
export function foreignVerbs(files) {
  const verbs = verbsAmong(files)
  const names = new Set(files.map(({ file }) => file))
  const problems = []
  for (const { file, text } of files) {
    if (mayNameVerbs(file) || !/\.tsx?$/.test(file)) continue
    const walk = (node) => {
      const module = importedFrom(node)
      const target = module && resolve(file, module, names)
      if (target && verbs.has(target) && area(target) !== area(file)) {
        const line = text.slice(0, node.getStart()).split('\n').length
        problems.push({ rule: 'foreign-verb', file, line, words: `${words} (${target})` })
      }
      ts.forEachChild(node, walk)
    }
    walk(parse(file, text))
  }
  return problems
}

function resolve(file, module, names) {
  const base = module.startsWith('~/')
    ? `app/${module.slice(2)}`
    : module.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), module)
      : null
  return base && [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`, base].find((name) => names.has(name))
}
