/**
 * What a trained network predicts of a file: the rows of tables by a {@link unroll.engine.forecast.Forecaster}, characters by a
 * {@link unroll.engine.forecast.TextContinuation}.
 */
@NullMarked
package unroll.engine.forecast;

import org.jspecify.annotations.NullMarked;
