import {
  type Icon,
  IconAdjustments,
  IconArrowMerge,
  IconArrowsSplit,
  IconBriefcase,
  IconCash,
  IconChecks,
  IconCircleCheck,
  IconCopy,
  IconFilePlus,
  IconFileX,
  IconFlag,
  IconLink,
  IconMail,
  IconMailX,
  IconMessage,
  IconNote,
  IconPackage,
  IconPackageExport,
  IconPhone,
  IconReceipt,
  IconSend,
  IconShieldCheck,
  IconTargetArrow,
  IconTool,
  IconTrophy,
  IconTruck,
  IconUnlink,
  IconUserEdit,
  IconUserPlus,
  IconUsersGroup,
  IconUsersMinus,
  IconX,
} from '@tabler/icons-react';
import type { ActivityKind, ActivityGroup as Group } from '../graphql/generated/graphql';

export type ActivityGroup = Group;

/** What a person writes by hand. */
export const handwritten = ['NOTE', 'CALL', 'EMAIL', 'MEETING'] as const satisfies readonly ActivityKind[];
export type Handwritten = (typeof handwritten)[number];

export const groups = ['EXCHANGE', 'WORK', 'MONEY', 'SALES', 'DOCUMENT', 'RECORD'] as const satisfies readonly Group[];

type Look = { group: Group; icon: Icon; tone?: string };

const looks: Record<ActivityKind, Look> = {
  CALL: { group: 'EXCHANGE', icon: IconPhone },
  EMAIL: { group: 'EXCHANGE', icon: IconMail },
  MEETING: { group: 'EXCHANGE', icon: IconUsersGroup },
  NOTE: { group: 'EXCHANGE', icon: IconNote },
  EMAIL_SENT: { group: 'EXCHANGE', icon: IconSend, tone: 'blue' },
  EMAIL_UNSENT: { group: 'EXCHANGE', icon: IconMailX, tone: 'red' },
  CUSTOMER_CREATED: { group: 'RECORD', icon: IconUserPlus },
  CUSTOMER_UPDATED: { group: 'RECORD', icon: IconUserEdit },
  CUSTOMER_STATUS_CHANGED: { group: 'RECORD', icon: IconAdjustments },
  CUSTOMER_DUPLICATED: { group: 'RECORD', icon: IconCopy },
  CUSTOMER_MERGED: { group: 'RECORD', icon: IconArrowMerge },
  CUSTOMER_SPLIT: { group: 'RECORD', icon: IconArrowsSplit },
  CONSENT_CHANGED: { group: 'RECORD', icon: IconShieldCheck },
  DOCUMENT_ADDED: { group: 'DOCUMENT', icon: IconFilePlus },
  DOCUMENT_DELETED: { group: 'DOCUMENT', icon: IconFileX },
  CUSTOMER_EXPORTED: { group: 'DOCUMENT', icon: IconPackageExport },
  SEGMENT_ENTERED: { group: 'RECORD', icon: IconUsersGroup },
  SEGMENT_LEFT: { group: 'RECORD', icon: IconUsersMinus },
  PROJECT_CREATED: { group: 'WORK', icon: IconBriefcase, tone: 'teal' },
  PROJECT_STATUS_CHANGED: { group: 'WORK', icon: IconBriefcase, tone: 'teal' },
  MILESTONE_DONE: { group: 'WORK', icon: IconFlag, tone: 'teal' },
  COMMENT_ADDED: { group: 'WORK', icon: IconMessage },
  MISSION_ASSIGNED: { group: 'WORK', icon: IconTool, tone: 'teal' },
  MISSION_STATUS_CHANGED: { group: 'WORK', icon: IconChecks, tone: 'teal' },
  VEHICLE_ADDED: { group: 'RECORD', icon: IconTruck },
  WORK_ORDER_CREATED: { group: 'WORK', icon: IconTool, tone: 'teal' },
  WORK_ORDER_STATUS_CHANGED: { group: 'WORK', icon: IconChecks, tone: 'teal' },
  ORDER_IMPORTED: { group: 'MONEY', icon: IconPackage },
  ORDERS_LINKED: { group: 'MONEY', icon: IconLink },
  ORDERS_UNLINKED: { group: 'MONEY', icon: IconUnlink },
  ORDER_LINKED: { group: 'MONEY', icon: IconLink },
  ORDER_UNLINKED: { group: 'MONEY', icon: IconUnlink },
  ORDERS_CLAIMED: { group: 'MONEY', icon: IconPackage },
  INVOICE_ISSUED: { group: 'MONEY', icon: IconReceipt },
  PAYMENT_RECEIVED: { group: 'MONEY', icon: IconCash, tone: 'green' },
  OPPORTUNITY_CREATED: { group: 'SALES', icon: IconTargetArrow },
  OPPORTUNITY_STAGE_CHANGED: { group: 'SALES', icon: IconCircleCheck },
  OPPORTUNITY_WON: { group: 'SALES', icon: IconTrophy, tone: 'green' },
  OPPORTUNITY_LOST: { group: 'SALES', icon: IconX },
};

export const lookOf = (kind: ActivityKind): Look => looks[kind];
export const groupOf = (kind: ActivityKind): Group => looks[kind].group;
