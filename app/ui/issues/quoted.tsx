/** What somebody wrote, as they wrote it, in the direction and the language they wrote it in. Line breaks stay. */
export function Quoted({ text, language }: { text: string; language: string }) {
  return (
    <blockquote className="quoted" lang={language} dir="auto">
      {text}
    </blockquote>
  )
}

/** A public message of the town, paragraph by paragraph. */
export function Told({ text, language }: { text: string; language: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return paragraphs.map((paragraph) => (
    <p key={paragraph} className="told" lang={language} dir="auto">
      {paragraph}
    </p>
  ))
}
