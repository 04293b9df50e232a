import type { DemoIssue } from './demo-acts'
import { firstDays } from './demo-story-first-days'
import { lastDays } from './demo-story-last-days'

/** A few days in the life of the demo: people report in four languages, the town answers, plans, closes and is contradicted. */
export const demoStory: readonly DemoIssue[] = [...firstDays, ...lastDays]
