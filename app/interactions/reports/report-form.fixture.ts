/** A whole report as the last page of the form sends it. */
export const lampReport = (spot: { lat: number; lng: number }, more: Record<string, unknown> = {}) => ({
  lat: String(spot.lat),
  lng: String(spot.lng),
  category: 'street-light',
  description: 'The lamp beside the bench is out.',
  answers: { trouble: 'off', 'pole-number': '14-B' },
  noticeVersion: '1',
  noticeLanguage: 'en',
  ...more,
})
