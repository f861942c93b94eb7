/**
 * Plots of plain numbers: {@link LinePlot} is what every chart of curves is drawn on, {@link Heatmap} shows a matrix that a person may
 * point into.
 */
@NullMarked
package unroll.app.chart;

import org.jspecify.annotations.NullMarked;
