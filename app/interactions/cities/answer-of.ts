type Outcome<Value> = { ok: true; value: Value } | { ok: false; problem: { type: string } }

/** The answer to an act of the import; a refusal ends the import with a word about it. */
export function answerOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`A portion of the import was refused: ${outcome.problem.type}`)
}
