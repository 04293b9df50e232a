import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

export type WitnessSetting = { vkey: string; url: string }

function pairsOf(text: string, { addIssue }: z.RefinementCtx): WitnessSetting[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const pairs = words.flatMap((vkey, at) => (at % 2 === 0 ? [{ vkey, url: words[at + 1] ?? '' }] : []))
  if (!pairs.every(({ vkey, url }) => /^[^+]+\+[0-9a-f]{8}\+\S+$/.test(vkey) && isWebAddress(url)))
    addIssue({ code: 'custom', message: 'not pairs of key and address' })
  if (new Set(pairs.map(({ vkey }) => vkey.split('+', 1)[0])).size < pairs.length)
    addIssue({ code: 'custom', message: 'two witnesses with one name' })
  return pairs
}

const isWebAddress = (text: string) => /^https?:\/\//.test(text) && URL.canParse(text)

/** Everything an operator can set, with what it means: `npm start -- --help` prints this table, and nothing else reads the environment. */
export const settings = {
  PORT: { words: 'Port to listen on', form: z.coerce.number().int().min(1).max(65_535).default(3000) },
  HOST: {
    words: 'Address to listen on; anything but loopback means: no demo',
    form: z.string().min(1).default('127.0.0.1'),
  },
  BASE_URL: {
    words: 'Public address, such as https://meent.example.org; links and checks of origin rely on it',
    form: z.url({ protocol: /^https?$/ }).optional(),
  },
  DATA_DIR: { words: 'Folder for files and the built-in database', form: z.string().min(1).default('var') },
  DATABASE_URL: {
    words: 'A PostgreSQL of your own (15 or later); without it the built-in one is used',
    form: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  },
  SECRET_KEY: {
    words: 'Secret of 32 characters or more; made once under DATA_DIR when the built-in database is used',
    form: z.string().min(32).optional(),
  },
  SECRET_KEY_BEFORE: {
    words: 'The secret before this one, while keys are being changed',
    form: z.string().min(32).optional(),
  },
  LEDGER_KEY_FILE: {
    words: 'File with the key that signs the record (mode 0400); made once under DATA_DIR if not said',
    form: z.string().min(1).optional(),
  },
  LEDGER_WITNESSES: {
    words:
      'Witnesses of the record: key and address of each, such as uni.example/witness+0a1b2c3d+B... https://witness.uni.example, with spaces between',
    form: z.string().default('').transform(pairsOf),
  },
  SMTP_URL: {
    words:
      'Where mail goes, such as smtps://user:password@mail.example.org; without it letters wait in the mailbox of the administrator',
    form: z.url({ protocol: /^smtps?$/ }).optional(),
  },
  MAIL_FROM: { words: 'Sender of letters', form: z.email().optional() },
  MAP_TILES_URL: {
    words:
      "A town's own base map, such as https://tiles.example.org/{z}/{x}/{y}.png; fetched by this server, never by browsers",
    form: z.url({ protocol: /^https$/ }).optional(),
  },
  FILES_URL: {
    words: 'Where photos are kept: file:///folder or s3://key:secret@host/bucket?region=...; default DATA_DIR/files',
    form: z
      .string()
      .regex(/^(s3|file):\/\//)
      .optional(),
  },
  ROLE: { words: 'What this process does: all, web or worker', form: z.enum(['all', 'web', 'worker']).default('all') },
  WEB_PROCESSES: {
    words: 'How many processes serve pages behind the one port; one for each core, four at most, if not said',
    form: z.coerce.number().int().min(1).max(64).optional(),
  },
  TRUSTED_PROXIES: {
    words: 'How many proxies stand in front and set X-Forwarded-For',
    form: z.coerce.number().int().min(0).max(5).default(0),
  },
  METRICS_TOKEN: { words: 'Token for /metrics from elsewhere than loopback', form: z.string().min(16).optional() },
  DEMO: {
    words: 'yes or no: demo town and demo people; only on loopback with the built-in database',
    form: z.enum(['yes', 'no']).optional(),
  },
  LOG_LEVEL: { words: 'error, warn, info or debug', form: z.enum(['error', 'warn', 'info', 'debug']).default('info') },
} as const

type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['form']> }

export type Env = {
  port: number
  host: string
  baseUrl: string
  dataDir: string
  /** Undefined: the built-in database. */
  databaseUrl: string | undefined
  secretKey: string
  secretKeyBefore: string | undefined
  ledgerKeyFile: string | undefined
  ledgerWitnesses: readonly WitnessSetting[]
  smtpUrl: string | undefined
  mailFrom: string | undefined
  mapTilesUrl: string | undefined
  filesUrl: string | undefined
  role: 'all' | 'web' | 'worker'
  webProcesses: number
  trustedProxies: number
  metricsToken: string | undefined
  demo: boolean
  logLevel: 'error' | 'warn' | 'info' | 'debug'
}

/** One or more settings cannot be used; `lines` says which and why, one clear line each. */
export class BadSettings extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'))
  }
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)
// A setting that nearly has one of our names is a typing error that would silently do nothing.
const looksLikeOurs = /^(SMTP|MAP_TILES|FILES|LEDGER|SECRET|METRICS|TRUSTED|MAIL|BASE|DATA)_/

/** Reads the environment once, at start. Throws BadSettings with a line for each value that is unknown or bad. */
export function readEnv(
  source: Record<string, string | undefined>,
): Omit<Env, 'secretKey'> & { secretKey: string | undefined } {
  const lines: string[] = []
  const found: Record<string, unknown> = {}
  for (const [name, { form, words }] of Object.entries(settings)) {
    const value = source[name]
    const parsed = form.safeParse(value === '' ? undefined : value)
    if (parsed.success) found[name] = parsed.data
    else lines.push(`${name} cannot be used: ${parsed.error.issues[0]?.message ?? 'bad value'}. ${words}.`)
  }
  for (const name of Object.keys(source)) {
    if (looksLikeOurs.test(name) && !(name in settings)) lines.push(`${name} is not a setting of this platform.`)
  }
  if (lines.length > 0) throw new BadSettings(lines)
  const set = found as Settings
  const isDemoPossible = isLoopback(set.HOST) && set.DATABASE_URL === undefined
  if (set.DEMO === 'yes' && !isDemoPossible) {
    lines.push('DEMO=yes works on loopback with the built-in database only: its sign-ins are public.')
  }
  if (set.DATABASE_URL && !set.SECRET_KEY)
    lines.push('SECRET_KEY is needed beside DATABASE_URL: it opens what people entrusted to you.')
  if (!isLoopback(set.HOST) && !set.BASE_URL)
    lines.push('BASE_URL is needed when HOST is not loopback: links and checks of origin rely on it.')
  if (lines.length > 0) throw new BadSettings(lines)
  return {
    port: set.PORT,
    host: set.HOST,
    baseUrl: (set.BASE_URL ?? `http://${set.HOST === '127.0.0.1' ? 'localhost' : set.HOST}:${set.PORT}`).replace(
      /\/$/,
      '',
    ),
    dataDir: resolve(set.DATA_DIR),
    databaseUrl: set.DATABASE_URL,
    secretKey: set.SECRET_KEY,
    secretKeyBefore: set.SECRET_KEY_BEFORE,
    ledgerKeyFile: set.LEDGER_KEY_FILE,
    ledgerWitnesses: set.LEDGER_WITNESSES,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    mapTilesUrl: set.MAP_TILES_URL,
    filesUrl: set.FILES_URL,
    role: set.ROLE,
    webProcesses: set.WEB_PROCESSES ?? Math.min(4, availableParallelism()),
    trustedProxies: set.TRUSTED_PROXIES,
    metricsToken: set.METRICS_TOKEN,
    demo: isDemoPossible && set.DEMO !== 'no',
    logLevel: set.LOG_LEVEL,
  }
}

let current: Env | undefined

/** What this installation is set to. */
export function env(): Env {
  if (!current) throw new Error('The settings have not been read yet.')
  return current
}

/** Puts the settings in force: once at start, and in tests. */
export function useEnv(settled: Env): Env {
  current = settled
  return settled
}
