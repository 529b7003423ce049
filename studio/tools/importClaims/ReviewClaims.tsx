import {Stack, Text} from '@sanity/ui'
import {useCallback, useMemo, useState, type ReactElement} from 'react'
import type {ClaimColumn} from '../../importing/claims/claimColumn.ts'
import type {ColumnChoices} from '../../importing/claims/mapColumns.ts'
import {planImport} from '../../importing/claims/planImport.ts'
import {titlesOf} from '../../importing/claims/sayValue.ts'
import type {ClaimsFile} from './claimsFile.ts'
import {Columns} from './Columns.tsx'
import {Outcomes} from './Outcomes.tsx'
import {useWords} from './useWords.ts'
import {useWriteClaims} from './useWriteClaims.ts'
import {WriteBar} from './WriteBar.tsx'
import {WriteNotice} from './WriteNotice.tsx'
import {Written} from './Written.tsx'

interface ReviewClaimsProps {
  file: ClaimsFile
  onReread: (file: ClaimsFile) => void
  onLeave: () => void
}

/** How the columns are read, what becomes of every row, and the one button that writes. */
export function ReviewClaims({file, onReread, onLeave}: ReviewClaimsProps): ReactElement {
  const t = useWords()
  const {name, table, library} = file
  const [choices, setChoices] = useState<ColumnChoices>(new Map())
  const plan = useMemo(() => planImport(table, library, choices), [table, library, choices])
  const titles = useMemo(() => titlesOf(library), [library])
  const {state, write} = useWriteClaims(useCallback(() => onReread(file), [file, onReread]))
  const choose = (index: number, column: ClaimColumn | undefined): void =>
    setChoices((earlier) => chosen(earlier, index, column))
  if (state.status === 'done') return <Written claims={state.claims} onLeave={onLeave} />
  const isWriting = state.status === 'writing'
  return (
    <Stack gap={5}>
      <WriteNotice state={state} />
      <Columns
        disabled={isWriting}
        mapping={plan.mapping}
        name={name}
        onChoose={choose}
        onLeave={onLeave}
        rows={table.rows}
      />
      {plan.mapping.problem ? (
        <Text role="alert" size={1} weight="medium">
          {t(plan.mapping.problem.key, plan.mapping.problem.params)}
        </Text>
      ) : (
        <>
          <WriteBar isWriting={isWriting} onWrite={write} plan={plan} />
          <Outcomes outcomes={plan.outcomes} titles={titles} />
        </>
      )}
    </Stack>
  )
}

/** What is chosen for one column is taken from any other that was chosen for it. */
function chosen(
  earlier: ColumnChoices,
  index: number,
  column: ClaimColumn | undefined,
): ColumnChoices {
  const others = [...earlier].map(([at, each]) => [at, each === column ? undefined : each] as const)
  return new Map([...others, [index, column]])
}
