import { Card } from '../card'
import { useWords } from '../words'
import { useTownContact } from './town-contact'

/** What somebody can ask about their data, and where. */
export function OwnRights() {
  const t = useWords()
  const contact = useTownContact()
  return (
    <Card title={t('me.rights.title')}>
      <p>{t('me.rights.lead')}</p>
      <p>{contact ? t('me.rights.how', { contact }) : t('me.rights.none')}</p>
    </Card>
  )
}
