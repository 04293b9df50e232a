import type { ReactNode } from 'react'

type PhotoProps = {
  src: string
  /** What can be seen, in words. */
  alt: string
  width: number
  height: number
  /** Where the whole picture is. */
  href?: string
  caption?: ReactNode
}

/** A photo that somebody sent. Its size is known beforehand, so nothing jumps when it arrives. */
export function Photo({ src, alt, width, height, href, caption }: PhotoProps) {
  const picture = <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
  return (
    <figure className="photo">
      {href ? <a href={href}>{picture}</a> : picture}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
