import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {evidenceId} from './build.ts'

interface Endpoint {
  name: string
  type: 'primary' | 'secondary' | 'exploratory' | 'postHoc' | 'safety'
  timepoint?: string
  result: string
  ci?: string
  pValue?: string
}

interface Source {
  number: number
  title: string
  kind: string
  /** Where it is not simply current. */
  status?: 'corrected'
  citation: Record<string, string | number>
  study?: Record<string, string | number> & {endpoints?: never}
  endpoints?: readonly Endpoint[]
}

const FUNDING = 'Ostrand Surgical'

const SOURCES: readonly Source[] = [
  {
    number: 1,
    title: 'KEL-101',
    kind: 'publication',
    citation: {
      authors: 'Dunmore A, Petrakis L, Iversen S, et al.',
      title:
        'Underbody conductive against forced-air warming in elective abdominal surgery: a randomised non-inferiority trial',
      container: 'Journal of Perioperative Temperature Care',
      year: 2025,
      volume: '14(2)',
      pages: '101–112',
      doi: '10.5555/kel.1',
    },
    study: {
      design:
        'Randomised, parallel-group, non-inferiority (prespecified margin −0.20 °C), assessor-blinded',
      population: 'Adults, elective abdominal surgery of 1 to 4 hours',
      n: 412,
      comparator: 'Forced-air warming',
      followUp: 'To discharge from the PACU',
      analysisSet: 'Intention to treat, 206 in each arm',
      limitations:
        'Two sites; staff could not be blinded; not powered for superiority or for clinical outcomes.',
      funding: FUNDING,
    },
    endpoints: [
      {
        name: 'Core temperature at end of surgery',
        type: 'primary',
        timepoint: 'End of surgery',
        result: '36.4 °C vs 36.4 °C; difference 0.02 °C; margin −0.20 °C',
        ci: '95% CI −0.06 to 0.10',
      },
      {
        name: 'Core temperature ≥ 36.0 °C',
        type: 'secondary',
        timepoint: 'End of surgery',
        result: '91.3% (188/206) vs 89.3% (184/206); difference 1.9 points',
        ci: '95% CI −3.8 to 7.7',
      },
      {
        name: 'Device-related burns',
        type: 'safety',
        timepoint: 'To PACU discharge',
        result: '0 of 206 vs 0 of 206',
        ci: '95% CI 0–1.8%',
      },
      {
        name: 'Mild erythema',
        type: 'safety',
        timepoint: 'To PACU discharge',
        result: '1.5% (3/206) vs 1.0% (2/206)',
      },
    ],
  },
  {
    number: 2,
    title: 'KEL-102',
    kind: 'publication',
    citation: {
      authors: 'Iversen S, Okonjo B, Marchetti F.',
      title:
        'Twenty minutes of underbody prewarming and redistribution hypothermia: a randomised trial',
      container: 'Annals of Surgical Warming',
      year: 2025,
      volume: '9(4)',
      pages: '233–241',
      doi: '10.5555/kel.2',
    },
    study: {
      design: 'Randomised, parallel-group; 20 minutes of underbody prewarming or none',
      population: 'Adults, general anaesthesia of more than 60 minutes',
      n: 180,
      comparator: 'No prewarming; both arms warmed during surgery',
      followUp: '60 minutes after induction',
      analysisSet: 'Intention to treat, 90 in each arm',
      limitations: 'Single site; temperature only.',
      funding: FUNDING,
    },
    endpoints: [
      {
        name: 'Fall of core temperature after induction',
        type: 'primary',
        timepoint: '60 minutes after induction',
        result: '0.3 °C vs 0.6 °C; difference −0.3 °C',
        ci: '95% CI −0.4 to −0.2',
        pValue: 'p<0.001',
      },
    ],
  },
  {
    number: 3,
    title: 'KEL-REG',
    kind: 'registry',
    citation: {
      authors: 'Petrakis L, Dunmore A, for the KEL-REG investigators.',
      title: 'Underbody warming in routine practice: a single-arm registry',
      container: 'Journal of Perioperative Temperature Care',
      year: 2026,
      volume: '15(1)',
      pages: '17–26',
      doi: '10.5555/kel.3',
    },
    study: {
      design: 'Prospective, single-arm registry',
      population: 'Adults warmed with the system, any surgery',
      n: 1248,
      comparator: 'None',
      followUp: 'To PACU arrival; skin to discharge',
      analysisSet: 'All enrolled',
      limitations: 'No comparator; practice was not standardised; nothing can be said of cause.',
      funding: FUNDING,
    },
    endpoints: [
      {
        name: 'Core temperature ≥ 36.0 °C',
        type: 'primary',
        timepoint: 'PACU arrival',
        result: '93.0% (1,161/1,248)',
        ci: '95% CI 91.5–94.3',
      },
      {
        name: 'Device-related skin events',
        type: 'safety',
        timepoint: 'To discharge',
        result: '0.7% (9/1,248), all mild',
        ci: '95% CI 0.4–1.4',
      },
    ],
  },
  {
    number: 4,
    title: 'Bench report: sound',
    kind: 'benchTest',
    status: 'corrected',
    citation: {
      title: 'Sound pressure of the Kelvane controller and of a forced-air blower at 1 m',
      container: 'Data on file, Ostrand Surgical',
      year: 2025,
      documentNumber: 'OS-BT-0117',
      revision: 'B',
    },
    study: {
      design: 'Bench, five units of each, anechoic chamber',
      n: 10,
      comparator: 'Forced-air blower',
      analysisSet: 'All units; each measured three times',
      limitations: 'Bench; may not predict use in an operating room.',
      funding: FUNDING,
    },
    endpoints: [
      {
        name: 'Sound pressure level at 1 m',
        type: 'primary',
        timepoint: 'Steady state at the highest setting',
        result: '34 dBA vs 49 dBA; difference −15 dBA',
        ci: '95% CI −16 to −14',
      },
    ],
  },
  {
    number: 5,
    title: 'KEL-HF',
    kind: 'usabilityStudy',
    citation: {
      title:
        'Set-up of underbody and forced-air warming by perioperative nurses: a crossover usability study',
      container: 'Data on file, Ostrand Surgical',
      year: 2025,
      documentNumber: 'OS-HF-0042',
      revision: 'A',
    },
    study: {
      design: 'Randomised crossover, simulated operating room',
      population: 'Perioperative nurses',
      n: 32,
      comparator: 'Forced-air blower and blanket',
      followUp: 'One session',
      analysisSet: 'All 32; every nurse set up both, in random order',
      limitations: 'Simulated use after one training session.',
      funding: FUNDING,
    },
    endpoints: [
      {
        name: 'Mean set-up time',
        type: 'primary',
        timepoint: 'From the box to warming',
        result: '51 vs 94 seconds; difference −43 seconds',
        ci: '95% CI −52 to −34',
      },
    ],
  },
  {
    number: 6,
    title: 'Budget model',
    kind: 'economicModel',
    citation: {
      title: 'Annual budget model of underbody against forced-air warming',
      container: 'Data on file, Ostrand Surgical',
      year: 2026,
      documentNumber: 'OS-EM-0009',
      revision: 'C',
    },
    study: {
      design: 'Budget model, hospital perspective, one year, 4,000 cases',
      comparator: 'Forced-air warming',
      limitations:
        'List prices; no clinical outcomes; the comparator’s cover price varied by $2.40.',
      funding: FUNDING,
    },
    endpoints: [
      {name: 'Covers', type: 'primary', timepoint: 'One case', result: '$2.10 vs $11.40'},
      {
        name: 'Saving on covers',
        type: 'primary',
        timepoint: 'One year at 4,000 cases',
        result: '$37,200',
      },
      {name: 'Equipment', type: 'primary', timepoint: 'One year', result: '$18,000'},
      {
        name: 'Net',
        type: 'primary',
        timepoint: 'One year at 4,000 cases',
        result: '$19,200 (range $9,600–$28,800; comparator ± $2.40)',
      },
    ],
  },
  {
    number: 7,
    title: 'Waste weighing',
    kind: 'dataOnFile',
    citation: {
      title: 'Mass of disposables per case, underbody and forced-air warming',
      container: 'Data on file, Ostrand Surgical',
      year: 2025,
      documentNumber: 'OS-WW-0003',
      revision: 'A',
    },
    study: {
      design: 'Weighing of all disposables, 30 cases of each',
      n: 60,
      comparator: 'Forced-air blanket and packaging',
      analysisSet: 'All cases weighed, 30 of each',
      limitations: 'Mass only; no life-cycle assessment.',
      funding: FUNDING,
    },
    endpoints: [
      {
        name: 'Disposables a case',
        type: 'primary',
        timepoint: 'End of the case',
        result: '34 g vs 210 g; difference −176 g',
        ci: '95% CI −178 to −174',
      },
    ],
  },
  {
    number: 8,
    title: 'KEL-AUDIT',
    kind: 'chartAudit',
    citation: {
      authors: 'Marchetti F, Okonjo B.',
      title:
        'Inadvertent perioperative hypothermia on arrival in the PACU: a chart audit of 900 adults',
      container: 'Annals of Surgical Warming',
      year: 2024,
      volume: '8(3)',
      pages: '140–147',
      doi: '10.5555/kel.8',
    },
    study: {
      design: 'Retrospective chart audit, mixed warming methods',
      population: 'Adults after surgery of more than 30 minutes',
      n: 900,
      comparator: 'None',
      followUp: 'To PACU arrival',
      analysisSet: 'All charts with a temperature on arrival',
      limitations: 'Retrospective; three hospitals; methods of warming and of measuring differed.',
      funding: FUNDING,
    },
    endpoints: [
      {
        name: 'Core temperature below 36.0 °C',
        type: 'primary',
        timepoint: 'PACU arrival',
        result: '31% (279/900)',
        ci: '95% CI 28.1–34.1',
      },
    ],
  },
  {
    number: 9,
    title: 'IFU rev C',
    kind: 'ifu',
    citation: {
      title: 'Kelvane Underbody Warming System: instructions for use',
      container: 'Ostrand Surgical',
      year: 2025,
      documentNumber: 'OS-IFU-0001',
      revision: 'C',
    },
  },
]

export const evidence: readonly GateDocument[] = SOURCES.map(
  ({number, title, kind, status = 'current', citation, study, endpoints}) => ({
    _id: evidenceId(number),
    _type: 'evidence',
    title,
    kind,
    status,
    citation,
    ...(study
      ? {
          study: {
            ...study,
            endpoints: (endpoints ?? []).map((endpoint, index) => ({
              _key: `endpoint${index + 1}`,
              _type: 'endpoint',
              ...endpoint,
            })),
          },
        }
      : {}),
  }),
)
