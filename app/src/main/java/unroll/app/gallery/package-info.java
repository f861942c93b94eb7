/** The first screen: ready experiments as cards and the runs of before; {@link GalleryView} shows a {@link GalleryModel}. */
@NullMarked
package unroll.app.gallery;

import org.jspecify.annotations.NullMarked;
