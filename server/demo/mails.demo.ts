import { ConsentPurpose } from '../features/consent/consent.entity.js';
import { Invoice } from '../features/invoice/invoice.entity.js';
import { Mail, MailStatus } from '../features/mail/mail.entity.js';
import { written } from '../features/mail/mail.template.js';
import type { Scene } from './scene.js';
import { frenchDay } from './world/clock.js';

const euros = new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' });

/** The outbox: what was written to customers lately, kept here since nobody reads mail at these addresses. */
export function addMails(scene: Scene): void {
  const random = scene.random('mails');
  const today = scene.clock.day(scene.clock.now);
  const issued = scene.rows.of(Invoice).filter(({ number }) => number);
  const late = issued.filter(({ status, dueOn }) => status !== 'PAID' && dueOn! < today).slice(-8);
  for (const invoice of issued.slice(-12))
    mail(
      invoice,
      `Votre facture ${invoice.number}`,
      [
        `Votre facture ${invoice.number}, « ${invoice.title} », est disponible dans votre espace : ${euros.format(invoice.totalCents! / 100)}, à régler le ${frenchDay(invoice.dueOn!)}.`,
        'Merci de votre confiance.',
      ],
      invoice.issuedAt!,
    );
  for (const [i, invoice] of late.entries())
    mail(
      invoice,
      `Rappel : facture ${invoice.number}`,
      [
        `La facture ${invoice.number}, « ${invoice.title} », était à régler le ${frenchDay(invoice.dueOn!)}. Il reste ${euros.format((invoice.totalCents! - invoice.paidCents!) / 100)}.`,
        'Si votre règlement est parti entre-temps, ne tenez pas compte de ce message. Pour un échéancier, répondez-nous simplement.',
      ],
      scene.clock.past(i + 1, 8, 30),
    );

  function mail({ customerId }: Partial<Invoice>, subject: string, paragraphs: string[], createdAt: Date): void {
    const { name, contacts } = scene.customers.find(({ id }) => id === customerId)!;
    const [contact] = contacts;
    const to = contact?.email ?? `${name.split(' ')[0].toLowerCase()}@courriel.example`;
    const greeting = `Bonjour ${contact?.name ?? name},`;
    scene.rows.add(Mail, {
      id: random.id(createdAt),
      to,
      subject,
      ...written({ greeting, paragraphs }),
      status: MailStatus.KEPT,
      attempts: 1,
      customerId,
      purpose: ConsentPurpose.SERVICE,
      createdAt,
    });
  }
}
