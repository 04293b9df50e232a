/** Our own signs on a 24 px grid, one line each, drawn in the colour of the words beside them. */
const paths = {
  lamp: 'M8 21h6M11 21V5a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2h-5M16.5 10.5v2M13.5 10l-1 1.5M19.5 10l1 1.5',
  road: 'M8 3 4 21M16 3l4 18M12 4v3M12 10.5v3M12 17v3',
  pavement: 'M3 8h18M3 15h18M3 8v7M21 8v7M9 8v7M15 8v7M3 19h18',
  tree: 'M12 21v-9M12 15l-3-2M12 3a5 5 0 0 0-4.7 3.3A4.3 4.3 0 0 0 8 15h8a4.3 4.3 0 0 0 .7-8.7A5 5 0 0 0 12 3z',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  graffiti: 'M8 9h6v12H8zM9.5 9V6h3v3M15.5 5h.01M18.5 3.5h.01M18.5 6.5h.01M21 5h.01M8 13h6',
  water: 'M12 3c3.5 4.2 6 7.2 6 10.5a6 6 0 0 1-12 0C6 10.2 8.5 7.2 12 3zM9.5 14a2.5 2.5 0 0 0 2.5 2.5',
  sign: 'M12 21v-7M12 10V7M12 3v.5M5 7h11l3.5 3.5L16 14H5z',
  signal: 'M8 3h8v14H8zM12 17v4M12 6.5h.01M12 10h.01M12 13.5h.01M9 21h6',
  animal:
    'M7 14.5C7 12 9.2 10.5 12 10.5s5 1.5 5 4c0 2-1 4.5-2.5 4.5-1 0-1.5-.7-2.5-.7s-1.5.7-2.5.7C8 19 7 16.5 7 14.5zM5 10.5h.01M9 6.5h.01M15 6.5h.01M19 10.5h.01',
  building: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  snow: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5',
  noise: 'M4 10v4h3l5 4V6L7 10zM15.5 9.5a4 4 0 0 1 0 5M18 7a7.5 7.5 0 0 1 0 10',
  park: 'M3 12h18M3 16h18M6 12v8M18 12v8M5 12V8M19 12V8M5 8h14',
  car: 'M5 16v2.5M19 16v2.5M3.5 16v-4.5L6 6h12l2.5 5.5V16zM3.5 11.5h17M7 13.8h.01M17 13.8h.01',
  bike: 'M6 13a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM18 13a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM6 16.5 9.5 9h6L18 16.5M12 16.5 9.5 9M12 16.5 15.5 9 14.5 6H17M8 9h3',
  bus: 'M5 17V5h14v12zM5 11h14M8 14h.01M16 14h.01M7 17v3M17 17v3M2.5 8v3M21.5 8v3',
  person: 'M12 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM5.5 20.5c0-4 2.8-6.5 6.5-6.5s6.5 2.5 6.5 6.5',
  leaf: 'M5 19C4 11 9 5 20 4c.5 10-4.5 16-12.5 14.5M5 21c1-5 4-8.5 9-11',
  other: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  // For acts and states, not for categories.
  check: 'M4.5 12.5 10 18 20 6.5',
  cross: 'M6 6l12 12M18 6 6 18',
  dash: 'M5 12h14',
  warning: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.3h.01',
  note: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.8h.01',
  chevron: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.6 2.6 3.8 5.6 3.8 9s-1.2 6.4-3.8 9c-2.6-2.6-3.8-5.6-3.8-9S9.4 5.6 12 3z',
  camera: 'M4 8h3.5L9 5h6l1.5 3H20v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  pin: 'M12 21c-4.5-5-7-8.3-7-11.5a7 7 0 0 1 14 0C19 12.7 16.5 16 12 21zM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5',
} as const

/** For the live map, which draws its signs without React. */
export const pictogramPaths: Record<PictogramName, string> = paths

export type PictogramName = keyof typeof paths

type PictogramProps = { name: PictogramName; size?: 'small' | 'large'; turns?: boolean }

/** A sign beside words, never instead of them: screen readers pass it by. `turns` mirrors it where text runs right to left. */
export function Pictogram({ name, size, turns }: PictogramProps) {
  const classes = ['pictogram', size && `pictogram-${size}`, turns && 'turns'].filter(Boolean).join(' ')
  return (
    <svg className={classes} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}

/** Whether a category's sign is one of ours; a town may have asked for another. */
export const isPictogram = (name: string): name is PictogramName => Object.hasOwn(paths, name)
