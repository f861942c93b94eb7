/**
 * How tasks look: a {@link Portrayal} makes a {@link Depiction} of what a network answers, which {@link SequenceView} shows. Sees
 * tasks and answers, and no run.
 */
@NullMarked
package unroll.app.sequence;

import org.jspecify.annotations.NullMarked;
