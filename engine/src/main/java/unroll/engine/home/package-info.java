/** Folders that nobody names: {@link Home}. */
@NullMarked
package unroll.engine.home;

import org.jspecify.annotations.NullMarked;
