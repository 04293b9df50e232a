const files = import.meta.glob<Record<string, string>>('../../words/*/*.json', { import: 'default' })

/** Every sentence of the platform in one language, as it was written: what an administrator writes their own over. */
export async function wordingSources(language: string): Promise<Record<string, string>> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/words/${language}/`))
  return Object.assign({}, ...(await Promise.all(own.map(([, load]) => load()))))
}
