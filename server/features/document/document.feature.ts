import { ActivityDocumentsResolver } from './activity-documents.resolver.js';
import { ConsentDocumentResolver } from './consent-document.resolver.js';
import { CustomerDocumentsResolver } from './customer-documents.resolver.js';
import { Document } from './document.entity.js';
import { documentPolicy, documentVersionPolicy } from './document.policy.js';
import { DocumentResolver, DocumentVersionResolver } from './document.resolver.js';
import { DocumentShare } from './document-share.entity.js';
import { documentSharePolicy } from './document-share.policy.js';
import { DocumentShareResolver, DocumentSharesResolver } from './document-share.resolver.js';
import { DocumentVersion } from './document-version.entity.js';
import { MissionDocumentsResolver, ProjectDocumentsResolver } from './work-documents.resolver.js';

/** Its place is in the one list of features. */
export const documentFeature = {
  name: 'document',
  entities: [Document, DocumentVersion, DocumentShare],
  policies: [documentPolicy, documentVersionPolicy, documentSharePolicy],
  resolvers: [
    DocumentResolver,
    DocumentVersionResolver,
    DocumentShareResolver,
    DocumentSharesResolver,
    CustomerDocumentsResolver,
    ProjectDocumentsResolver,
    MissionDocumentsResolver,
    ConsentDocumentResolver,
    ActivityDocumentsResolver,
  ],
};
