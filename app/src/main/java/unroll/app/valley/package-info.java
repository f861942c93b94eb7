/**
 * The screen of thesis fig. 7.1: gradient descent, momentum and Nesterov's gradient in a valley that a person bends. {@link
 * unroll.app.valley.ValleyController} drives a {@link unroll.app.valley.ValleyModel}.
 */
@NullMarked
package unroll.app.valley;

import org.jspecify.annotations.NullMarked;
