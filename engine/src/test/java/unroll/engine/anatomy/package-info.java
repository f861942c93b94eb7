@NullMarked
package unroll.engine.anatomy;

import org.jspecify.annotations.NullMarked;
