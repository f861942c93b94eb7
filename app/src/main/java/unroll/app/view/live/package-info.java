/** A network that controls something, led and pushed by hand: {@link unroll.app.view.live.LiveControl}. */
@NullMarked
package unroll.app.view.live;

import org.jspecify.annotations.NullMarked;
