import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const dataDir = mkdtempSync(path.join(tmpdir(), 'meent-bench-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

function bench(name: string): Promise<{ code: number | null; out: string; said: string }> {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, ['build/server/index.js', 'bench', name, '--small', '--json'], {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', BASE_URL: '', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, said] = ['', '']
    run.stdout.on('data', (chunk) => {
      out += chunk
    })
    run.stderr.on('data', (chunk) => {
      said += chunk
    })
    run.once('exit', (code) => resolve({ code, out, said }))
  })
}

// Small runs show that a benchmark still works. Their figures say nothing, and nothing is asked of them.
test.each(['import', 'door', 'pages', 'map', 'ledger'])(
  'the benchmark "%s" runs to its end and says what it measured',
  async (name) => {
    const { out, said } = await bench(name)
    const line = out.split('\n').find((one) => one.startsWith('{"name"'))
    expect(line, said).toBeDefined()
    const result = JSON.parse(line ?? '{}') as {
      name: string
      commit: string
      rows: { measure: string; value: number }[]
    }
    expect(result.name).toBe(name)
    expect(result.rows.length).toBeGreaterThan(2)
    for (const { measure, value } of result.rows) expect(value, measure).not.toBeNaN()
    const failures = result.rows.filter(({ measure }) => /other than 200|not a success/.test(measure))
    expect(failures.filter(({ value }) => value > 0)).toEqual([])
  },
  300_000,
)
