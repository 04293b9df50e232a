import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'

/** One line of a benchmark: what was measured, what came out, and what it must be (when the product promises something). */
export type Row = { measure: string; value: number; unit: string; must?: string; holds?: boolean }
export type Result = { name: string; rows: Row[]; raw: unknown }

/** Prints a table and, with `--json`, the whole of it: commit, machine and raw figures; also kept under DATA_DIR/bench. */
export function publish({ name, rows, raw }: Result, dataDir: string, asJson: boolean) {
  const whole = { name, at: new Date().toISOString(), commit: commit(), machine: machine(), rows, raw }
  const folder = path.join(dataDir, 'bench')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(whole, null, 2))
  if (asJson) return console.log(JSON.stringify(whole))
  console.log(`\n${name} (${whole.commit.slice(0, 10)}, ${whole.machine.cores} cores, Node ${whole.machine.node})`)
  for (const { measure, value, unit, must, holds } of rows) {
    const verdict = must ? `  must be ${must}: ${holds ? 'holds' : 'DOES NOT HOLD'}` : ''
    console.log(`  ${measure.padEnd(52)} ${round(value).padStart(10)} ${unit}${verdict}`)
  }
}

const round = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value < 1 ? 3 : 1))
const machine = () => ({
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
})

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown'
  }
}
