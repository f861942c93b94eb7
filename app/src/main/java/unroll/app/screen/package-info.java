/**
 * What every screen has: a {@link unroll.app.screen.ScreenLayout} that is seen and a {@link unroll.app.screen.ScreenController}
 * that works for it.
 */
@NullMarked
package unroll.app.screen;

import org.jspecify.annotations.NullMarked;
