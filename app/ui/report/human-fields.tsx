import { useWords } from '../words'

/** When the form was shown, and a field that only programs see. Nobody has to solve a puzzle. */
export function HumanFields({ stamp }: { stamp: string }) {
  const t = useWords()
  return (
    <>
      <input type="hidden" name="stamp" value={stamp} />
      <div className="trap" aria-hidden="true">
        <label htmlFor="second-website">{t('report.human.trap')}</label>
        <input id="second-website" name="second-website" type="text" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  )
}
