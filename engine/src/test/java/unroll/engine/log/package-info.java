@NullMarked
package unroll.engine.log;

import org.jspecify.annotations.NullMarked;
