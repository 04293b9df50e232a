import { useNavigation, useSubmit } from '@remix-run/react'
import { type ChangeEvent, useEffect, useState } from 'react'
import { Button } from '../button'
import { Field } from '../field'
import { Pictogram } from '../pictogram'
import { draftPhotoPath } from '../report/draft-photo-path'
import { smallerPhotos } from '../report/smaller-photos'
import { useWords } from '../words'

export type DraftPhoto = { key: string; width: number; height: number; alt: string }

type PhotoFieldsProps = {
  photos: readonly DraftPhoto[]
  most: number
  /** The photos as they come from the camera, before anything is taken out of them. */
  onChosen: (photos: readonly File[]) => void
}

/** Photos added so far, each with its words, and room for the next one. With scripts a chosen photo appears at once. */
export function PhotoFields({ photos, most, onChosen }: PhotoFieldsProps) {
  const t = useWords()
  return (
    <>
      <p className="muted">{t('report.photos.public')}</p>
      {photos.length > 0 && (
        <ul className="photo-list" aria-label={t('report.photos.added')}>
          {photos.map((photo, at) => (
            <AddedPhoto key={photo.key} photo={photo} at={at} />
          ))}
        </ul>
      )}
      {photos.length < most ? (
        <PhotoInput isMany={most - photos.length > 1} onChosen={onChosen} />
      ) : (
        <p>{t('report.photos.full', { most })}</p>
      )}
    </>
  )
}

function AddedPhoto({ photo, at }: { photo: DraftPhoto; at: number }) {
  const t = useWords()
  const { key, width, height, alt } = photo
  const n = at + 1
  return (
    <li>
      <img
        src={`${draftPhotoPath(key)}?size=small`}
        width={width}
        height={height}
        alt={alt || t('report.photos.number', { n })}
      />
      <div className="stack">
        <Field
          name={`alts.${at}`}
          label={t('report.photos.alt', { n })}
          hint={t('report.photos.alt.hint')}
          optional
          maxLength={200}
          defaultValue={alt}
          autoComplete="off"
        />
        <Button weight="quiet" name="remove" value={key}>
          <Pictogram name="trash" size="small" />
          {t('report.photos.remove', { n })}
        </Button>
      </div>
    </li>
  )
}

function PhotoInput({ isMany, onChosen }: { isMany: boolean } & Pick<PhotoFieldsProps, 'onChosen'>) {
  const t = useWords()
  const submit = useSubmit()
  const isAdding = useNavigation().state !== 'idle'
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const { form, files } = event.currentTarget
    if (!form || !files?.length) return
    onChosen([...files])
    const sent = new FormData(form)
    sent.delete('files')
    for (const photo of await smallerPhotos([...files])) sent.append('files', photo)
    sent.set('stay', 'yes')
    submit(sent, { method: 'post', encType: 'multipart/form-data', preventScrollReset: true })
    // The form may be sent again for another reason: the photo must not go twice.
    event.target.value = ''
  }
  return (
    <>
      <Field
        name="files"
        type="file"
        label={t('report.photos.choose')}
        hint={t('report.photos.choose.hint', { megabytes: 10 })}
        accept="image/jpeg,image/png,image/webp"
        multiple={isMany}
        {...(isLive && { onChange: add })}
      />
      {!isLive && (
        <Button weight="secondary" name="stay" value="yes">
          {t('report.photos.add')}
        </Button>
      )}
      <p role="status" className="small">
        {isLive && isAdding && t('report.photos.adding')}
      </p>
    </>
  )
}
