import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { anybodyReads } from '../ledger/anybody'

type Published = {
  number: number
  kind: string
  verdict: string | null
  text: string
  language: string
  publishedAt: Date
}

/** Anybody reads what oversight found and made public: texts that name nobody. */
export const listPublished = defineInteraction({
  ...anybodyReads,
  name: 'finding.list-published',
  input: z.object({}),
  async handle({ tx }) {
    const findings = await tx.$queryRaw<Published[]>`
      SELECT f.number, f.kind, f.verdict, said.text, said.language, f.published_at AS "publishedAt"
      FROM finding f JOIN LATERAL (SELECT a.text, a.language FROM finding_act a
        WHERE a.finding_id = f.id AND a.kind = 'published' ORDER BY a.act_id DESC LIMIT 1) said ON true
      WHERE f.published_at IS NOT NULL ORDER BY f.published_at DESC, f.number DESC LIMIT 200`
    return { findings }
  },
})
