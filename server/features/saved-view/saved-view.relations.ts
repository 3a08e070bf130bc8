import { allOf } from '../../core/relation.js';
import { SavedView } from './saved-view.entity.js';

export const savedViews = allOf(SavedView, { order: { list: 'asc', shared: 'desc', position: 'asc', name: 'asc' } });
