/** The engine: everything that computes, nothing that draws. Packages inside follow the way of the data. */
@NullMarked
package unroll.engine;

import org.jspecify.annotations.NullMarked;
