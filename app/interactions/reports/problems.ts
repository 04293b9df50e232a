import { Problem, type ProblemJson } from '~/platform/problems'
import type { PersonalKind } from '~/safeguards/lawfulness/special-category'

/** The place is in another town. */
export class OutsideTown extends Problem {
  readonly type = 'outside-town'
  readonly status = 422
}

/** A kind of issue that cannot wait for a form: the page says whom to call. */
export class CallInstead extends Problem {
  readonly type = 'call-instead'
  readonly status = 409
}

/** A kind of issue that this form does not take, or no longer. */
export class NotChoosable extends Problem {
  readonly type = 'not-choosable'
  readonly status = 422
}

/** This person reported this issue already, and it is still open. */
export class ReportedBefore extends Problem {
  readonly type = 'reported-before'
  readonly status = 409
}

/** The form was filled in as programs do it. A person who is refused by mistake sends it once more. */
export class NotLikelyHuman extends Problem {
  readonly status = 422

  constructor(readonly type: 'sent-by-program' | 'sent-too-fast' | 'form-too-old') {
    super()
  }
}

/** Words in a text that may say something private about somebody. They go back to their writer and to nobody else. */
export type FoundWords = { field: string; words: string; kind: PersonalKind }
export type SensitiveTextJson = ProblemJson & { found: FoundWords[]; blackedOut: Record<string, string> }

/** Before it is sent, the person decides about words that may say too much: change them, black them out, or keep them. */
export class SensitiveText extends Problem {
  readonly type = 'sensitive-text'
  readonly status = 422

  constructor(
    readonly found: FoundWords[],
    readonly blackedOut: Record<string, string>,
  ) {
    super({ count: found.length })
  }

  override toJSON(): SensitiveTextJson {
    return { ...super.toJSON(), found: this.found, blackedOut: this.blackedOut }
  }
}
