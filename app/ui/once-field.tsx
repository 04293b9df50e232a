/** The hidden key of a form: a double click, a retry and twenty parallel copies make one act. */
export const OnceField = ({ once }: { once: string }) => <input type="hidden" name="once" value={once} />
