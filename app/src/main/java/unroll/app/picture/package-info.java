/** Views as pictures: {@link CardPictures} draws them into files, and {@link Past} shows them as they were. */
@NullMarked
package unroll.app.picture;

import org.jspecify.annotations.NullMarked;
