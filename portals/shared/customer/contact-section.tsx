import { ActionIcon, Badge, Button } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { phoneText } from '../ui/format';
import { done } from '../ui/notify';
import { Section } from '../ui/section';
import { useLast } from '../ui/use-last';
import { Person } from '../ui/who';
import css from './contact.module.css';
import { PartActions } from './part-actions';

const ContactDialog = lazy(() => import('./contact-dialog'));

const ContactSection_customer = graphql(`
  fragment ContactSection_customer on Customer {
    id
    contacts { id name position email phone primary version }
    viewerCan { update }
  }
`);

const DeleteContact = graphql(`
  mutation DeleteContact($input: DeleteContactInput!) {
    deleteContact(input: $input) { deletedId userErrors { path code message } }
  }
`);

type ContactSectionProps = {
  customer: FragmentType<typeof ContactSection_customer>;
  /** Reads the customer again. */
  changed: () => void;
};

/** The people to talk to, the main one first; whoever may change the customer changes them here. */
export function ContactSection({ customer, changed }: ContactSectionProps) {
  const { t } = useTranslation('contact');
  const { id: customerId, contacts, viewerCan } = readFragment(ContactSection_customer, customer);
  const { submit } = useSubmit(DeleteContact, { fields: [] });
  const [edited, edit] = useState<string>();
  const current = contacts.find(({ id }) => id === edited);
  // One that somebody else deletes meanwhile stays in its dialog, which says so.
  const last = useLast(current);
  const known = edited === last?.id ? last : undefined;
  const remove = async (id: string, name: string) => {
    const question = { title: t('delete.title', { name }), text: t('delete.text'), action: t('delete.action'), danger: true };
    if (!(await confirm(question)) || !(await submit({ input: { id } }))) return;
    done(t('delete.done', { name }));
    changed();
  };
  return (
    <Section
      title={t('title')}
      count={contacts.length}
      action={
        viewerCan.update && (
          <Button size="xs" variant="subtle" color="gray" aria-label={t('new')} onClick={() => edit('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <p className={css.nothing}>{t('none')}</p>}
      <ul className={css.parts}>
        {contacts.map(({ id, name, position, email, phone, primary }) => (
          <li key={id}>
            <span aria-hidden>
              <Person name={name} size={32} only />
            </span>
            <div className={css.what}>
              <p className={css.name}>
                {name}
                {primary && <Badge variant="default">{t('main')}</Badge>}
              </p>
              {position && <p className={css.sub}>{position}</p>}
            </div>
            {email && (
              <ActionIcon component="a" href={`mailto:${email}`} aria-label={t('mailTo', { email })}>
                <IconMail size={16} stroke={1.7} />
              </ActionIcon>
            )}
            {phone && (
              <ActionIcon component="a" href={`tel:${phone}`} aria-label={t('callTo', { phone: phoneText(phone) })}>
                <IconPhone size={16} stroke={1.7} />
              </ActionIcon>
            )}
            {viewerCan.update && <PartActions name={name} edit={() => edit(id)} remove={() => void remove(id, name)} />}
          </li>
        ))}
      </ul>
      {edited && (edited === 'new' || known) && (
        <Suspense>
          <ContactDialog
            customerId={customerId}
            contact={known}
            gone={edited !== 'new' && !current}
            changed={changed}
            close={() => edit(undefined)}
          />
        </Suspense>
      )}
    </Section>
  );
}
