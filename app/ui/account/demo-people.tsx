import { Form } from '@remix-run/react'
import { Button } from '../button'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'

type DemoPerson = { personId: string; role: string; jobTitle: string | null }

/** One button for each invented person of the demo. Anywhere else there is nobody in this list, and it is not shown. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const t = useWords()
  if (people.length === 0) return null
  return (
    <section className="demo-people stack" aria-labelledby="demo-people">
      <h2 id="demo-people">{t('sign-in.demo.title')}</h2>
      <p>{t('sign-in.demo.lead')}</p>
      <ul className="demo-buttons">
        {people.map(({ personId, role, jobTitle }) => (
          <li key={personId} data-role={role}>
            <Form method="post" action="/sign-in/demo" reloadDocument>
              <HiddenFields fields={{ personId }} />
              <Button weight="secondary" wide>
                <DemoWords role={role} jobTitle={jobTitle} />
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DemoWords({ role, jobTitle }: { role: string; jobTitle: string | null }) {
  const t = useWords()
  const words = t(`sign-in.role.${role}`)
  if (!jobTitle || jobTitle === words) return <span>{words}</span>
  return (
    <span>
      {words}: <bdi>{jobTitle}</bdi>
    </span>
  )
}
