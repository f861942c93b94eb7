/** Somebody plays, and the network goes on: {@link unroll.app.view.along.LiveAlong}. */
@NullMarked
package unroll.app.view.along;

import org.jspecify.annotations.NullMarked;
