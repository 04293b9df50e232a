import { type TownTheme, tokensOf } from '~/ui/theme/tokens'
import type { MapTheme } from './picture-address'

/** The colours a map is drawn in: our tokens with the town's own over them. */
export const mapColours = (theme: MapTheme, own: TownTheme = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(tokensOf(own).color[theme]).map(([name, value]) => [name, String(value)]))
