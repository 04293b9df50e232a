const width = 24

type Terminal = { isTTY?: boolean; write: (text: string) => unknown }

/** Shows how far something is: one line that fills up on a terminal, a line for each tenth elsewhere. */
export function progressBar(out: Terminal, now: () => number = () => performance.now()) {
  let shown = ''
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    show(name: string, done: number, all: number | null) {
      if (out.isTTY) {
        // Drawing costs more than counting.
        if (now() - lastAt < 80 && done !== all) return
        lastAt = now()
        out.write(`\r\u001b[2K${line(name, done, all)}`)
        shown = name
        return
      }
      const tenth = all === null || all === 0 ? `${name}` : `${name} ${Math.floor((done / all) * 10)}`
      if (tenth === shown) return
      shown = tenth
      out.write(all === null || all === 0 ? `${name} …\n` : `${line(name, done, all)}\n`)
    },
    end() {
      if (out.isTTY && shown) out.write('\r\u001b[2K')
      shown = ''
    },
  }
}

function line(name: string, done: number, all: number | null): string {
  const count = done.toLocaleString('en')
  if (all === null || all === 0) return `${name} ${count}`
  const filled = Math.round((Math.min(done, all) / all) * width)
  return `${name} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor((done / all) * 100)} % (${count} of ${all.toLocaleString('en')})`
}
