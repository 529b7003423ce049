import {LaunchIcon} from '@sanity/icons/Launch'
import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {MouseEvent, ReactElement} from 'react'
import {useWorkspace} from 'sanity'
import {useRouter} from 'sanity/router'
import type {UserComponent} from 'sanity/structure'

/** Leads to the tool in which incidents are dealt with. */
export const IncidentsDoor: UserComponent = (): ReactElement => {
  const {basePath} = useWorkspace()
  const {navigateUrl} = useRouter()
  const path = `${basePath.replace(/\/$/u, '')}/incidents`
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    navigateUrl({path})
  }
  return (
    <Stack gap={4} padding={4}>
      <Text muted size={1}>
        What was published past the gate is withheld, and named in Incidents with the person who
        wrote it. It is over when the document is signed and published again, or taken back.
      </Text>
      <Flex>
        <Button
          as="a"
          href={path}
          icon={LaunchIcon}
          mode="ghost"
          onClick={open}
          text="Open Incidents"
        />
      </Flex>
    </Stack>
  )
}
