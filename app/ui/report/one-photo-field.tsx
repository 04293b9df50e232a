import { type ChangeEvent, type ReactNode, useEffect, useState } from 'react'
import { Field } from '../field'
import { smallerPhotos } from './smaller-photos'

/** Room for a photo in a form of one page. With scripts it is made smaller in the browser before it travels. */
export function OnePhotoField({ label, hint }: { label: ReactNode; hint: ReactNode }) {
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const shrink = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(input.files ?? [])]
    const smaller = new DataTransfer()
    for (const photo of await smallerPhotos(chosen)) smaller.items.add(photo)
    // Another one was chosen in the meantime: that one counts.
    if (chosen[0] === input.files?.[0]) input.files = smaller.files
  }
  return (
    <Field
      name="files"
      type="file"
      label={label}
      hint={hint}
      optional
      accept="image/jpeg,image/png,image/webp"
      {...(isLive && { onChange: shrink })}
    />
  )
}
