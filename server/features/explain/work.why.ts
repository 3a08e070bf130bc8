import { sql } from '../../core/sql.js';
import { Document } from '../document/document.entity.js';
import { DocumentShare } from '../document/document-share.entity.js';
import { DocumentVersion } from '../document/document-version.entity.js';
import { isMember, isMemberFor } from '../membership/membership.scope.js';
import { Mission } from '../mission/mission.entity.js';
import { isAssignedTo, worksForCustomer, worksOnProject } from '../mission/mission.scope.js';
import { MissionApplication } from '../mission/mission-application.entity.js';
import { MissionStep } from '../mission/mission-step.entity.js';
import { Milestone } from '../project/milestone.entity.js';
import { Project } from '../project/project.entity.js';
import { ProjectComment } from '../project/project-comment.entity.js';
import { Reach } from '../user/role.entity.js';
import { Vehicle } from '../vehicle/vehicle.entity.js';
import { WorkOrder } from '../vehicle/work-order.entity.js';
import { customerVisible } from './customer.why.js';
import { every, explain, follows, row, some, staffSeesAll } from './why.rules.js';

const { STAFF, CLIENT, PRESTATAIRE, REVENDEUR } = Reach;

const notDraft = row('Ce n’est plus un brouillon', 'It is not a draft any more', (_, it) => sql`${it}.status <> 'DRAFT'`);
export const memberFor = (part: 'finance' | 'documents' | 'projects', fr: string, en: string) =>
  row(
    `Il est membre de ce client, avec le droit ${fr}`,
    `They are a member of this customer, with the right to its ${en}`,
    (viewer, it) => isMemberFor(viewer, sql`${it}.customer_id`, part),
  );
const forProjects = memberFor('projects', 'Projets', 'projects');
const clientsWork = every(
  'Un client voit le travail commencé pour lui',
  'A client sees the work begun for them',
  notDraft,
  forProjects,
);

explain(Project, {
  [STAFF]: staffSeesAll,
  [CLIENT]: clientsWork,
  [REVENDEUR]: every(
    'Un revendeur voit les projets commencés de ses clients',
    'A reseller sees the projects begun for their customers',
    notDraft,
    customerVisible,
  ),
  [PRESTATAIRE]: row(
    'Un prestataire voit le projet d’une mission qui lui est confiée, non annulée',
    'A prestataire sees the project of a mission given to them that is not cancelled',
    (viewer, it) => worksOnProject(viewer, sql`${it}.id`),
  ),
});

const projectVisible = follows('Le projet est visible', 'The project is visible', Project, 'projectId');
explain(Milestone, {
  [STAFF]: projectVisible,
  [CLIENT]: projectVisible,
  [PRESTATAIRE]: projectVisible,
  [REVENDEUR]: projectVisible,
});

const said = every(
  'Hors de l’équipe on voit les commentaires pour tout le monde',
  'Outside the team one sees the comments for everyone',
  row('Le commentaire est pour tout le monde', 'The comment is for everyone', (_, it) => sql`${it}.audience = 'EVERYONE'`),
  projectVisible,
);
explain(ProjectComment, { [STAFF]: projectVisible, [REVENDEUR]: projectVisible, [CLIENT]: said, [PRESTATAIRE]: said });

explain(Mission, {
  [STAFF]: staffSeesAll,
  [CLIENT]: clientsWork,
  [PRESTATAIRE]: some(
    'Un prestataire voit ses missions et celles qui sont ouvertes',
    'A prestataire sees their missions and those that are open',
    row('Elle lui est confiée', 'It is given to them', ({ id }, it) => sql`${it}.prestataire_id = ${id}`),
    row('Elle est ouverte aux candidatures', 'It is open to applications', (_, it) => sql`${it}.status = 'OPEN'`),
  ),
});
explain(MissionApplication, {
  [STAFF]: staffSeesAll,
  [PRESTATAIRE]: row(
    'Un prestataire voit ses candidatures',
    'A prestataire sees their own applications',
    ({ id }, it) => sql`${it}.prestataire_id = ${id}`,
  ),
});
explain(MissionStep, {
  [STAFF]: staffSeesAll,
  [PRESTATAIRE]: row(
    'La mission lui est confiée, et n’est pas annulée',
    'The mission is given to them, and not cancelled',
    (viewer, it) => isAssignedTo(viewer, sql`${it}.mission_id`),
  ),
});

const mine = row('Il l’a déposé lui-même', 'They uploaded it themselves', ({ id }, it) => sql`${it}.uploaded_by_id = ${id}`);
const sharedWith = (whom: 'CLIENT' | 'PRESTATAIRE', fr: string, en: string) =>
  row(`Il est partagé avec ${fr}`, `It is shared with ${en}`, (_, it) => sql`${it}.visibility in (${whom}, 'EVERYONE')`);
const withClient = sharedWith('CLIENT', 'le client', 'the client');

explain(Document, {
  [STAFF]: staffSeesAll,
  [CLIENT]: some(
    'Un client voit ce qu’il a déposé et ce qui est partagé avec lui',
    'A client sees what they uploaded and what is shared with them',
    every(
      'Déposé par lui',
      'Uploaded by them',
      mine,
      row('Il est toujours membre de ce client', 'They are still a member of this customer', (viewer, it) =>
        isMember(viewer, sql`${it}.customer_id`),
      ),
    ),
    every('Partagé', 'Shared', withClient, memberFor('documents', 'Documents', 'documents')),
  ),
  [REVENDEUR]: every(
    'Un revendeur voit ce qu’il a déposé et ce que voit le client, chez ses clients',
    'A reseller sees what they uploaded and what the client sees, at their customers',
    some('Déposé par lui, ou partagé', 'Uploaded by them, or shared', mine, withClient),
    customerVisible,
  ),
  [PRESTATAIRE]: some(
    'Un prestataire voit ce qu’il a déposé et ce qui est partagé avec lui',
    'A prestataire sees what they uploaded and what is shared with them',
    every(
      'Déposé par lui',
      'Uploaded by them',
      mine,
      row('Il travaille toujours pour ce client', 'They still work for this customer', (viewer, it) =>
        worksForCustomer(viewer, sql`${it}.customer_id`),
      ),
    ),
    every(
      'Partagé',
      'Shared',
      sharedWith('PRESTATAIRE', 'le prestataire', 'the prestataire'),
      some(
        'C’est sa mission, ou son projet',
        'It is their mission, or their project',
        row('Sa mission', 'Their mission', (viewer, it) => isAssignedTo(viewer, sql`${it}.mission_id`)),
        row(
          'Son projet, hors mission',
          'Their project, of no mission',
          (viewer, it) => sql`${it}.mission_id is null and ${worksOnProject(viewer, sql`${it}.project_id`)}`,
        ),
      ),
    ),
  ),
});
const documentVisible = follows('Le document est visible', 'The document is visible', Document, 'documentId');
explain(DocumentVersion, {
  [STAFF]: documentVisible,
  [CLIENT]: documentVisible,
  [PRESTATAIRE]: documentVisible,
  [REVENDEUR]: documentVisible,
});
const madeAndSeen = every(
  'Il a fait ce lien, et voit toujours le document',
  'They made this link, and still see the document',
  row('Il a fait ce lien', 'They made this link', ({ id }, it) => sql`${it}.created_by_id = ${id}`),
  documentVisible,
);
explain(DocumentShare, { [STAFF]: staffSeesAll, [CLIENT]: madeAndSeen, [REVENDEUR]: madeAndSeen });

explain(Vehicle, {
  [STAFF]: staffSeesAll,
  [REVENDEUR]: customerVisible,
  [CLIENT]: row(
    'Un client voit les véhicules des fiches dont il est membre',
    'A client sees the vehicles of customers they are a member of',
    (viewer, it) => isMember(viewer, sql`${it}.customer_id`),
  ),
});
explain(WorkOrder, { [STAFF]: staffSeesAll, [REVENDEUR]: customerVisible, [CLIENT]: forProjects });
