import { NextActs } from '~/ui/desk/next-acts'
import { useCase } from '~/ui/desk/use-case'

export default function Acts() {
  return <NextActs page={useCase()} />
}
