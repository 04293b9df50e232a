import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { build } from 'vite'
import { defineConfig } from 'vitest/config'

const app = fileURLToPath(new URL('./app', import.meta.url))
const tests = fileURLToPath(new URL('./tests', import.meta.url))
const isTest = Boolean(process.env.VITEST)

/** Sentences reach the browser parsed, so it gets their engine without its parser: 9 kB less. */
const noParserInBrowsers = {
  name: 'meent-no-parser-in-browsers',
  enforce: 'pre',
  resolveId(source, importer, options) {
    if (source !== '@formatjs/icu-messageformat-parser' || options.ssr) return null
    return this.resolve('@formatjs/icu-messageformat-parser/no-parser.js', importer, { ...options, skipSelf: true })
  },
}

/** Few files for browsers: what every page needs is one, what an area's pages share is another. A map comes when it is asked for. */
const fewFiles = {
  name: 'meent-few-files',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? undefined : { build: { rollupOptions: { output: { manualChunks: fileOf } } } },
}

function fileOf(id) {
  // Helpers of old modules: with Leaflet they would pull it into every page.
  if (id.includes('commonjsHelpers') || id.includes('vite/preload-helper')) return 'framework'
  // What checks a receipt comes when one is checked.
  if (/\/node_modules\/@noble\/|\/app\/ui\/verify\/(check-here|browser-crypto)\./.test(id)) return 'verifier'
  if (/\/app\/safeguards\/(ledger\/|integrity\/(canonical-json|commitment|entry)\.)/.test(id)) return 'verifier'
  if (id.includes('/node_modules/')) return /\/node_modules\/leaflet\//.test(id) ? undefined : 'framework'
  // What starts a page needs what every page needs: one file.
  if (id.endsWith('/app/entry.client.tsx')) return 'pieces'
  // A route's file and whatever is loaded on demand stay on their own.
  const [, folder, area] = /\/app\/(ui|platform|interactions|map|safeguards)\/(?:([\w-]+)\/)?/.exec(id) ?? []
  if (!folder) return undefined
  // Still pictures are everywhere; what moves comes with the pages that have it.
  if (folder === 'map') return /still-map|picture-address/.test(id) ? 'pieces' : undefined
  // What reads where a photo was taken comes when one is chosen.
  if (/platform\/photo-place|reports\/geo\./.test(id)) return 'photo-reading'
  // Whoever writes a report needs no receipt yet.
  if (id.includes('/ui/report/receipt-')) return 'receipt'
  // What only one step has comes with that step.
  if (/\/ui\/report\/(me-too-form|nearby-issues)\./.test(id)) return undefined
  // What a form and a receipt both have, so that neither brings the other along.
  if (/\/ui\/report\/(information-notice|one-photo-field|private-words|said-answer|smaller-photos)\./.test(id))
    return 'told'
  if (id.includes('/ui/ledger/standing')) return 'standing'
  if (id.includes('/ui/issues/status')) return 'pieces'
  return folder === 'ui' && area && !['styles', 'theme'].includes(area) ? area : 'pieces'
}

/** The file that checks receipts offline holds its program in one piece: bundled here, and handed to the server as a text. */
const verifierInOnePiece = {
  name: 'meent-verifier-in-one-piece',
  resolveId: (source) => (source === 'virtual:meent-verifier' ? `\0${source}` : null),
  async load(id) {
    if (id !== '\0virtual:meent-verifier') return null
    const input = `${app}/ui/verify/offline-file/main.ts`
    const { output } = await build({
      configFile: false,
      logLevel: 'error',
      mode: 'production',
      plugins: [noParserInBrowsers],
      resolve: { alias: { '~': app } },
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        rollupOptions: { input, output: { format: 'iife', inlineDynamicImports: true } },
      },
    })
    for (const file of Object.keys(output[0].modules)) if (file.startsWith(app)) this.addWatchFile(file)
    // Within a script element these two would end it, or hide what follows.
    const script = output[0].code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
    return `export default ${JSON.stringify(script)}`
  },
}

/** The server build is one program: its first word is the command, and `serve` brings the pages (commands/start.server.ts). */
const oneProgram = {
  name: 'meent-one-program',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? { build: { rollupOptions: { input: 'app/commands/main.server.ts' } } } : undefined,
}

const suite = (name, more = {}) => ({
  extends: true,
  test: { name, include: [`{app,tests}/**/*.${name}.test.{ts,tsx}`], ...more },
})

/** Vite, Remix and Vitest settings in one file; every script passes --config remix.config.js. */
export default defineConfig({
  plugins: isTest
    ? [verifierInOnePiece]
    : [
        verifierInOnePiece,
        remix({
          ignoredRouteFiles: ['**/.*', '**/*.test.{ts,tsx}'],
          future: {
            v3_fetcherPersist: true,
            v3_relativeSplatPath: true,
            v3_throwAbortReason: true,
            v3_lazyRouteDiscovery: true,
            v3_singleFetch: true,
            v3_routeConfig: false,
          },
        }),
        oneProgram,
        noParserInBrowsers,
        fewFiles,
      ],
  resolve: { alias: { '~tests': tests, '~': app } },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  ssr: { noExternal: ['react-intl', /^@formatjs\//, 'intl-messageformat'] },
  // All at once: found one by one while developing, the browser would end up with two copies of React.
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@remix-run/react',
      'intl-messageformat',
      'leaflet',
    ],
  },
  server: { host: '127.0.0.1' },
  test: {
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // The suffix tells the cost: pure; needs PostgreSQL; walks several routes; weighs the build; needs the build and Chromium.
    projects: [
      suite('unit', {
        include: ['{app,tests}/**/*.test.{ts,tsx}'],
        exclude: ['**/*.{db,journey,build,browser}.test.*'],
      }),
      suite('db', { globalSetup: 'tests/database-setup.ts' }),
      suite('journey', { globalSetup: 'tests/database-setup.ts' }),
      suite('build'),
      suite('browser', { globalSetup: 'tests/browser/town-server.ts', testTimeout: 180_000 }),
    ],
  },
})
