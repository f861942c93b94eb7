/** The gradient of one weight as a sum over its uses at the time steps: {@link unroll.app.view.shares.LiveShares}. */
@NullMarked
package unroll.app.view.shares;

import org.jspecify.annotations.NullMarked;
