/** Tests of how views are arranged. */
@NullMarked
package unroll.app.dock;

import org.jspecify.annotations.NullMarked;
