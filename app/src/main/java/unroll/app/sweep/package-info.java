/** What the window and the terminal show of many runs: {@link SweepPictures}. */
@NullMarked
package unroll.app.sweep;

import org.jspecify.annotations.NullMarked;
