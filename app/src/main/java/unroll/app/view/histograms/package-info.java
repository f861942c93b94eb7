/** How the numbers of a matrix and of its gradient are distributed, now and over the updates: {@link unroll.app.view.histograms.LiveHistograms}. */
@NullMarked
package unroll.app.view.histograms;

import org.jspecify.annotations.NullMarked;
