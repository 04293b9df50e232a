import { Link, type LinkProps, useNavigation } from '@remix-run/react'
import type { ComponentPropsWithoutRef } from 'react'

type Weight = 'primary' | 'secondary' | 'quiet' | 'danger'
type Look = { weight?: Weight; wide?: boolean }

const looksOf = ({ weight = 'primary', wide }: Look) =>
  ['button', weight !== 'primary' && `button-${weight}`, wide && 'button-wide'].filter(Boolean).join(' ')

type ButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'style'> & Look

/** Sends a form. One strong button a page; while its form is on the way it says so, and stays where it is. */
export function Button({ weight, wide, type = 'submit', ...rest }: ButtonProps) {
  const isOnTheWay = useNavigation().state === 'submitting' && type === 'submit'
  return <button {...rest} type={type} className={looksOf({ weight, wide })} aria-busy={isOnTheWay || undefined} />
}

/** Goes somewhere and looks like a button: for the one thing most people come for. */
export function LinkButton({ weight, wide, ...rest }: Omit<LinkProps, 'className' | 'style'> & Look) {
  return <Link {...rest} className={looksOf({ weight, wide })} />
}
