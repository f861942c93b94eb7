/** Views as files: {@link CardPictures}. */
@NullMarked
package unroll.app.picture;

import org.jspecify.annotations.NullMarked;
