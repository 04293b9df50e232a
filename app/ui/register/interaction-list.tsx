import type { InteractionEntry } from '~/interactions/register/register-pages'
import { Facts } from '../facts'
import { useWords } from '../words'

/** What people and the platform can do for one purpose, each in plain words, with who may, what it touches and what is checked. */
export function InteractionList({ interactions }: { interactions: readonly InteractionEntry[] }) {
  const t = useWords()
  return (
    <ul className="register-acts">
      {interactions.map((one) => (
        <li key={one.name} id={one.name}>
          <h3>{t(`register.interaction.${one.name}`)}</h3>
          <Facts facts={factsOf(one)} />
        </li>
      ))}
    </ul>
  )

  function factsOf({ name, roles, mandate, effect, touches, ictRole, phase, values, checks }: InteractionEntry) {
    const list = t.intl.formatList
    const touched = Object.keys(touches).map((subject) => t(`register.subject.${subject}`))
    return [
      {
        term: t('register.act-who'),
        value: [
          list(
            roles.map((role) => t(`register.role.${role}`)),
            { type: 'disjunction' },
          ),
          mandate && t('register.act-mandate', { act: t(`register.mandate-act.${mandate}`) }),
        ]
          .filter(Boolean)
          .join('; '),
      },
      { term: t('register.act-how'), value: t(`register.effect.${effect}`) },
      { term: t('register.act-touches'), value: touched.length > 0 ? list(touched) : t('register.nobody') },
      { term: t('register.act-role'), value: t(`register.ict.${ictRole}`) },
      { term: t('register.act-phase'), value: t(`register.phase.${phase}`) },
      { term: t('register.act-values'), value: list(values.map((value) => t(`register.value.${value}`))) },
      ...(checks.length > 0
        ? [{ term: t('register.act-checks'), value: list(checks.map((id) => t(`check.${id}.name`))) }]
        : []),
      { term: t('register.act-name'), value: <code lang="en">{name}</code> },
    ]
  }
}
