import { setBlind } from '../project/blind.ts'
import { useBlind, useOpenProject } from '../project/project-context.tsx'
import { Checkbox } from '../ui/checkbox.tsx'

/** Begins and leaves blind mode in this window; in a packet that is coded blind it cannot be left. */
export function BlindSwitch() {
  const open = useOpenProject()
  const { isBlind, isFixed } = useBlind()
  return (
    <Checkbox isSelected={isBlind} isDisabled={isFixed} onChange={(on) => setBlind(open, on)}>
      {isFixed ? 'Code blind, as this packet was handed out' : 'Code blind in this window'}
    </Checkbox>
  )
}
