/** The hidden states over a test sequence: {@link unroll.app.view.hidden.LiveHidden}. */
@NullMarked
package unroll.app.view.hidden;

import org.jspecify.annotations.NullMarked;
