const sentences = [
  ['en', 'This page cannot be shown right now. Nothing you sent was half done. Please try again in a minute.'],
  [
    'nl',
    'Deze pagina is nu niet te tonen. Niets van wat u stuurde is half gedaan. Probeer het over een minuut nog eens.',
  ],
  [
    'es',
    'Esta página no se puede mostrar ahora. Nada de lo que envió quedó a medias. Inténtelo de nuevo en un minuto.',
  ],
  ['ar', 'لا يمكن عرض هذه الصفحة الآن. لم يُنفَّذ أي شيء مما أرسلته تنفيذًا ناقصًا. حاول مرة أخرى بعد دقيقة.'],
] as const

/** When even the words cannot be fetched: the same sentence in every language we speak. */
export function Outage() {
  return (
    <main className="page problem" id="main">
      <h1>Meent</h1>
      {sentences.map(([language, sentence]) => (
        <p key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          {sentence}
        </p>
      ))}
    </main>
  )
}
