/** Tests of what is shown of sweeps. */
@NullMarked
package unroll.app.compare;

import org.jspecify.annotations.NullMarked;
