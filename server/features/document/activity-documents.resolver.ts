import { FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Activity } from '../activity/activity.entity.js';
import './activity-documents.service.js';
import { Document } from './document.entity.js';
import { documentsByActivity } from './document.relations.js';

@Resolver(() => Activity)
export class ActivityDocumentsResolver {
  @FieldResolver(() => [Document], { nullable: true, description: 'The documents that belong to it, of those you see.' })
  @Requires('document.read')
  @Through(documentsByActivity)
  attachments(): void {}
}
