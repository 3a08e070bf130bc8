import {
  IconBell,
  IconBriefcase,
  IconCalendarTime,
  IconCash,
  IconFileDownload,
  IconFileInvoice,
  IconFolder,
  IconLayoutKanban,
  IconMessage,
  IconPackageExport,
  IconTableImport,
  IconUserPlus,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { NotificationKind } from '../graphql/generated/graphql';

const icons: Partial<Record<NotificationKind, typeof IconBell>> = {
  MISSION_ASSIGNED: IconBriefcase,
  MISSION_STATUS_CHANGED: IconBriefcase,
  MISSION_RESCHEDULED: IconCalendarTime,
  MISSION_APPLICATION: IconBriefcase,
  PROJECT_STATUS_CHANGED: IconFolder,
  COMMENT_ADDED: IconMessage,
  DOCUMENT_ADDED: IconFileDownload,
  INVOICE_ISSUED: IconFileInvoice,
  PAYMENT_RECEIVED: IconCash,
  OPPORTUNITY_STAGE_CHANGED: IconLayoutKanban,
  OPPORTUNITY_NOTE_ADDED: IconMessage,
  CUSTOMER_ASSIGNED: IconUserPlus,
  CUSTOMER_CREATED: IconUserPlus,
  IMPORT_FINISHED: IconTableImport,
  EXPORT_READY: IconPackageExport,
  EXPORT_FAILED: IconPackageExport,
  DATA_REQUEST_RECEIVED: IconUserShield,
  DATA_REQUEST_DUE: IconUserShield,
  DATA_REQUEST_ANSWERED: IconUserShield,
  DATA_ARCHIVE_READY: IconUserShield,
  SEGMENT_MOVED: IconUsersGroup,
};

export const kindIcon = (kind: NotificationKind) => icons[kind] ?? IconBell;
