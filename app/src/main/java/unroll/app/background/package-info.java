/** What takes long beside the window: {@link unroll.app.background.BackgroundWork}, shown by {@link unroll.app.background.BackgroundSheet}. */
@NullMarked
package unroll.app.background;

import org.jspecify.annotations.NullMarked;
