/** Views as files: {@link Png}. */
@NullMarked
package unroll.app.picture;

import org.jspecify.annotations.NullMarked;
