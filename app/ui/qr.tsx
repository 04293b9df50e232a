/** A QR code to print or hold before a phone. The address stands beside it in words: not everybody has a camera. */
export function Qr({ path, size, label }: { path: string; size: number; label: string }) {
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      width="160"
      height="160"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
