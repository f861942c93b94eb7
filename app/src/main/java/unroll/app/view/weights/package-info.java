/** The numbers of one matrix of the network: {@link unroll.app.view.weights.WeightsCard}. */
@NullMarked
package unroll.app.view.weights;

import org.jspecify.annotations.NullMarked;
