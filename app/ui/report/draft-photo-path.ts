/** Where the writer's own browser sees a photo of the draft. */
export const draftPhotoPath = (key: string): string =>
  `/issues/new/photos/${key.split('/').at(-1)?.replace('.bin', '')}`
