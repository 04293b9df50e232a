import { useNavigate } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { addressWith, changed, type IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import { Button } from '../button'
import { Pictogram } from '../pictogram'
import { useWords } from '../words'

type State = 'no-way' | 'ready' | 'looking' | 'failed'

/** Issues around where the person is. Only their own browser knows the place; it goes no further than into the address. */
export function NearMe({ pathname, filters }: { pathname: string; filters: IssueFilters }) {
  const t = useWords()
  const navigate = useNavigate()
  const [state, setState] = useState<State>('no-way')
  // Without scripts, or on a device that does not know where it is, there is no button that does nothing.
  useEffect(() => {
    if ('geolocation' in navigator && window.isSecureContext) setState('ready')
  }, [])
  if (state === 'no-way') return null

  const look = () => {
    setState('looking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('ready')
        const near = { lat: coords.latitude, lng: coords.longitude, radiusM: 500 }
        navigate(addressWith(pathname, changed(filters, { q: '', near })))
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    )
  }
  return (
    <div className="near-me">
      <Button type="button" weight="quiet" onClick={look} aria-disabled={state === 'looking'}>
        <Pictogram name="pin" size="small" />
        {t('home.near-me')}
      </Button>
      <p role="status" className="small">
        {state === 'looking' && t('home.near-me.looking')}
        {state === 'failed' && t('home.near-me.failed')}
      </p>
    </div>
  )
}
