/** A run on the disk: {@link RunFolder} and the files in it, read and written. */
@NullMarked
package unroll.engine.record;

import org.jspecify.annotations.NullMarked;
