/** How likely sequences are to a trained network, where that takes more than a sweep. */
@NullMarked
package unroll.engine.likelihood;

import org.jspecify.annotations.NullMarked;
