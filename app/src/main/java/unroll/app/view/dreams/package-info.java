/** Films that a network dreams, also after balls that somebody threw: {@link unroll.app.view.dreams.LiveDreams}. */
@NullMarked
package unroll.app.view.dreams;

import org.jspecify.annotations.NullMarked;
