// As large as the platform keeps a photo, and a little more: sending ten megabytes over a bad line helps nobody.
const longestPx = 2000
const worthMakingSmaller = 400_000

/**
 * Photos made smaller in the browser before they are sent; where and with what they were taken stays behind as well. A
 * photo that this browser cannot read is sent as it is: the platform looks at it anyway.
 */
export const smallerPhotos = (files: readonly File[]): Promise<File[]> => Promise.all(files.map(smaller))

async function smaller(file: File): Promise<File> {
  if (file.size < worthMakingSmaller) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestPx / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return blob && blob.size < file.size ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
