/** What a trained network predicts of a file: {@link unroll.engine.forecast.Forecaster}. */
@NullMarked
package unroll.engine.forecast;

import org.jspecify.annotations.NullMarked;
