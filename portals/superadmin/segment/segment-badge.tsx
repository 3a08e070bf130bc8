import type { SegmentColour } from '../../shared/graphql/generated/graphql';
import type { Tone } from '../../shared/ui/status';

/** The colours are those of the kit. */
export const toneOf = (colour: SegmentColour): Tone => colour.toLowerCase() as Tone;
