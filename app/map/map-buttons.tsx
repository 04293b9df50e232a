import { useWords } from '~/ui/words'

type MapButtonsProps = { onZoom: (by: 1 | -1) => void; onLocate: (() => void) | null; isLocating: boolean }

/** Zoom and "where I am", named in the reader's language and large enough for a thumb. */
export function MapButtons({ onZoom, onLocate, isLocating }: MapButtonsProps) {
  const t = useWords()
  return (
    <div className="map-buttons">
      <button type="button" onClick={() => onZoom(1)} aria-label={t('map.zoom-in')}>
        <Sign d="M12 5v14M5 12h14" />
      </button>
      <button type="button" onClick={() => onZoom(-1)} aria-label={t('map.zoom-out')}>
        <Sign d="M5 12h14" />
      </button>
      {onLocate && (
        <button type="button" onClick={onLocate} aria-label={t('map.locate')} aria-busy={isLocating || undefined}>
          <Sign d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v4M12 18v4M2 12h4M18 12h4" />
        </button>
      )}
    </div>
  )
}

const Sign = ({ d }: { d: string }) => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
    <path d={d} />
  </svg>
)
