import { titleOf } from '~/interactions/issues/issue.input'
import { StillMap } from '~/map/still-map'
import { IssueRow, IssueRows } from '../issue-row'
import { StatusSign, StatusWords, stateOf, toneOf } from '../issues/status'
import { useWords } from '../words'
import type { CaseAround as Around, CaseHere } from './case-page'

/** Where it is, what may be the same issue once more, and what else is open close by. */
export function CaseAround({ page }: { page: CaseHere }) {
  const t = useWords()
  const { case: here, around, now } = page
  const { lat, lng } = here
  const same = around.filter(({ isSameKind }) => isSameKind).slice(0, 5)
  const others = around.filter(({ isSameKind }) => !isSameKind).slice(0, 5)
  const signOf = (one: Around) => ({ lat: one.lat, lng: one.lng, state: stateOf(one, now) })
  return (
    <section aria-labelledby="case-around">
      <h2 id="case-around">{t('desk.around')}</h2>
      {lat === null || lng === null ? (
        <p className="muted">{t('desk.around.no-place')}</p>
      ) : (
        <StillMap
          {...{ lat, lng }}
          alt={t('desk.around.map', { place: here.place || here.ref })}
          state={stateOf(here, now)}
          pins={[...same, ...others].map(signOf)}
        />
      )}
      {same.length > 0 && (
        <>
          <h3>{t('desk.around.same')}</h3>
          <Rows cases={same} page={page} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{t('desk.around.others')}</h3>
          <Rows cases={others} page={page} />
        </>
      )}
    </section>
  )
}

function Rows({ cases, page: { now } }: { cases: Around[]; page: CaseHere }) {
  const t = useWords()
  return (
    <IssueRows>
      {cases.map((one) => {
        const state = stateOf(one, now)
        return (
          <IssueRow
            key={one.ref}
            to={`/desk/cases/${one.ref}`}
            sign={<StatusSign state={state} />}
            title={titleOf(t, one)}
            about={`${t('desk.around.metres', { metres: one.distanceM })} · ${t('issue.people', { count: one.reportCount })}`}
            state={<StatusWords issue={{ ...one, closedAt: null }} now={now} />}
            tone={toneOf[state]}
          />
        )
      })}
    </IssueRows>
  )
}
