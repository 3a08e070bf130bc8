import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, money } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import css from './invoice.module.css';

const AdminInvoiceRail_invoice = graphql(`
  fragment AdminInvoiceRail_invoice on Invoice {
    id status currency totalCents paidCents dueCents overdue dueOn paidOn issuedAt createdAt
    project { id name }
    allocations { id amountCents payment { id method paidOn reference recordedBy { id name } } }
  }
`);

/** What is left, and what came in; for a draft, what it will come to. */
export function InvoiceRail(props: { invoice: FragmentType<typeof AdminInvoiceRail_invoice> }) {
  const { t } = useTranslation();
  const invoice = readFragment(AdminInvoiceRail_invoice, props.invoice);
  const { status, currency, project, allocations, paidOn } = invoice;
  const draft = status === 'DRAFT';
  const settled = status === 'PAID';
  const label = draft ? 'invoices.total' : settled ? 'invoices.received' : 'invoices.left';
  return (
    <>
      <div className={css.balance}>
        <p className={css.label}>{t(label)}</p>
        <p className={css.amount}>
          {money(draft ? invoice.totalCents : settled ? invoice.paidCents : invoice.dueCents, currency)}
        </p>
        <p className={css.when} data-late={invoice.overdue || undefined}>
          {draft
            ? t('invoices.draftNote')
            : settled && paidOn
              ? t('invoices.paidOn', { date: date(paidOn) })
              : t(invoice.overdue ? 'invoices.wasDue' : 'invoices.isDue', { date: date(invoice.dueOn) })}
        </p>
      </div>
      {project && (
        <Section plain title={t('invoices.project')}>
          <Link to={`/projects/${project.id}`}>{project.name}</Link>
        </Section>
      )}
      {!draft && (
        <Section plain title={t('invoices.payments')} count={allocations.length || undefined}>
          {allocations.length ? (
            <ul className={css.payments}>
              {allocations.map(({ id, amountCents, payment }) => (
                <li key={id}>
                  <span>
                    {t(`payments.methods.${payment.method}`)}
                    <small>
                      {[date(payment.paidOn), payment.reference, payment.recordedBy?.name].filter(Boolean).join(', ')}
                    </small>
                  </span>
                  <b className="num">{money(amountCents, currency)}</b>
                </li>
              ))}
            </ul>
          ) : (
            <p className={css.nothing}>{t('invoices.noPayment')}</p>
          )}
        </Section>
      )}
      <Section plain title={t('invoices.life')}>
        <Facts
          items={[
            [t('invoices.begun'), date(invoice.createdAt)],
            ...(invoice.issuedAt ? [[t('invoices.issuedOn'), date(invoice.issuedAt)] as [string, string]] : []),
          ]}
        />
      </Section>
    </>
  );
}
