import { z } from 'zod'

/** What somebody types to find a place. */
export const searchPlaceInput = z.object({
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(20).default(8),
})

/** The letter whose streets are listed; without one only the letters are. */
export const listStreetsInput = z.object({
  letter: z
    .string()
    .transform((text) => text.normalize('NFC').toUpperCase().slice(0, 1))
    .optional(),
})

export const listCrossingsInput = z.object({ street: z.string().min(1).max(120) })

export const placeAtInput = z.object({
  lat: z.coerce.number().min(-85).max(85),
  lng: z.coerce.number().min(-180).max(180),
})
