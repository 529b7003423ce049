import {Button, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {AddIcon} from '@sanity/icons/Add'
import type {ReactElement} from 'react'
import {IntentLink} from 'sanity/router'
import type {UserComponent} from 'sanity/structure'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'

/** What is the case in a pane without documents, and a way on. */
export const Words: UserComponent = ({options = {}}): ReactElement => {
  const {text, isReading, create} = options
  return (
    <Stack data-testid="pane-words" gap={4} padding={4}>
      <Flex align="center" gap={3}>
        {isReading === true && <Spinner muted />}
        <Text muted size={1}>
          {typeof text === 'string' ? text : ''}
        </Text>
      </Flex>
      {isRecord(create) && typeof create.type === 'string' && (
        <CreateFirst fields={create.fields} type={create.type} />
      )}
    </Stack>
  )
}

function CreateFirst({type, fields}: {type: string; fields: unknown}): ReactElement {
  return (
    <Flex>
      <Button
        as={IntentLink}
        data-as="a"
        icon={AddIcon}
        mode="ghost"
        text="Create the first"
        {...{intent: 'create', params: [{type, template: type}, {fields}]}}
      />
    </Flex>
  )
}
