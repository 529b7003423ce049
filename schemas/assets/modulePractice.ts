import {defineArrayMember, defineField} from '@sanity/types'
import {objectionResponsesField} from '../objects/objectionResponsesField.ts'
import {restsOnStandingEvidence} from '../objects/evidenceRules.ts'
import {TOOL_TYPES} from '../objects/supportGraph.ts'
import {isFinalTool} from './practiceRules.ts'

const asset = defineField({
  name: 'asset',
  title: 'Tool',
  type: 'reference',
  to: TOOL_TYPES.map((type) => ({type})),
  description: 'The very thing that reps will carry: never a stand-in, never an earlier version.',
  validation: (rule) => [
    rule.required().error('Choose the final tool with which they practise.'),
    rule.custom(isFinalTool),
    rule.custom(restsOnStandingEvidence),
  ],
})

/** Practice with the final tools in hand: the module goes out with them, or after them. */
export const practice = defineField({
  name: 'practice',
  title: 'Practice',
  type: 'array',
  group: 'practice',
  description: 'Role-plays with the tools that reps will carry.',
  of: [
    defineArrayMember({
      name: 'practiceStep',
      title: 'Role-play',
      type: 'object',
      fields: [
        asset,
        defineField({
          name: 'scenario',
          title: 'Scenario',
          type: 'text',
          rows: 4,
          description: 'Who is in the room, what they want, and how it begins.',
          validation: (rule) => rule.required().error('Describe the scenario of the role-play.'),
        }),
        objectionResponsesField({
          description:
            'The objections that the customer raises, as they are answered in the field.',
        }),
        defineField({
          name: 'scoredWith',
          title: 'Scored with',
          type: 'reference',
          to: [{type: 'coachingRubric'}],
          description: 'The rubric that coaches use in the field as well.',
          validation: (rule) => rule.custom(restsOnStandingEvidence),
        }),
      ],
      preview: {
        select: {scenario: 'scenario', headline: 'asset.headline', title: 'asset.title'},
        prepare: ({scenario, headline, title}) => ({
          title: headline || title || 'Tool to be chosen',
          subtitle: scenario,
        }),
      },
    }),
  ],
  validation: (rule) =>
    rule.required().min(1).error('Add practice with at least one tool that reps will carry.'),
})
