import { defineCheck } from '../check'

/** I02. What shifts the town's discretion is approved by a second person, who has opened the version that they approve. */
export const fourEyes = defineCheck({
  id: 'I02',
  version: 1,
  name: 'check.I02.name',
  value: 'integrity',
  when: 'an act that needs a second person',
  source: 'four-eyes principle; the list of acts is ours',
  appliesTo: (facts) => facts.fourEyes !== undefined,
  run({ fourEyes, actor }) {
    if (!fourEyes?.authorId || !fourEyes.approverId) return { outcome: 'block', explanation: 'check.I02.unknown' }
    if (fourEyes.authorId === fourEyes.approverId) return { outcome: 'block', explanation: 'check.I02.same-person' }
    // The approval is given by whoever stands at the door, not by a name in a form.
    if (fourEyes.approverId !== actor.id) return { outcome: 'block', explanation: 'check.I02.not-the-approver' }
    if (fourEyes.approverOpenedLastVersion !== true) return { outcome: 'block', explanation: 'check.I02.not-opened' }
    return { outcome: 'pass', explanation: 'check.I02.two-people' }
  },
})
