/** What a network makes of a test sequence, as its task looks: {@link unroll.app.view.sequence.SequenceLook}. */
@NullMarked
package unroll.app.view.sequence;

import org.jspecify.annotations.NullMarked;
