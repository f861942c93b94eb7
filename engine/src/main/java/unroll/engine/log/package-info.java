/** What the program did, for whoever is to find a fault: {@link LogFile}. */
@NullMarked
package unroll.engine.log;

import org.jspecify.annotations.NullMarked;
