/** A house on land kept in common: four fields under one roof. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.25" strokeLinejoin="round" strokeLinecap="round">
        <path d="M3.5 11 14 4.5 24.5 11v11.5a1.5 1.5 0 0 1-1.5 1.5H5a1.5 1.5 0 0 1-1.5-1.5z" />
        <path d="M3.5 15.5h21M14 4.5V24" />
      </g>
    </svg>
  )
}
