/** What a file or folder is that is given to the program: {@link Openable}. */
@NullMarked
package unroll.engine.open;

import org.jspecify.annotations.NullMarked;
