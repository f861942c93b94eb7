/** Tests of what is shown of sweeps. */
@NullMarked
package unroll.app.sweep;

import org.jspecify.annotations.NullMarked;
