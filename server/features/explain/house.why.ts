import { AuditEntry } from '../../core/audit.entity.js';
import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { DataArchive } from '../data-archive/data-archive.entity.js';
import { DataBreach } from '../data-breach/data-breach.entity.js';
import { DataBreachEntry } from '../data-breach/data-breach-entry.entity.js';
import { DataSubjectRequest } from '../data-subject-request/data-subject-request.entity.js';
import { EmailTemplate } from '../email/email-template.entity.js';
import { ArchivedInvoice } from '../erasure/archived-invoice.entity.js';
import { ExportRun } from '../export/export-run.entity.js';
import { Invitation } from '../invitation/invitation.entity.js';
import { InvitationCustomer } from '../invitation/invitation-customer.entity.js';
import { LegalHold } from '../legal-hold/legal-hold.entity.js';
import { Mail } from '../mail/mail.entity.js';
import { MailAttachment } from '../mail/mail-attachment.entity.js';
import { Membership } from '../membership/membership.entity.js';
import { isColleague } from '../membership/membership.scope.js';
import { Notification } from '../notification/notification.entity.js';
import { ProcessingActivity } from '../register/processing-activity.entity.js';
import { Processor } from '../register/processor.entity.js';
import { RetentionRule } from '../retention/retention-rule.entity.js';
import { RetentionRun } from '../retention/retention-run.entity.js';
import { SavedView } from '../saved-view/saved-view.entity.js';
import { Device } from '../second-factor/device.entity.js';
import { Passkey } from '../second-factor/passkey.entity.js';
import { Session } from '../session/session.entity.js';
import { Reach, Role } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import { dealsWithMember, dealsWithPrestataire, dealsWithReseller } from '../user/user.scope.js';
import { every, explain, follows, permitted, type Reason, row, some, staffSeesAll, who } from './why.rules.js';

const { STAFF, CLIENT, PRESTATAIRE, REVENDEUR } = Reach;

const oneself = row('C’est son propre compte', 'It is their own account', ({ id }, it) => sql`${it}.id = ${id}`);
const deals = (how: (viewer: Viewer, user: Sql) => Sql) =>
  row('Cette personne a pris part à ce qu’il voit', 'That person has a hand in something they see', (viewer, it) =>
    how(viewer, sql`${it}.id`),
  );
const people = 'On voit son compte et ceux à qui l’on a affaire';
const peopleEn = 'One sees one’s own account and those one has to do with';

explain(User, {
  [STAFF]: staffSeesAll,
  [CLIENT]: some(
    people,
    peopleEn,
    oneself,
    row('Ils sont membres d’un même client', 'They are members of one customer', (viewer, it) =>
      isColleague(viewer, sql`${it}.id`),
    ),
    deals(dealsWithMember),
  ),
  [PRESTATAIRE]: some(people, peopleEn, oneself, deals(dealsWithPrestataire)),
  [REVENDEUR]: some(people, peopleEn, oneself, deals(dealsWithReseller)),
});
explain(Role, { [STAFF]: staffSeesAll });
explain(Membership, { [STAFF]: staffSeesAll });

const own = row(
  'Chacun voit les notifications qui lui sont adressées',
  'Everybody sees the notifications addressed to them',
  ({ id }, it) => sql`${it}.user_id = ${id}`,
);
explain(Notification, { [STAFF]: own, [CLIENT]: own, [PRESTATAIRE]: own, [REVENDEUR]: own });

const ownAccount = row(
  'Chacun voit ce qui est de son propre compte',
  'Everybody sees what is of their own account',
  ({ id }, it) => sql`${it}.user_id = ${id}`,
);
const everybodys = (reason: Reason) => ({ [STAFF]: reason, [CLIENT]: reason, [PRESTATAIRE]: reason, [REVENDEUR]: reason });
explain(Passkey, everybodys(ownAccount));
explain(
  Device,
  everybodys(
    every(
      'Chacun voit ses navigateurs reconnus',
      'Everybody sees their remembered browsers',
      ownAccount,
      row('Il est encore reconnu', 'It is still remembered', (_, it) => sql`${it}.remembered_until > now()`),
    ),
  ),
);
explain(
  Session,
  everybodys(
    every(
      'Chacun voit ses sessions, tant qu’elles durent',
      'Everybody sees their sessions, while they last',
      ownAccount,
      row('Elle dure encore', 'It still lasts', (_, it) => sql`${it}.ended_at is null and ${it}.expires_at > now()`),
    ),
  ),
);

explain(AuditEntry, {
  [STAFF]: some(
    'L’équipe voit ce qui a changé chez les clients ; le reste demande un droit',
    'The team sees what changed on customers; the rest takes a permission',
    permitted('audit.read'),
    row(
      'C’est un changement, et il touche un client',
      'It is a change, and about a customer',
      (_, it) => sql`${it}.outcome = 'CHANGED' and ${it}.about_id is not null`,
    ),
  ),
});

const ownView = every(
  'Chacun voit ses vues, dans le portail où il les a gardées',
  'Everybody sees their views, in the portal they kept them in',
  row('C’est sa vue', 'It is their view', ({ id }, it) => sql`${it}.owner_id = ${id}`),
  row('Elle est de ce portail', 'It is of this portal', ({ reach }, it) => sql`${it}.reach = ${reach}`),
);
explain(SavedView, {
  ...everybodys(ownView),
  [STAFF]: some(
    'L’équipe voit les vues partagées, et chacun les siennes',
    'The team sees the shared views, and everybody their own',
    row('Elle est partagée avec l’équipe', 'It is shared with the team', (_, it) => sql`${it}.shared`),
    ownView,
  ),
});

explain(Invitation, {
  [STAFF]: every('Les invitations sont à qui peut inviter', 'Invitations are for whoever may invite', permitted('user.invite')),
});
const invited = follows('L’invitation est visible', 'The invitation is visible', Invitation, 'invitationId');
explain(InvitationCustomer, everybodys(invited));

explain(Mail, {
  [STAFF]: every(
    'La boîte d’envoi est à qui en a le droit',
    'The outbox is for whoever has the permission',
    permitted('mail.read'),
    some(
      'Un courriel qui ouvre un accès demande un droit de plus',
      'A mail with a way in needs one more permission',
      row('Il n’ouvre aucun accès', 'It opens no way in', (_, it) => sql`not ${it}.secret`),
      who('Son rôle a le droit mail.secret', 'Their role has the permission mail.secret', ({ permissions }) =>
        permissions.has('mail.secret'),
      ),
    ),
  ),
});
explain(MailAttachment, { [STAFF]: follows('L’e-mail est visible', 'The mail is visible', Mail, 'mailId') });
explain(EmailTemplate, {
  [STAFF]: every(
    'Les modèles d’e-mail sont à qui écrit aux clients',
    'E-mail templates are for whoever writes to customers',
    permitted('customer.email'),
  ),
});

const registered = every(
  'Les registres RGPD sont à qui en a le droit',
  'The RGPD registers are for whoever has the permission',
  permitted('register.read'),
);
explain(ProcessingActivity, { [STAFF]: registered });
explain(Processor, { [STAFF]: registered });
explain(DataBreach, { [STAFF]: registered });
explain(DataBreachEntry, { [STAFF]: follows('La violation est visible', 'The breach is visible', DataBreach, 'breachId') });
explain(LegalHold, { [STAFF]: staffSeesAll });
explain(ArchivedInvoice, {
  [STAFF]: every('L’archive est à qui en a le droit', 'The archive is for whoever has the permission', permitted('archive.read')),
});
const retention = {
  [STAFF]: every(
    'Les durées de conservation sont à qui en a le droit',
    'How long data is kept is for whoever has the permission',
    permitted('retention.read'),
  ),
};
explain(RetentionRule, retention);
explain(RetentionRun, retention);
explain(DataArchive, {
  [STAFF]: every(
    'Les copies de données sont à qui répond aux demandes',
    'Copies of data are for whoever answers requests',
    permitted('dataSubjectRequest.handle'),
  ),
  [CLIENT]: row(
    'Un client voit la copie qu’il a demandée, une fois remise',
    'A client sees the copy they asked for, once it is handed over',
    ({ id }, it) => sql`${it}.user_id = ${id} and ${it}.delivered_at is not null`,
  ),
});
explain(DataSubjectRequest, {
  [STAFF]: staffSeesAll,
  [CLIENT]: row(
    'Un client voit les demandes qu’il a faites sur ses données',
    'A client sees the requests they made about their data',
    ({ id }, it) => sql`${it}.user_id = ${id}`,
  ),
});

const ownExport = row(
  'Chacun voit les exports qu’il a demandés',
  'Everybody sees the exports they asked for',
  ({ id }, it) => sql`${it}.created_by_id = ${id}`,
);
explain(ExportRun, {
  ...everybodys(ownExport),
  [STAFF]: some(
    'On voit ses exports ; ceux des autres demandent un droit',
    'One sees one’s own exports; those of others take a permission',
    ownExport,
    permitted('export.manage'),
  ),
});
