/** How everything looks: {@link Theme} dresses a scene in light or dark, {@link Icon} draws the project's own icons. */
@NullMarked
package unroll.app.look;

import org.jspecify.annotations.NullMarked;
