import {Box, Flex, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'
import {useTranslation, type DocumentInspectorProps} from 'sanity'
import {useCandidate} from '../explain/toGateDocument.ts'
import {messageOf} from '../explain/messageOf.ts'
import {useVerdict} from '../explain/useVerdict.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {DocumentInspectorHeader} from '../studioCompat.ts'
import {DeliveredNow} from './DeliveredNow.tsx'
import {Reasons} from './Reasons.tsx'
import {Recall} from './Recall.tsx'
import {SignForm} from './SignForm.tsx'
import {Signatures} from './Signatures.tsx'
import {StateCard} from './StateCard.tsx'
import {Together} from './Together.tsx'
import {SuggestedWords} from './SuggestedWords.tsx'
import {Unreadable} from './Unreadable.tsx'
import {useLastVerdict} from './useLastVerdict.ts'
import {useBasis} from './useOpenAlignment.ts'
import {useSigner} from './useSigner.ts'
import {WhereUsed} from './WhereUsed.tsx'

interface AlignmentPanelProps extends DocumentInspectorProps {
  model: GateModel
}

/** State, reasons, signatures and what rests on the document, from the question asked most to the one asked least. */
export function AlignmentPanel({
  model,
  documentId,
  documentType,
  onClose,
}: AlignmentPanelProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        closeButtonLabel={t('inspector.close')}
        onClose={onClose}
        title={t('inspector.title')}
      />
      <PanelBody
        key={publishedIdOf(documentId)}
        model={model}
        id={publishedIdOf(documentId)}
        type={documentType}
      />
    </Flex>
  )
}

interface PanelBodyProps {
  model: GateModel
  id: string
  type: string
}

function PanelBody({model, id, type}: PanelBodyProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const candidate = useCandidate(id, type)
  const [basis, setBasis] = useBasis()
  // Asked once for all: tried again, it comes back everywhere.
  const who = useSigner(model)
  const state = useLastVerdict(id, useVerdict(model, id, candidate, basis))
  if (!candidate)
    return (
      <Scrolled>
        <Text muted size={1}>
          {t('inspector.empty')}
        </Text>
      </Scrolled>
    )
  switch (state.status) {
    case 'loading':
      return (
        <Scrolled>
          <Flex align="center" gap={3}>
            <Spinner muted />
            <Text muted size={1}>
              {t('inspector.loading')}
            </Text>
          </Flex>
        </Scrolled>
      )
    case 'error':
      return (
        <Scrolled>
          <Unreadable
            retry={state.retry}
            text={t('inspector.error.text', {message: messageOf(state.error)})}
            title={t('inspector.error.title')}
          />
        </Scrolled>
      )
    case 'ready':
      return (
        <>
          <Scrolled>
            <Stack gap={5}>
              <Stack gap={3}>
                <StateCard verdict={state.verdict} />
                <DeliveredNow id={id} world={state.world} hasDraft={candidate._id !== id} />
              </Stack>
              <Together
                checkpoint={state.checkpoint}
                id={id}
                isPublished={candidate._id === id || state.world.seals.get(id) !== undefined}
                model={model}
                onBasis={setBasis}
                verdict={state.verdict}
                world={state.world}
              />
              <Reasons model={model} state={state} id={id} type={type} />
              <SuggestedWords
                candidate={state.candidate}
                id={id}
                reviews={state.world.reviews.get(id) ?? []}
              />
              <Signatures model={model} verdict={state.verdict} />
              <SignForm
                candidate={state.candidate}
                id={id}
                key={`${id} ${state.world.basis} ${state.verdict.fingerprint}`}
                model={model}
                verdict={state.verdict}
                who={who}
                world={state.world}
              />
              <WhereUsed model={model} id={id} world={state.world} />
            </Stack>
          </Scrolled>
          {state.world.seals.get(id)?.rev !== undefined && (
            <Recall
              id={id}
              key={id}
              model={model}
              signer={who.status === 'ready' ? who.signer : undefined}
              verdict={state.verdict}
            />
          )}
        </>
      )
    default:
      return state satisfies never
  }
}

/** What is read; what comes in late moves nothing that stands below it. */
function Scrolled({children}: {children: ReactNode}): ReactElement {
  return (
    <Box data-testid="alignment-panel" flex={1} overflow="auto" padding={4}>
      {children}
    </Box>
  )
}
