import { isPictogram, Pictogram } from '../pictogram'
import { useWords } from '../words'

export type CategoryTile = { key: string; name: string; pictogram: string; isEmergency: boolean }

type CategoryTilesProps = {
  /** The words over these tiles, and what tells their ids apart from those of other tiles with the same kinds. */
  id: string
  label: string
  hidesLabel?: boolean
  categories: readonly CategoryTile[]
  chosen: string | null
}

/** Kinds of issues as big targets: a sign and a word. The whole tile can be pressed; arrow keys go from one to the next. */
export function CategoryTiles({ id, label, hidesLabel, categories, chosen }: CategoryTilesProps) {
  const t = useWords()
  return (
    <fieldset className="field field-choices">
      <legend className={hidesLabel ? 'visually-hidden' : 'label'}>{label}</legend>
      <div className="choices choices-tiles">
        {categories.map(({ key, name, pictogram, isEmergency }) => (
          <label key={key} className="choice" htmlFor={`${id}-${key}`}>
            <input id={`${id}-${key}`} type="radio" name="category" value={key} defaultChecked={chosen === key} />
            <Pictogram name={isPictogram(pictogram) ? pictogram : 'other'} />
            <span className="choice-words">
              <span className="choice-label">{name}</span>
              {isEmergency && <span className="hint tone-danger">{t('report.category.urgent')}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
