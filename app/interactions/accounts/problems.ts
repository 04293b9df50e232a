import { Problem } from '~/platform/problems'

/** A one-time link that was used, is too old, or was never ours. A new one is asked for in a moment. */
export class LinkNotValid extends Problem {
  readonly type = 'link-not-valid'
  readonly status = 410

  constructor(readonly why: 'used' | 'expired' | 'other-browser' | 'unknown') {
    super({ why: why.replaceAll('-', '_') })
  }

  override get title() {
    return 'problem.link-not-valid.title'
  }

  override get detail() {
    return `problem.link-not-valid.${this.why}`
  }
}
