import { FieldResolver, Resolver } from 'type-graphql';
import { Through } from '../../core/relation.js';
import { ConsentEvent } from '../consent/consent-event.entity.js';
import { Document } from './document.entity.js';
import { documentById } from './document.relations.js';

@Resolver(() => ConsentEvent)
export class ConsentDocumentResolver {
  @FieldResolver(() => Document, {
    nullable: true,
    description: 'What proves it. Null when there is no such document, or none you may see.',
  })
  @Through(documentById, 'documentId')
  document(): void {}
}
