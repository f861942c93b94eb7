/** A sequence as a person sees it, whatever its task: {@link SequenceView} draws a {@link Depiction}. */
@NullMarked
package unroll.app.sequence;

import org.jspecify.annotations.NullMarked;
