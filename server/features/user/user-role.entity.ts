import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** A person has a role. */
@Entity()
export class UserRole extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'uuid' }) roleId: string;
}
