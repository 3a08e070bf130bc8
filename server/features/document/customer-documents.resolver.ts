import { Args, FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { DocumentConnection, DocumentPage, DocumentStats } from './document.page.js';
import { documentStatsByCustomer, documentsByCustomer } from './document.relations.js';

@Resolver(() => Customer)
export class CustomerDocumentsResolver {
  @FieldResolver(() => DocumentConnection, { nullable: true, description: 'Their documents that you see.' })
  @Requires('document.read')
  @Through(documentsByCustomer)
  documents(@Args() _page: DocumentPage): void {}

  @FieldResolver(() => DocumentStats, {
    nullable: true,
    description: 'How many documents of theirs you see, and how large they are.',
  })
  @Requires('document.read')
  @Through(documentStatsByCustomer)
  documentStats(): void {}
}
