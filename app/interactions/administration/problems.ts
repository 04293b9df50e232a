import { Problem } from '~/platform/problems'

/** The form was sent without changing anything. */
export class NothingChanged extends Problem {
  readonly type = 'nothing-changed'
  readonly status = 422
}

/** Somebody else's change of the same thing waits for approval; two at once would undo each other. */
export class ChangeWaiting extends Problem {
  readonly type = 'change-waiting'
  readonly status = 409
}

/** Colours that people could not read are not taken. */
export class UnreadableColours extends Problem {
  readonly type = 'unreadable-colours'
  readonly status = 422

  constructor(fields: Record<string, string>) {
    super({ count: Object.keys(fields).length })
    this.fields = fields
  }
}

/** No administrator ends oversight, themselves, or the last of their own. */
export class MustStay extends Problem {
  readonly type = 'must-stay'
  readonly status = 403
}
