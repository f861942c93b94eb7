/** Tests of momentum in a valley. */
@NullMarked
package unroll.app.valley;

import org.jspecify.annotations.NullMarked;
