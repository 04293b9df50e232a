/** What a page can read back about expected trouble. `title` and `detail` are keys into the words. */
export type ProblemJson = {
  type: string
  status: number
  title: string
  detail: string
  /** Values for the two sentences; never personal data of somebody else. */
  values?: Record<string, string | number>
  /** Field name -> key of what is wrong with it. */
  fields?: Record<string, string>
  /** Field name -> what the person had typed, so that nothing is lost. */
  kept?: Record<string, string | string[]>
}

/** Expected trouble, said to the person it concerns. The status lives here and nowhere else. */
export abstract class Problem extends Error {
  abstract readonly type: string
  abstract readonly status: number
  readonly values: Record<string, string | number> = {}
  fields?: Record<string, string>
  kept?: Record<string, string | string[]>

  constructor(values: Record<string, string | number> = {}) {
    super()
    this.values = values
  }

  get title() {
    return `problem.${this.type}.title`
  }

  get detail() {
    return `problem.${this.type}.detail`
  }

  toJSON(): ProblemJson {
    const { type, status, title, detail, values, fields, kept } = this
    return {
      type: `/problems/${type}`,
      status,
      title,
      detail,
      values,
      ...(fields && { fields }),
      ...(kept && { kept }),
    }
  }
}

/** One or more answers in a form do not fit; each field says what is wrong with it. */
export class InvalidInput extends Problem {
  readonly type = 'invalid-input'
  readonly status = 422

  /** Without `kept` the door gives back all that was typed. */
  constructor(fields: Record<string, string>, kept?: Record<string, string | string[]>) {
    super({ count: Object.keys(fields).length })
    this.fields = fields
    if (kept) this.kept = kept
  }
}

export class SignInNeeded extends Problem {
  readonly type = 'sign-in-needed'
  readonly status = 401
}

/** This person's role may not do this. */
export class NotYourRole extends Problem {
  readonly type = 'not-your-role'
  readonly status = 403
}

/** A safeguard said no. `check` and `explanation` name which and why. */
export class RefusedBySafeguard extends Problem {
  readonly type = 'refused-by-safeguard'
  readonly status = 403

  constructor(
    readonly check: string,
    readonly explanation: string,
    values: Record<string, string | number> = {},
  ) {
    super({ ...values, check })
  }

  override get detail() {
    return this.explanation
  }
}

export class NotFound extends Problem {
  readonly type = 'not-found'
  readonly status = 404
}

/** The same form was sent before with other content. */
export class SentBefore extends Problem {
  readonly type = 'sent-before'
  readonly status = 422
}

export class TooMany extends Problem {
  readonly type = 'too-many'
  readonly status = 429
}

/** What the person wanted does not fit the state the thing is in now: somebody else was faster. */
export class OutOfDate extends Problem {
  readonly type = 'out-of-date'
  readonly status = 409
}
