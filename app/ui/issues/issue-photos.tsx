import { Photo } from '../photo'

type ShownPhoto = { id: string; width: number; height: number; alt: string }

/** Photos of an issue, each in words too. `alt` is what is said where the person who took it said nothing. */
export function IssuePhotos({ photos, alt }: { photos: readonly ShownPhoto[]; alt: string }) {
  if (photos.length === 0) return null
  return (
    <div className="photos">
      {photos.map(({ id, width, height, alt: said }) => (
        <Photo key={id} src={`/photos/${id}`} href={`/photos/${id}`} alt={said || alt} width={width} height={height} />
      ))}
    </div>
  )
}
