import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { files } from '~/platform/files-here.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { smallOf } from '../photo-files.server'

export const photoInput = z.object({ id: z.uuid(), size: z.enum(['large', 'small']).catch('large') })

/** A photo of an issue, for everybody: of an issue that is shown, and not taken off the page itself. */
export const showPhoto = defineInteraction({
  name: 'photo.show',
  input: photoInput,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  async handle({ input, tx }) {
    const photo = await photoRow(tx, input.id)
    if (!photo?.isPublic || photo.issue.isHidden) throw new NotFound()
    return { picture: await pictureOf(photo.fileKey, input.size) }
  },
})

/** The photo with the issue it belongs to, by way of a report or of an update; null when there is none. */
export async function photoRow(tx: Tx, id: string) {
  const issue = { select: { ref: true, isHidden: true, categoryKey: true, areaKey: true } } as const
  const photo = await tx.photo.findUnique({
    where: { id },
    select: {
      fileKey: true,
      isPublic: true,
      report: { select: { personId: true, issue } },
      update: { select: { issue } },
    },
  })
  const about = photo?.report?.issue ?? photo?.update?.issue
  return photo && about ? { ...photo, issue: about, personId: photo.report?.personId ?? null } : null
}

export async function pictureOf(fileKey: string, size: 'large' | 'small') {
  const picture = await files().get(size === 'small' ? smallOf(fileKey) : fileKey)
  if (!picture) throw new NotFound()
  return picture
}
