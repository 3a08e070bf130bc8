import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../shared/frame/use-url-state';
import { InvoiceForm } from './invoice-form';
import { blankLine } from './use-invoice-draft';

/** `?customer=` and `?project=` say for whom and for what. */
export function InvoiceNew() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  return (
    <InvoiceForm
      first={{
        customerId: get('customer'),
        projectId: get('project'),
        title: '',
        category: 'SERVICES',
        suppliedOn: '',
        paymentDays: 30,
        vatMention: '',
        notes: '',
        lines: [blankLine(t('lines.piece'))],
      }}
    />
  );
}
