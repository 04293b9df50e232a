import { spawn } from 'node:child_process'

const speakAfterMs = 2_000
const childrenNow = new Set()
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP']

// Whoever tells us to stop does not want our children to go on. Heard only while there are some: afterwards the platform listens itself.
function listen() {
  for (const signal of endings) process.on(signal, passOn)
}
function stopListening() {
  for (const signal of endings) process.removeListener(signal, passOn)
}
function passOn(signal) {
  for (const child of childrenNow) child.kill(signal)
  process.exit(130)
}

/** Something that a person can mend: shown as one sentence, without where in the code it happened. */
export class Trouble extends Error {}

/** Runs a program quietly. After two seconds it says what takes so long; if the program fails, its last lines are shown. */
export async function quietly(words, program, args, env = {}) {
  const { code, said } = await during(words, () => runProgram(program, args, { env, isShown: false }))
  if (code === 0) return said
  throw new Trouble(`${words}: this failed.\n\n${telling(said)}\n`)
}

// A bundler ends with the list of all files it looked at, which helps nobody.
function telling(said) {
  const lines = said
    .trim()
    .split('\n')
    .filter((line) => !/^\s*('\/.*',?$|\.\.\. \d+ more items)/.test(line))
  return lines.slice(-30).join('\n')
}

/** Says what is being done once it takes longer than two seconds, and from then on how long already. */
export async function during(words, act) {
  const began = Date.now()
  let hasSpoken = false
  const isScreen = Boolean(process.stdout.isTTY)
  const speak = () => {
    const seconds = Math.round((Date.now() - began) / 1_000)
    if (isScreen) process.stdout.write(`\r${words} … ${seconds} s `)
    else if (!hasSpoken || seconds % 15 === 0) process.stdout.write(`${words} … ${hasSpoken ? `${seconds} s` : ''}\n`)
    hasSpoken = true
  }
  let ticking
  const waiting = setTimeout(() => {
    speak()
    ticking = setInterval(speak, 1_000)
  }, speakAfterMs)
  try {
    return await act()
  } finally {
    clearTimeout(waiting)
    clearInterval(ticking)
    if (hasSpoken && isScreen) process.stdout.write('\n')
  }
}

/** Runs a program to its end; shown as it goes, or kept for later. */
export function runProgram(program, args, { env = {}, isShown = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    if (childrenNow.size === 0) listen()
    childrenNow.add(child)
    const heard = []
    child.stdout?.on('data', (bytes) => heard.push(bytes))
    child.stderr?.on('data', (bytes) => heard.push(bytes))
    const end = (code, said) => {
      childrenNow.delete(child)
      if (childrenNow.size === 0) stopListening()
      resolve({ code, said })
    }
    child.once('error', (error) => end(127, error.message))
    child.once('close', (code) => end(code ?? 1, Buffer.concat(heard).toString('utf8')))
  })
}

/** Runs the whole of a command; what a person can mend is said in a sentence. */
export async function command(act) {
  try {
    await act()
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error)
    process.exit(1)
  }
}
