import { ownNameOf } from '~/platform/languages'
import { Tick } from '../choice'
import { Field, Select } from '../field'
import { useWords } from '../words'

export type ContactValues = {
  name: string
  email: string
  phone: string
  isNamePublic: boolean
  mayShareContact: boolean
  wantsNews: boolean
  letterLanguage: string | null
}

type ContactFieldsProps = {
  values?: Partial<ContactValues> | null
  languages: readonly string[]
  /** The address of the account is used; only what it may not hold is asked. */
  isSignedIn?: boolean
}

/** Who reports and how to reach them. All of it may stay empty; nothing is ticked beforehand. */
export function ContactFields({ values, languages, isSignedIn = false }: ContactFieldsProps) {
  const t = useWords()
  return (
    <>
      {!isSignedIn && (
        <Field
          name="email"
          type="email"
          label={t('report.contact.email')}
          hint={t('report.contact.email.hint')}
          optional
          width="medium"
          autoComplete="email"
          dir="ltr"
          maxLength={254}
          defaultValue={values?.email}
        />
      )}
      <Field
        name="phone"
        type="tel"
        label={t('report.contact.phone')}
        hint={t('report.contact.phone.hint')}
        optional
        width="medium"
        autoComplete="tel"
        dir="ltr"
        maxLength={40}
        defaultValue={values?.phone}
      />
      <Field
        name="name"
        label={t('report.contact.name')}
        hint={t('report.contact.name.hint')}
        optional
        width="medium"
        autoComplete="name"
        maxLength={100}
        defaultValue={values?.name}
      />
      <Select
        name="letterLanguage"
        label={t('report.contact.language')}
        width="medium"
        options={languages.map((value) => ({ value, label: ownNameOf(value) }))}
        defaultValue={values?.letterLanguage ?? t.language}
      />
      <div className="stack">
        <Tick
          name="wantsNews"
          label={t('report.contact.news')}
          hint={isSignedIn ? t('report.contact.news.hint.signed-in') : t('report.contact.news.hint')}
          isChosen={values?.wantsNews}
        />
        <Tick
          name="isNamePublic"
          label={t('report.contact.name-public')}
          hint={t('report.contact.name-public.hint')}
          isChosen={values?.isNamePublic}
        />
        <Tick
          name="mayShareContact"
          label={t('report.contact.share')}
          hint={t('report.contact.share.hint')}
          isChosen={values?.mayShareContact}
        />
      </div>
    </>
  )
}
