import { useWords } from './words'

/** Where a person is in a form of several pages, in words; the bar only repeats it. */
export function Steps({ current, total, name }: { current: number; total: number; name: string }) {
  const t = useWords()
  return (
    <div className="steps">
      <p>{t('common.steps', { current, total, name })}</p>
      <div className="steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
          <span key={at} className={at < current ? 'is-done' : undefined} />
        ))}
      </div>
    </div>
  )
}
