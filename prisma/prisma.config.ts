import { defineConfig } from 'prisma/config'

/** Only `generate` and `format` are used; migrations are applied by app/platform/migrations.server.ts. */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
})
