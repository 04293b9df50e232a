import { Field } from '../field'
import { useWords } from '../words'

/** Photos of the town: what was found, or what was done. Everybody can see them, so each needs its words. */
export function TownPhotos() {
  const t = useWords()
  return (
    <>
      <Field
        name="files"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        label={t('desk.photo.label')}
        hint={t('desk.photo.hint')}
        optional
        dir={undefined}
      />
      <Field name="alt" label={t('desk.photo.alt')} hint={t('desk.photo.alt.hint')} optional maxLength={200} />
    </>
  )
}
