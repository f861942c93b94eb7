/**
 * What is the same when the program is started again: {@link Preferences}, and {@link KeptFile} for everything small that is kept.
 * {@link FormerPlace} is where earlier versions kept it; {@link SweepPlaces} knows where sweeps are.
 */
@NullMarked
package unroll.app.kept;

import org.jspecify.annotations.NullMarked;
