import type {AxeBuilder} from '@axe-core/playwright'

/** What axe finds that keeps somebody from working, by rule and by what it stands on. */
export async function seriousFaults(axe: AxeBuilder): Promise<string[]> {
  const {violations} = await axe.analyze()
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(' | ')}`)
}
