import type { AnyInteraction } from '~/safeguards/interaction.server'
import { showStill } from './map/show-still.server'
import { showTile } from './map/show-tile.server'
import { readSecurityContact } from './town/read-security-contact.server'
import { readTheme } from './town/read-theme.server'
import { showPage } from './town/show-page.server'

/** Everything that people and the platform can do here: the table of contents of the product. The page /register is made from it. */
export const interactions: readonly AnyInteraction[] = [showTile, showStill, showPage, readTheme, readSecurityContact]
